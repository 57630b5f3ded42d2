import Diagnostics
import FileFormats
import RunModel
import TestSupport
import Testing

@testable import RunExchange

struct SkrobotTablesTests {
  private static let experiment = "foreign/skrobot/experiments-output/alice b-2026-03-21T05-15-09/"

  @Test func aTableOfPandasIsReadCellByCell() throws {
    let table = try PandasTable(
      try Fixture.bytes(Self.experiment + "test_threshold_metrics.html"), path: "t.html")
    #expect(table.columns.count == 10)
    #expect(table.rows.count == 9)
    #expect(table.rows[4][0] == "0.5")
    #expect(table.cells(table.rows[4], behind: "test_").map(\.name).last == "f1")
    #expect(table.cells(table.rows[4], behind: "test_").last?.cell == "0.848485")
  }

  @Test func escapesInCellsAreResolvedOnce() throws {
    let table = try PandasTable(Self.html(["a"], [["x &lt; y &amp;lt; &quot;"]]), path: "t.html")
    #expect(table.rows == [["x < y &lt; &quot;"]])
  }

  @Test(arguments: [
    "", "<table></table>", #"<table border="1" class="dataframe"><thead>"#,
    #"<html><table border="1" class="dataframe">"#,
  ])
  func otherHTMLIsNoTable(_ html: String) {
    #expect(throws: FormatError.self) { try PandasTable(Array(html.utf8), path: "t.html") }
  }

  @Test func markupInACellAndRaggedRowsRefuseTheTable() {
    for rows in [[["<b>x</b>"]], [["1", "2"]], [[]]] {
      #expect(throws: FormatError.self) { try PandasTable(Self.html(["a"], rows), path: "t.html") }
    }
  }

  @Test func theThresholdOfAReportIsFoundThoughItWasCut() throws {
    let table = try Self.summary([("0.06", "0.9"), ("0.07", "0.1"), ("0.08", "0.2")])
    let params: [ExactString: Scalar] = ["threshold_selection_by": "f1", "metric_greater_is_better": true]
    #expect(SkrobotThreshold(table, params: params, reported: 0.069)?.text == "0.07")
    #expect(SkrobotThreshold(table, params: params, reported: 0.07)?.text == "0.07")
    #expect(SkrobotThreshold(table, params: params, reported: 0.5)?.text == nil)
  }

  @Test func withoutAReportTheThresholdIsChosenByTheToolsRule() throws {
    let table = try Self.summary([("0.3", "NaN"), ("0.2", "0.9"), ("0.1", "0.9"), ("0.4", "0.2")])
    var params: [ExactString: Scalar] = ["threshold_selection_by": "f1", "metric_greater_is_better": true]
    #expect(SkrobotThreshold(table, params: params, reported: nil)?.text == "0.1")
    params["metric_greater_is_better"] = false
    #expect(SkrobotThreshold(table, params: params, reported: nil)?.text == "0.4")
    params["threshold_selection_by"] = 0.3
    #expect(SkrobotThreshold(table, params: params, reported: nil)?.text == "0.3")
    params["threshold_selection_by"] = "gmean"
    #expect(SkrobotThreshold(table, params: params, reported: nil)?.text == nil)
  }

  @Test func aReportIsReadWithItsThreshold() throws {
    let text = try Fixture.text(
      Self.experiment + "classification_reports/classification_report_cv_validation_data.txt")
    let report = try #require(SkrobotReport(text))
    #expect(report.threshold == 0.5)
    #expect(report.values["avg / total.f1"] == Scalar(.real, text: "0.829"))
    #expect(report.values["1.support"] == 23)
    #expect(SkrobotReport("Classification report for x\n\nprecision recall f1 support\na b c d e\n") == nil)
    #expect(SkrobotReport("False positives report for test data (Threshold = 0.5)\n\n1\n2\n") == nil)
    #expect(SkrobotReport("") == nil)
  }

  @Test func damagedFoldersNeverCrash() throws {
    let names = [
      "experiment.log", "evaluation_cross_validation_task.params", "cv_splits_threshold_metrics_summary.html",
      "test_threshold_metrics.html", "classification_reports/classification_report_test_data.txt",
      "hyper_parameters_search_cross_validation_task.params", "search_results.html",
    ]
    var good: [String: [UInt8]] = [:]
    for name in names { good["/r/e/" + name] = try Fixture.bytes(Self.experiment + name) }
    var generator = SeededGenerator(seed: 61)
    var runCount = 0
    var metricCount = 0
    for _ in 0..<FuzzDose.rounds(default: 200) {
      var files = good
      let name = "/r/e/" + (names.randomElement(using: &generator) ?? "")
      files[name] = LogDamage.damage(files[name] ?? [], using: &generator)
      guard
        let collection = try? SkrobotRepository(path: "/r", fileSystem: .inMemory(bytes: files)).load()
      else { continue }
      runCount += collection.runs.count
      metricCount += collection.runs.reduce(0) { $0 + $1.metrics.count }
    }
    #expect(runCount > 0)
    #expect(metricCount > 0)
  }

  @Test func damagedTablesNeverCrash() throws {
    let good = Self.html(["a", "b"], [["1", "x &lt;"], ["2", "y"]])
    var generator = SeededGenerator(seed: 62)
    var count = 0
    for _ in 0..<FuzzDose.rounds(default: 3000) {
      guard let table = try? PandasTable(LogDamage.damage(good, using: &generator), path: "t") else {
        continue
      }
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
      count += 1
    }
    #expect(count > 0)
  }

  private static func summary(_ rows: [(String, String)]) throws -> PandasTable {
    try PandasTable(
      html(
        ["threshold", "validation_f1_mean", "validation_f1_std"], rows.map { [$0.0, $0.1, "0.1"] }),
      path: "s.html")
  }

  private static func html(_ columns: [String], _ rows: [[String]]) -> [UInt8] {
    let head = columns.map { "      <th>\($0)</th>\n" }.joined()
    let body = rows.map { row in
      "    <tr>\n" + row.map { "      <td>\($0)</td>\n" }.joined() + "    </tr>\n"
    }.joined()
    return Array(
      ("<table border=\"1\" class=\"dataframe\">\n  <thead>\n    <tr style=\"text-align: right;\">\n" + head
        + "    </tr>\n  </thead>\n  <tbody>\n" + body + "  </tbody>\n</table>").utf8)
  }
}
