import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

/// Makes a ``Run`` of a `.wandb` file and the files beside it.
struct WandBRun {
  /// The file, as seen from the source.
  let name: String
  /// The run's folder, as seen from the source; empty for the source itself.
  let runFolder: String
  /// What the experiment is called where the log names no project.
  let fallback: String

  private typealias Leaf = (path: [ExactString], value: JSONValue)

  /// The run; nil with a diagnostic if its log cannot be read.
  func read(in folder: inout SourceFolder) -> Run? {
    guard let log = WandBLog.read(name, in: &folder) else { return nil }
    if !log.hasRunRecord {
      folder.report(
        .warning, "no-run-record", at: name, "no record that says what the run is", "a run record",
        "It is named after its file.")
    }
    let tool = log.texts[.id] ?? Self.stem(of: name)
    var run = Run(
      id: RunID(
        experiment: RunNaming.id(from: log.texts[.project] ?? fallback, or: "runs"),
        variant: RunNaming.id(from: log.texts[.group] ?? "", or: RunID.defaultVariant.text),
        run: RunNaming.id(from: log.texts[.name] ?? tool, or: "run")))
    run.timestamp = log.start
    run.notes = log.texts[.notes]
    for tag in log.tags { run.tags[ExactString(tag)] = "" }
    run.folder = folder.absolute(runFolder)
    setEnd(of: &run, log)
    setValues(of: &run, log)
    setProvenance(of: &run, log, id: tool)
    addFiles(to: &run, log, &folder)
    return run
  }

  /// Without a record of its end the run still goes on, or was killed without a word.
  private func setEnd(of run: inout Run, _ log: WandBLog) {
    guard let exit = log.exit else {
      run.status = .running
      return
    }
    if exit.code != 0 {
      run.status = .failed
      run.error = log.console.trace ?? "The program ended with exit code \(exit.code)."
    }
    // wandb counts whole seconds at the end, parts of them with each step.
    run.duration = max(Double(exit.runtime), log.history.runtime ?? 0)
    if run.duration == 0 { run.duration = nil }
  }

  private func setValues(of run: inout Run, _ log: WandBLog) {
    for (path, value) in Self.unwrapped(log.config.leaves) where !WandBHistory.isInternal(path) {
      run.params[WandBItem.name(path)] = Scalar(value)
    }
    for (name, points) in log.history.points { run.setMetric(name, points: points) }
    let media = Self.mediaPaths(in: log.summary)
    for (path, value) in log.summary.leaves {
      guard !WandBHistory.isInternal(path), !media.contains(Array(path.dropLast())) else { continue }
      let name = WandBItem.name(path)
      guard run.metrics[name] == nil else { continue }
      if let number = value.historyValue {
        run.metrics[name] = value.number == nil ? .real(number) : Scalar(value)
      } else {
        run.dicts["summary", default: [:]][name] = Scalar(value)
      }
    }
  }

  private func setProvenance(of run: inout Run, _ log: WandBLog, id: String) {
    run.provenance = log.surroundings
    let texts: [(ExactString, WandBRunRecord.Text)] = [
      ("entity", .entity), ("job type", .jobType), ("sweep", .sweep), ("host", .host),
    ]
    for (name, text) in texts { run.provenance[name] = log.texts[text] ?? run.provenance[name] }
    if let code = log.exit?.code, code != 0 { run.provenance["exit code"] = String(code) }
    run.provenance["tool"] = log.producer.map { "wandb \($0)" } ?? "wandb"
    run.provenance[SourceKey.tool] = ImportTool.wandb.rawValue
    run.provenance[SourceKey.run] = id
  }

  /// The values, those of `{"value": …, "desc": …}` without this wrapping, which older versions of wandb write.
  private static func unwrapped(_ leaves: [Leaf]) -> [Leaf] {
    var names: [ExactString: Set<ExactString>] = [:]
    for leaf in leaves where leaf.path.count > 1 { names[leaf.path[0], default: []].insert(leaf.path[1]) }
    let wrapped = Set(names.filter { $0.value == ["value", "desc"] }.keys)
    guard !wrapped.isEmpty else { return leaves }
    return leaves.compactMap { leaf in
      guard leaf.path.count > 1, wrapped.contains(leaf.path[0]) else { return leaf }
      return leaf.path[1] == "desc" ? nil : ([leaf.path[0]] + leaf.path.dropFirst(2), leaf.value)
    }
  }

  /// Where the summary holds media: the paths of what has a `_type`.
  private static func mediaPaths(in summary: NestedValues) -> Set<[ExactString]> {
    Set(
      summary.leaves.filter { $0.path.count > 1 && $0.path.last == "_type" && $0.value.string != nil }
        .map { Array($0.path.dropLast()) })
  }

  /// The name of a file without its extension.
  private static func stem(of name: String) -> String {
    let name = FilePath.name(of: name)
    return name.hasSuffix(".wandb") ? String(name.dropLast(6)) : name
  }
}
