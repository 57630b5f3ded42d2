import Diagnostics
import FileFormats
import RunModel
import TestSupport
import Testing

@testable import RunExchange

struct SkrobotRepositoryTests {
  private static let name: ExactString = "alice b-2026-03-21T05-15-09"

  @Test func everySortOfTaskIsAVariantAndTheFolderNamesTheRun() throws {
    let path = Fixture.path("foreign/skrobot/experiments-output")
    #expect(ImportTool.recognised(at: path) == .skrobot)
    let collection = try ImportTool.skrobot.source(at: path).load()
    #expect(collection.diagnostics == [])
    #expect(Set(collection.runs.map(\.id.experiment)) == ["experiments-output"])
    #expect(Set(collection.runs.map(\.id.run)) == [Self.name])
    #expect(
      collection.runs.map(\.id.variant.text) == [
        "bad", "evaluation_cross_validation", "feature_selection_cross_validation",
        "hyper_parameters_search_cross_validation", "prediction", "train",
      ])
    let run = try #require(collection.runs.last)
    #expect(run.timestamp?.iso == "2026-03-21T05:15:09Z")
    #expect(run.provenance["experimenter"] == "alice b")
    #expect(run.provenance[SourceKey.run] == "216363698b524b4a97b750923ceb3ffd/train_task")
    #expect(run.params["estimator_params.C"] == 0.1)
    #expect(run.params["feature_columns"] == Scalar(.json, text: #"["f1"]"#))
    #expect(run.params["type"] == nil)
  }

  @Test func theRowsThatCountAreThoseThatPandasAndTheToolsRulePick() throws {
    let golden = try JSONReader.parse(try Fixture.bytes("foreign/skrobot/golden.json"), path: "golden.json")
      .root
    let evaluation = try Self.run("evaluation_cross_validation")
    let search = try Self.run("hyper_parameters_search_cross_validation")
    var expected: [ExactString: Double] = [:]
    for part in ["validation", "test"] {
      for member in golden[part]?.object?.members ?? [] {
        expected[ExactString(member.name)] = member.value.number?.value
      }
    }
    #expect(expected.count == 18)
    #expect(evaluation.metrics.mapValues(\.number) == expected)
    #expect(
      evaluation.dicts["chosen threshold"]?["threshold"]?.number == golden["threshold"]?.number?.value)
    expected = [:]
    for member in golden["search"]?.object?.members ?? [] {
      expected[ExactString(member.name)] = member.value.number?.value
    }
    #expect(expected.count == 6)
    #expect(search.metrics.mapValues(\.number) == expected)
    #expect(search.dicts["best parameters"] == ["C": 0.1])
  }

  @Test func reportsAreDictsAndNoMetrics() throws {
    let run = try Self.run("evaluation_cross_validation")
    let report = try #require(run.dicts["classification report test data"])
    #expect(report.count == 12)
    #expect(report["0.precision"] == Scalar(.real, text: "0.733"))
    #expect(report["avg / total.support"] == 30)
    #expect(run.dicts.keys.count { $0.text.hasPrefix("classification report") } == 9)
  }

  @Test func everyTaskHasItsOwnFilesAndScoredRowsAreNoPredictions() throws {
    let runs = try Self.load("experiments-output").runs
    let files = Dictionary(uniqueKeysWithValues: runs.map { ($0.id.variant, $0.artifacts.map(\.id.text)) })
    #expect(files["train"] == ["train_model.py", "trained_model.pkl"])
    #expect(files["prediction"] == ["scored rows", "train_model.py"])
    #expect(files["feature_selection_cross_validation"] == ["features_selected.txt", "train_model.py"])
    #expect(files["bad"] == ["train_model.py"])
    #expect(files["evaluation_cross_validation"]?.contains("roc_curves/roc_curve_test_data.html") == true)
    #expect(!runs.flatMap(\.artifacts).contains { $0.filename.hasPrefix("predictions") })
    #expect(try Self.run("feature_selection_cross_validation").features == ["f1"])
  }

  @Test func anErrorFileMakesAFailedRun() throws {
    let run = try Self.run("bad")
    #expect(run.status == .failed)
    #expect(run.error == "ValueError('boom', 1)")
    #expect(run.params == ["x": 1])
    let other = try #require(try Self.load("notifier-failed").runs.first)
    #expect(other.error == "ConnectionError('smtp down')")
    #expect(other.id.description == "notifier-failed/ok/anonymous-2026-03-21T05-15-20")
  }

  @Test func printedTablesAmongParametersStandApart() throws {
    let run = try #require(try Self.load("runner-output").runs.first)
    #expect(run.id.description == "skrobot/train/runner-output")
    #expect(run.timestamp == nil)
    #expect(run.provenance[SourceKey.run] == "runner-output/train_task")
    #expect(run.params["train_data_set"] == nil)
    #expect(run.dicts["long parameters"]?["train_data_set"]?.text.hasPrefix("      id        f1") == true)
    #expect(run.params["label_column"] == "label")
  }

  @Test func anExperimentWithoutTasksIsShownAsEmpty() throws {
    let collection = try Self.load("empty")
    #expect(collection.runs == [])
    #expect(collection.emptyExperiments == ["empty"])
  }

  @Test func aFolderOfRepositoriesIsReadWhole() throws {
    let collection = try Self.load("")
    #expect(
      Set(collection.runs.map(\.id.experiment)) == ["experiments-output", "notifier-failed", "skrobot"])
    #expect(collection.runs.count == 8)
    #expect(collection.emptyExperiments == ["empty"])
  }

  @Test func aCopiedFolderKeepsRunsApart() throws {
    let log = #"{"datetime": "2026-03-21T05-15-09", "experimenter": "a", "experiment_id": "x"}"#
    let params = #"{"type": "train_task"}"#
    let files = FileSystem.inMemory([
      "/r/a/experiment.log": log, "/r/a/train_task.params": params, "/r/b/experiment.log": log,
      "/r/b/train_task.params": params,
    ])
    let runs = try SkrobotRepository(path: "/r", fileSystem: files).load().runs
    #expect(runs.map { $0.provenance[SourceKey.run] } == ["x/train_task", "x/train_task@b"])
  }

  @Test(arguments: [
    ["experiment.log": "started"], ["a.params": "{}"], ["a.params": #"{"type": "b"}"#], ["a.errors": "x"],
    ["predictions.csv": "id,prediction,probability\n"],
    ["experiment.log": #"["experimenter", "experiment_id"]"#],
  ])
  func otherFoldersAreNotTakenForExperiments(_ files: [String: String]) {
    let tree = FileSystem.inMemory(
      Dictionary(uniqueKeysWithValues: files.map { ("/r/a/\($0.key)", $0.value) }))
    #expect(!SkrobotRepository.recognises("/r", in: tree))
    #expect(throws: SourceError.self) { try SkrobotRepository(path: "/r", fileSystem: tree).load() }
  }

  @Test func badFilesAreSaidAndTheTasksShown() throws {
    let files = FileSystem.inMemory([
      "/r/a/experiment.log": #"{"experimenter": "a", "experiment_id": "#,
      "/r/a/train_task.params": #"{"type": "train_task", "#,
      "/r/a/hyper_parameters_search_cross_validation_task.params":
        #"{"type": "hyper_parameters_search_cross_validation_task", "objective_score": "f1"}"#,
      "/r/a/search_results.html": "<table><tr><td>1</td></tr></table>",
    ])
    let collection = try SkrobotRepository(path: "/r", fileSystem: files).load()
    #expect(collection.runs.count == 2)
    #expect(collection.runs.allSatisfy { $0.metrics.isEmpty })
    #expect(
      Set(collection.diagnostics.map { "\($0.severity) \($0.kind.name) \($0.place?.path ?? "")" }) == [
        "warning import.invalid-json a/experiment.log", "warning import.invalid-json a/train_task.params",
        "note import.unknown-table a/search_results.html",
      ])
  }

  private static func load(_ name: String) throws -> RunCollection {
    try SkrobotRepository(path: Fixture.path("foreign/skrobot/\(name)"), fileSystem: .disk).load()
  }

  private static func run(_ variant: ExactString) throws -> Run {
    try #require(try load("experiments-output").runs.first { $0.id.variant == variant })
  }
}
