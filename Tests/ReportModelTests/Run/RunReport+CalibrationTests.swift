import ChartKit
import Evaluation
import Testing

@testable import ReportModel

struct RunReportCalibrationTests {
  /// Rows of two labels, `right` of `rows` predicted as they are, all with the probability `sure`.
  private func predictions(_ right: Int, of rows: Int, sure: Double) throws -> Predictions {
    try Predictions(
      labels: ["no", "yes"], truth: (0..<rows).map { $0 < right ? "yes" : "no" },
      probabilities: (0..<rows).map { _ in [1 - sure, sure] })
  }

  private func page(_ predictions: Predictions) -> ReportPage {
    Sample.page(Sample.evaluated(Sample.run("r"), predictions))
  }

  private func figure(_ page: ReportPage) throws -> ReportFigure {
    try #require(page.section("calibration")?.blocks.flatMap(\.figures).first)
  }

  @Test func probabilitiesThatAreTooHighAreTooSure() throws {
    let figure = try figure(page(predictions(60, of: 100, sure: 0.9)))
    #expect(
      figure.finding?.plain
        == "Too sure: predicted labels have a mean probability of 0.900 and are right in a share of 0.600 [0.502, 0.691]"
    )
    #expect(figure.what.plain.contains("1 of the 1 that has examples misses the diagonal."))
  }

  @Test func probabilitiesThatAreTooLowAreTooUnsure() throws {
    let page = try page(predictions(100, of: 100, sure: 0.6))
    #expect(try figure(page).finding?.plain.hasPrefix("Too unsure: ") == true)
  }

  @Test func withinTheIntervalNothingIsClaimed() throws {
    let page = try page(predictions(88, of: 100, sure: 0.9))
    #expect(try figure(page).finding?.plain.hasPrefix("Neither too sure nor too unsure on average") == true)
  }

  @Test func theErrorsSayWhyTheyHaveNoInterval() throws {
    let text = try PageText(page(predictions(60, of: 100, sure: 0.9)))
    #expect(text.contains("Calibration errors have no interval"))
    #expect(text.contains("Maximum calibration error"))
    #expect(text.contains("0.300"))
  }

  @Test func ofSeveralLabelsTheLikeliestIsDrawnAndTheFurthestOffAreListed() throws {
    let predictions = try Predictions(
      labels: ["a", "b", "c"], truth: ["a", "b", "c", "a"],
      probabilities: [[0.75, 0.25, 0], [0.5, 0.25, 0.25], [0, 0.25, 0.75], [1, 0, 0]])
    let page = page(predictions)
    guard case .chart(let chart) = try figure(page).body, let chart = chart as? ReliabilityChart else {
      Issue.record("no reliability diagram")
      return
    }
    #expect(chart.label == nil)
    #expect(chart.bins.count == 10)
    let labels = try #require(page.tables.first { $0.label == "Calibration of labels" })
    #expect(labels.rowCount == 3)
  }

  @Test func whereRowsMayHaveSeveralLabelsTheOneFurthestOffIsDrawn() throws {
    let page = page(try Sample.multilabel())
    guard case .chart(let chart) = try figure(page).body, let chart = chart as? ReliabilityChart else {
      Issue.record("no reliability diagram")
      return
    }
    #expect(chart.label != nil)
    #expect(try figure(page).what.plain.contains("Drawn is the label that is furthest off."))
  }

  @Test func withoutProbabilitiesThereIsNoSection() throws {
    #expect(page(try Sample.predictions([[3, 1], [1, 3]])).section("calibration") == nil)
    #expect(page(try Sample.multilabel(hasProbabilities: false)).section("calibration") == nil)
  }

  @Test func weightedRowsHaveNoIntervalAndNoVerdict() throws {
    let weighted = try Sample.predictions(
      [[3, 1], [1, 3]], hasProbabilities: true, weights: [1, 2, 3, 4, 1, 2, 3, 4])
    let figure = try figure(page(weighted))
    #expect(figure.finding?.plain.hasPrefix("Predicted labels have a mean probability of") == true)
    #expect(!figure.what.plain.contains("95 %"))
  }
}
