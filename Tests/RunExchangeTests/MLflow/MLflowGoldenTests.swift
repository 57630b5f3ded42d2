import Diagnostics
import FileFormats
import RunModel
import TestSupport
import Testing

@testable import RunExchange

/// Holds both stores against what MLflow 3.17.2 reads of them, by `Tests/Interop/read_mlflow.py`.
struct MLflowGoldenTests {
  @Test(arguments: ["mlruns", "mlflow.db"])
  func everyNumberIsTheOneThatMLflowReads(_ store: String) throws {
    let golden = try Self.golden(store)
    let collection = try ImportTool.mlflow.source(at: Fixture.path("foreign/mlflow/" + store)).load()
    #expect(collection.diagnostics == [])
    #expect(collection.runs.count == golden.count)
    for expected in golden {
      let id = try #require(expected["run_id"]?.string)
      let run = try #require(collection.runs.first { $0.provenance[SourceKey.run] == id })
      #expect(run.id.experiment.text == expected["experiment"]?.string)
      #expect(run.id.run.text == expected["name"]?.string)
      #expect(run.status == Self.statuses[expected["status"]?.string ?? ""])
      #expect(run.timestamp?.microseconds == Self.integer(expected["start_time"]).map { Int64($0) * 1000 })
      #expect(run.duration == Self.duration(expected))
      try compareParams(run, expected)
      try compareMetrics(run, expected, isDatabase: store == "mlflow.db")
      try compareTags(run, expected)
      try compareDatasets(run, expected)
    }
  }

  private func compareParams(_ run: Run, _ expected: JSONValue) throws {
    let params = try #require(expected["params"]?.object)
    #expect(params.count == run.params.count)
    for member in params.members {
      #expect(
        run.params[ExactString(member.name)] == Scalar.text(member.value.string ?? ""), "\(member.name)")
    }
  }

  private func compareMetrics(_ run: Run, _ expected: JSONValue, isDatabase: Bool) throws {
    let metrics = try #require(expected["metrics"]?.object)
    #expect(metrics.count == run.metrics.count)
    for member in metrics.members {
      let value = Self.number(member.value, isDatabase: isDatabase)
      let actual = try #require(run.metrics[ExactString(member.name)]?.number, "\(member.name)")
      #expect(Self.isSame(actual, value), "\(run.id) \(member.name): \(actual), not \(value)")
    }
    let histories = try #require(expected["histories"]?.object)
    for member in histories.members {
      let points = try #require(member.value.array).map { $0.array ?? [] }
      let actual = run.histories[ExactString(member.name)] ?? []
      let hasSteps = points.contains { Self.integer($0[0]) != 0 }
      if points.count == 1, !hasSteps {
        #expect(actual.isEmpty, "\(member.name)")
        continue
      }
      #expect(
        actual.map(\.step) == points.map { hasSteps ? Self.integer($0[0]) : nil }, "\(member.name)")
      #expect(
        actual.map { $0.timestamp?.microseconds }
          == points.map { Self.integer($0[1]).map { Int64($0) * 1000 } })
      for (point, other) in zip(actual, points) {
        #expect(Self.isSame(point.value, Self.number(other[2], isDatabase: isDatabase)), "\(member.name)")
      }
    }
  }

  private func compareTags(_ run: Run, _ expected: JSONValue) throws {
    let tags = try #require(expected["tags"]?.object)
    for member in tags.members where member.name != "mlflow.note.content" {
      #expect(run.tags[ExactString(member.name)] == member.value.string, "\(member.name)")
    }
    #expect(run.notes == tags["mlflow.note.content"]?.string)
    #expect(run.tags.count == tags.count - (run.notes == nil ? 0 : 1))
    #expect(run.provenance["git commit"] == tags["mlflow.source.git.commit"]?.string)
    #expect(run.provenance["user"] == tags["mlflow.user"]?.string)
  }

  private func compareDatasets(_ run: Run, _ expected: JSONValue) throws {
    let datasets = try #require(expected["datasets"]?.array)
    #expect(run.dicts.count == datasets.count)
    for dataset in datasets {
      let table = try #require(run.dicts[ExactString("dataset: " + (dataset["name"]?.string ?? ""))])
      #expect(table["digest"]?.text == dataset["digest"]?.string)
      #expect(table["source"]?.text == dataset["source"]?.string)
      #expect(table["context"]?.text == dataset["tags"]?["mlflow.data.context"]?.string)
    }
  }
}

extension MLflowGoldenTests {
  private static let statuses: [String: RunStatus] = [
    "FINISHED": .completed, "FAILED": .failed, "RUNNING": .running,
  ]

  private static func golden(_ store: String) throws -> [JSONValue] {
    let name = "foreign/mlflow/\(store).golden.json"
    let document = try JSONReader.parse(try Fixture.bytes(name), path: name)
    #expect(document.root["mlflow"]?.string == "3.17.2")
    return try #require(document.root["runs"]?.array)
  }

  private static func integer(_ value: JSONValue?) -> Int? { value?.number.flatMap { Int($0.text) } }

  private static func duration(_ expected: JSONValue) -> Double? {
    guard let start = integer(expected["start_time"]), let end = integer(expected["end_time"]) else {
      return nil
    }
    return Double(end - start) / 1000
  }

  /// A number of the golden; what MLflow gives back for an infinity from a database is the largest number.
  private static func number(_ value: JSONValue, isDatabase: Bool) -> Double {
    switch value.string {
    case "NaN": return .nan
    case "Infinity": return .infinity
    case "-Infinity": return -.infinity
    default: break
    }
    let number = value.number?.value ?? .nan
    guard isDatabase, abs(number) == .greatestFiniteMagnitude else { return number }
    return number < 0 ? -.infinity : .infinity
  }

  private static func isSame(_ left: Double, _ right: Double) -> Bool {
    left == right || left.isNaN && right.isNaN
  }
}
