import Markup
import TestSupport
import Testing

@testable import ChartKit

struct ScoreHistogramChartTests {
  private let histogram = ScoreHistogramChart.Histogram(
    label: "yes", members: [0, 1, 1, 2], others: [80, 15, 5, 0])

  private var single: ScoreHistogramChart { ScoreHistogramChart(histograms: [histogram]) }
  private var several: ScoreHistogramChart {
    ScoreHistogramChart(
      histograms: [
        histogram, .init(label: "never true", members: [0, 0, 0, 0], others: [1, 1, 1, 1]),
      ], noun: "images")
  }

  @Test func heightsAreSharesOfEachSide() {
    let drawing = single.drawing()
    let (up, down) = (drawing.rectangles(.series(1)).dropFirst(), drawing.rectangles(.series(2)).dropFirst())
    #expect(up.count == 3 && down.count == 3)
    // Members stand on the line that others hang from.
    #expect(Set(up.map(\.maxY)) == Set(down.map(\.y)))
    let ratio = (up.map(\.height).max() ?? 0) / (down.map(\.height).max() ?? 1)
    #expect(abs(ratio - 0.5 / 0.8) < 1e-9)
    #expect(drawing.words.contains("50\u{A0}%") && drawing.words.contains("80\u{A0}%"))
  }

  @Test func anEmptySideHasNoBars() {
    #expect(several.drawing().rectangles(.series(1)).count == 1 + 3)
    #expect(several.drawing().rectangles(.series(2)).count == 1 + 3 + 4)
  }

  @Test func theSummarySaysWhatLiesOnTheWrongSide() {
    #expect(
      single.summary
        == "yes: below 0.5 lie 25.0\u{A0}% of its own, from 0.5 on 5.0\u{A0}% of the others.")
    #expect(ScoreHistogramChart(histograms: []).summary == "No examples.")
  }

  @Test func theTableHasTheCountsOfBinsThatHoldSomething() {
    #expect(single.table.rows.first == ["yes", "0.00 to 0.25", "0", "80"])
    #expect(single.table.rows.count == 4)
    let gap = ScoreHistogramChart.Histogram(label: "a", members: [1, 0], others: [0, 0])
    #expect(ScoreHistogramChart(histograms: [gap]).table.rows.count == 1)
  }

  @Test func ofSeveralLabelsTheTableHasTenths() {
    let fine = ScoreHistogramChart.Histogram(
      label: "a", members: [Double](repeating: 1, count: 20), others: [Double](repeating: 2, count: 20))
    #expect(ScoreHistogramChart(histograms: [fine]).table.rows.count == 20)
    let rows = ScoreHistogramChart(histograms: [fine, fine]).table.rows
    #expect(rows.count == 20)
    #expect(rows[9] == ["a", "0.90 to 1.00", "2", "4"])
  }

  @Test func wordsNeitherCollideNorStickOut() {
    for chart in [single, several] {
      #expect(chart.drawing().collidingTexts.isEmpty)
      #expect(chart.drawing().textsOutside.isEmpty)
    }
  }

  @Test func theDrawingMatchesItsGolden() {
    Golden.check(SVGWriter.figure(several, slug: "scores").string, "ChartKit/score-histogram.svg")
  }
}
