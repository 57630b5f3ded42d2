import Diagnostics
import FileFormats
import RunModel
import ScalarFormats
import TestSupport
import Testing

@testable import RunExchange

/// Holds imported runs against what the tool itself, or Python's standard library, reads in the same files.
///
/// The goldens are what `Tests/Interop/read_<tool>.py` prints.
struct ReadBack {
  let tool: ImportTool
  let runs: [Run]
  let diagnostics: [Diagnostic]

  /// Imports the fixture folder of a tool.
  init(_ tool: ImportTool, folder: String? = nil) throws {
    self.tool = tool
    let collection = try tool.source(at: Fixture.path(folder ?? "foreign/\(tool.rawValue)")).load()
    runs = collection.runs
    diagnostics = collection.diagnostics
  }

  /// The run of a name.
  func run(_ name: String) throws -> Run {
    try #require(runs.first { $0.id.run == ExactString(name) })
  }

  /// Records an issue for each value that differs from the golden.
  func check(at place: SourceLocation = #_sourceLocation) throws {
    let golden = try Fixture.bytes("foreign/golden/\(tool.rawValue).json")
    let expected = try #require(try JSONReader.parse(golden, path: "golden").root.array)
    #expect(!expected.isEmpty, sourceLocation: place)
    let keys = Set(runs.map { $0.provenance[SourceKey.run] ?? "" })
    #expect(keys == Set(expected.compactMap { $0["run"]?.string }), sourceLocation: place)
    for record in expected {
      let key = record["run"]?.string ?? ""
      guard let run = runs.first(where: { $0.provenance[SourceKey.run] == key }) else { continue }
      compare(run, record, key, place)
    }
  }

  private func compare(_ run: Run, _ record: JSONValue, _ key: String, _ place: SourceLocation) {
    func expect(_ what: String, _ actual: String?, _ field: String) {
      guard let wanted = record[field] else { return }
      let text = wanted.isNull ? nil : Scalar(wanted).text
      #expect(actual == text, "\(key): \(what)", sourceLocation: place)
    }
    expect("name", run.id.run.text, "name")
    expect("experiment", run.id.experiment.text, "experiment")
    expect("status", run.status.rawValue, "status")
    expect("start", run.timestamp?.iso, "timestamp")
    expect("notes", run.notes, "notes")
    expect("error", run.error, "error")
    if let duration = record["duration"] {
      #expect(run.duration == duration.number?.value, "\(key): duration", sourceLocation: place)
    }
    compare(run.params, record["params"], "\(key): parameter", place)
    compare(run.metrics, record["metrics"], "\(key): metric", place)
    for member in record["dicts"]?.object?.members ?? [] {
      compare(run.dicts[ExactString(member.name)] ?? [:], member.value, "\(key): \(member.name)", place)
    }
    if let confusion = record["confusion"] {
      let matrix = run.confusions.values.first
      #expect(matrix?.labels == confusion["labels"]?.array?.compactMap(\.string), sourceLocation: place)
      let counts = confusion["counts"]?.array?.map { $0.array?.compactMap(\.number?.integer) ?? [] }
      #expect(matrix?.counts == counts, "\(key): confusion matrix", sourceLocation: place)
    }
    let histories = record["histories"]?.object?.members ?? []
    #expect(Set(run.histories.keys) == Set(histories.map { ExactString($0.name) }), sourceLocation: place)
    for member in histories {
      let points = run.histories[ExactString(member.name)] ?? []
      let wanted = (member.value.array ?? []).map { pair in
        "\(pair.array?.first?.number?.integer ?? -1) \(pair.array?.last?.number?.value ?? -1)"
      }
      #expect(
        points.map { "\($0.step ?? -2) \($0.value)" } == wanted, "\(key): \(member.name)",
        sourceLocation: place)
    }
  }

  private func compare(
    _ values: [ExactString: Scalar], _ wanted: JSONValue?, _ what: String, _ place: SourceLocation
  ) {
    guard let members = wanted?.object?.members else { return }
    #expect(
      Set(values.keys) == Set(members.map { ExactString($0.name) }), "\(what)", sourceLocation: place)
    for member in members {
      let scalar = values[ExactString(member.name)]
      #expect(
        scalar?.hasSameValue(as: Scalar(member.value)) == true,
        "\(what) \(member.name) is \(scalar?.text ?? "missing")", sourceLocation: place)
    }
  }
}
