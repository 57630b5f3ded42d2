import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

/// What Sacred's `run.json` says about a run.
struct SacredRecord {
  private let root: JSONValue

  /// The record that `root` is.
  init(_ root: JSONValue) {
    self.root = root
  }

  /// The names of the artifacts that were stored.
  var artifacts: [String] {
    (root["artifacts"]?.array ?? []).compactMap { $0.string ?? $0["name"]?.string }
  }

  /// Gives the run its experiment, its times, how it ended, what came out and where it ran.
  ///
  /// Times are without a zone; they count as UTC.
  func write(to run: inout Run) {
    let experiment = root["experiment"]
    if let name = experiment?["name"]?.string, !name.isEmpty {
      run.id.experiment = RunNaming.id(from: name, or: "sacred")
    }
    run.timestamp = time("start_time")
    if let start = run.timestamp, let stop = time("stop_time"), stop >= start {
      run.duration = Double(stop.microseconds - start.microseconds) / 1e6
    }
    writeStatus(to: &run)
    writeResult(to: &run)
    let options = root["meta"]?["options"]
    let comments = [root["meta"]?["comment"], options?["--comment"], options?["comment"]]
    run.notes = comments.lazy.compactMap { $0?.string }.first { !$0.isEmpty }
    writeOrigin(to: &run, experiment)
  }

  private func time(_ name: String) -> UTCTimestamp? { root[name]?.string.flatMap { UTCTimestamp($0) } }

  private func writeStatus(to run: inout Run) {
    let word = root["status"]?.string ?? ""
    switch word {
    case "QUEUED": run.status = .queued
    case "RUNNING": run.status = .running
    case "COMPLETED": run.status = .completed
    case "FAILED": run.status = .failed
    case "INTERRUPTED": run.status = .interrupted
    case "": run.status = .running
    default:
      // A program may give its own word for why it was interrupted.
      run.status = .interrupted
      run.provenance["status"] = word
    }
    guard let trace = root["fail_trace"] else { return }
    let text = trace.string ?? (trace.array ?? []).compactMap(\.string).joined()
    if !text.isEmpty { run.error = text }
  }

  private func writeResult(to run: inout Run) {
    guard let result = root["result"], !result.isNull else { return }
    let scalar = Scalar(result)
    if result.number != nil || (result.string != nil && scalar.number != nil) {
      if run.metrics["result"] == nil { run.metrics["result"] = scalar }
    } else {
      let values = FlatValues(result).values
      run.dicts["result"] = values.isEmpty ? ["result": scalar] : values
    }
  }

  private func writeOrigin(to run: inout Run, _ experiment: JSONValue?) {
    let host = root["host"]
    let repositories = experiment?["repositories"]?.array ?? []
    let origin: [(name: ExactString, value: String?)] = [
      ("program", text(experiment?["mainfile"])),
      ("command", text(root["command"])),
      ("heartbeat", text(root["heartbeat"])),
      ("host", text(host?["hostname"])),
      ("os", text(host?["os"]?.array?.last ?? host?["os"])),
      ("cpu", text(host?["cpu"])),
      ("gpus", host?["gpus"].flatMap { $0.isNull ? nil : Scalar($0).text }),
      ("python", text(host?["python_version"])),
      ("dependencies", list(experiment?["dependencies"])),
      ("sources", list(experiment?["sources"])),
      // Where a resource was is a path of the machine that ran; its name is enough.
      ("resources", list(root["resources"]) { FilePath.name(of: $0) }),
      ("named configs", list(root["meta"]?["named_configs"])),
      ("git commit", list(repositories.map { $0["commit"] })),
      ("git repository", list(repositories.map { $0["url"] })),
      ("git dirty", list(repositories.map { $0["dirty"] })),
    ]
    for (name, value) in origin where value?.isEmpty == false { run.provenance[name] = value }
  }

  private func list(_ value: JSONValue?, _ change: (String) -> String = { $0 }) -> String? {
    list((value?.array ?? []).map { Optional($0) }, change)
  }

  /// Texts with commas between them; of a pair, such as a source and where its copy lies, the first.
  private func list(_ values: [JSONValue?], _ change: (String) -> String = { $0 }) -> String? {
    let texts = values.compactMap { text($0?.array?.first ?? $0) }.map(change)
    return texts.isEmpty ? nil : texts.joined(separator: ", ")
  }

  private func text(_ value: JSONValue?) -> String? {
    switch value?.kind {
    case .string(let text): text
    case .number(let number): number.text
    case .boolean(let value): value ? "true" : "false"
    case .null, .array, .object, nil: nil
    }
  }
}
