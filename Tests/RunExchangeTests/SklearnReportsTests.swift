import Diagnostics
import FileFormats
import RunModel
import TestSupport
import Testing

@testable import RunExchange

@Suite struct SklearnReportsTests {
  @Test func everyReportIsARunWithTheNumbersThatPythonReads() throws {
    let read = try ReadBack(.sklearn)
    try read.check()
    #expect(read.diagnostics.isEmpty)
    #expect(
      read.runs.map(\.id.description) == [
        "nested/main/several", "sklearn/main/forest", "sklearn/main/some labels",
      ])
  }

  @Test func averagesAreMetricsAndLabelsAreKeysOfADictForEachColumn() throws {
    let read = try ReadBack(.sklearn)
    let forest = try read.run("forest")
    #expect(forest.metrics["accuracy"]?.number ?? 0 > 0.9)
    #expect(forest.metrics.keys.contains("f1_macro") && forest.metrics.keys.contains("recall_weighted"))
    #expect(
      forest.dicts.keys.sorted() == [
        "f1 by class", "precision by class", "recall by class", "support by class",
      ])
    #expect(forest.dicts["recall by class"]?["<b>nine</b>, é"]?.number != nil)
    #expect(forest.notes == "# Forest\n\nTwenty trees.\n")
    #expect(try read.run("some labels").metrics["precision_micro"] != nil)
    #expect(try read.run("some labels").metrics["accuracy"] == nil)
    #expect(try read.run("several").metrics["f1_samples"] != nil)
  }

  @Test func oneFileIsOneRun() throws {
    let path = Fixture.path("foreign/sklearn/nested/several.json")
    #expect(ImportTool.recognised(at: path) == .sklearn)
    let runs = try ImportTool.sklearn.source(at: path).load().runs
    #expect(runs.map(\.id.description) == ["nested/main/several"])
  }

  @Test func reportsAreRecognisedByTheirStructure() throws {
    #expect(ImportTool.recognised(at: Fixture.path("foreign/sklearn")) == .sklearn)
    let other = FileSystem.inMemory([
      "/a/classification_report.json": #"{"cat": {"precision": 1, "recall": 1}, "accuracy": 1}"#,
      "/b/report.json": #"{"cat": {"precision": 1, "recall": 1, "f1-score": 1, "support": 2}, "note": "x"}"#,
    ])
    #expect(!SklearnReports.recognises("/a", in: other))
    #expect(!SklearnReports.recognises("/b", in: other))
    #expect(throws: SourceError.self) { try SklearnReports(path: "/a", fileSystem: other).load() }
    #expect(throws: SourceError.self) { try SklearnReports(path: "/missing", fileSystem: other).load() }
  }

  @Test func aBrokenReportHidesNoGoodOne() throws {
    let good = try Fixture.text("foreign/sklearn/forest.json")
    let files = FileSystem.inMemory([
      "/reports/good.json": good, "/reports/half.json": String(good.prefix(200)), "/reports/other.json": "[]",
    ])
    let collection = try SklearnReports(path: "/reports", fileSystem: files).load()
    #expect(collection.runs.map(\.id.run) == ["good"])
    #expect(collection.diagnostics.map { $0.place?.path } == ["half.json", "other.json"])
  }

  @Test func damagedReportsNeverCrash() throws {
    let whole = try Fixture.bytes("foreign/sklearn/nested/several.json")
    ImportFuzz.damage(whole, as: "/r/a.json", seed: 71) { files in
      _ = SklearnReports.recognises("/r", in: files)
      let runs = (try? SklearnReports(path: "/r", fileSystem: files).load())?.runs ?? []
      #expect(runs.count <= 1)
    }
  }
}
