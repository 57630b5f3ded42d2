import ChartKit
import Evaluation
import Testing

@testable import ReportModel

struct RunReportThresholdsTests {
  /// From the top: yes 0.9, no 0.8, yes 0.7, yes 0.7, no 0.2; `yes` is predicted from 0.5 on.
  private func page(costs: ErrorCosts? = nil) throws -> ReportPage {
    let run = Sample.evaluated(
      Sample.run("r"),
      try Predictions(
        labels: ["no", "yes"], truth: ["yes", "no", "yes", "yes", "no"],
        probabilities: [0.9, 0.8, 0.7, 0.7, 0.2].map { [1 - $0, $0] }))
    return RunReport(
      run, in: Sample.analysis([run], ExperimentConfiguration(costs: costs)), examples: .full, hasFiles: true
    ).page
  }

  private func table(_ page: ReportPage) throws -> ReportTable {
    try #require(page.tables.first { $0.label == "Operating points" })
  }

  @Test func theFindingIsTheThresholdOfTheHighestF1() throws {
    let figure = try #require(page().section("thresholds")?.blocks.flatMap(\.figures).first)
    #expect(
      figure.finding?.plain
        == "F1 of yes is highest at a threshold of 0.700: 0.857, with a precision of 0.750 and a recall of 1.000"
    )
    #expect(figure.what.spans.contains { $0.link == .file(PageFiles.thresholds) })
  }

  @Test func everyRuleHasItsThresholdRatesAndCounts() throws {
    let table = try table(page())
    #expect(
      table.groups[0].rows[0].cells.map(\.text.plain)
        == ["As predicted", "", "0.750", "1.000", "0.500", "3", "1", "0", "1"])
    #expect(
      table.groups[1].rows[0].cells.map(\.text.plain)
        == ["Highest F1", "0.700", "0.750", "1.000", "0.500", "3", "1", "0", "1"])
    #expect(table.groups[1].rows.count == OperatingPointRule.standard.count)
    #expect(table.groups[1].rows.last?.cells[0].text.plain == "FPR ≤ 0.05")
  }

  @Test func statedCostsChooseAThresholdAndAreAddedUp() throws {
    let rows = try table(page(costs: ErrorCosts(falsePositive: 10, falseNegative: 1))).groups[1].rows
    let cheapest = try #require(rows.first { $0.cells[0].text.plain == "Lowest cost" })
    #expect(cheapest.cells[1].text.plain == "0.900")
    #expect(
      cheapest.cells[0].note?.plain
        == "10 a false positive, 1 a false negative: 2 in all, as predicted 10")
  }

  @Test func withMoreThanTwoLabelsThereIsNoSection() throws {
    let predictions = try Sample.predictions([[4, 1, 0], [0, 3, 1], [1, 0, 2]], hasProbabilities: true)
    #expect(Sample.page(Sample.evaluated(Sample.run("r"), predictions)).section("thresholds") == nil)
  }

  @Test func withoutNegativesThereIsNoSection() throws {
    let predictions = try Predictions(
      labels: ["no", "yes"], truth: ["yes", "yes"], probabilities: [[0.2, 0.8], [0.4, 0.6]])
    #expect(Sample.page(Sample.evaluated(Sample.run("r"), predictions)).section("thresholds") == nil)
  }
}
