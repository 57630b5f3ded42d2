import Markup
import TestSupport
import Testing

@testable import ChartKit

struct RankCurveChartTests {
  /// A ROC curve by way of one point.
  private func curve(_ name: String, _ score: Double?, via x: Double, _ y: Double) -> RankCurveChart.Curve {
    .init(name: name, score: score, points: [Point(0, 0), Point(x, y), Point(1, 1)])
  }

  private var labels: [RankCurveChart.Curve] {
    [
      curve("cat", 0.99, via: 0.02, 0.98), curve("dog", 0.95, via: 0.05, 0.93),
      curve("owl", nil, via: 0.2, 0.8),
      curve("lynx", 0.71, via: 0.3, 0.6), curve("fox", 0.9, via: 0.1, 0.9),
    ]
  }

  @Test func theLowestThreeAreHighlightedAndTheOthersGrey() {
    let chart = RankCurveChart(kind: .roc, labels: labels)
    #expect(chart.looks == [.context, .slot(3), .context, .slot(1), .slot(2)])
    let drawing = chart.drawing()
    let grey = drawing.shapes.filter { $0.style.stroke?.role == .context }
    #expect(grey.count == 1)
    guard case .path(let path) = grey.first?.shape else {
      Issue.record("no grey path")
      return
    }
    #expect(path.chains.count == 2)
    #expect(drawing.words.suffix(3) == ["lynx: AUC 0.710", "fox: AUC 0.900", "dog: AUC 0.950"])
  }

  @Test func eachHighlightedCurveHasItsOwnDashes() {
    let dashes = (1...7).map { SeriesLook.slot($0).stroke().dash }
    #expect(Set(dashes).count == 7)
    #expect(dashes[0] == [])
  }

  @Test func bothAxesSpanZeroToOneOnASquare() {
    let drawing = RankCurveChart(kind: .roc, labels: labels).drawing()
    #expect(drawing.width == drawing.height)
    #expect(
      drawing.words.filter { $0 == "0.0" }.count == 2 && drawing.words.filter { $0 == "1.0" }.count == 2)
    let diagonal = drawing.lines(.reference)
    #expect(diagonal.count == 1)
    #expect(diagonal[0].from == Point(30, 366) && diagonal[0].to == Point(390, 26))
  }

  @Test func precisionAndRecallShowThePrevalence() {
    let flat = RankCurveChart.Curve(name: "yes", score: 0.3, points: [Point(0, 0.4), Point(1, 0.25)])
    let drawing = RankCurveChart(kind: .precisionRecall, labels: [flat], prevalence: 0.25).drawing()
    #expect(drawing.words.contains("prevalence 0.25"))
    #expect(drawing.lines(.reference).map(\.from.y) == [281])
    #expect(RankCurveChart(kind: .precisionRecall, labels: [flat]).drawing().lines(.reference).isEmpty)
  }

  @Test func crowdedCornersGetAnInsetAndOthersDoNot() {
    let good = [curve("a", 0.99, via: 0.02, 0.98), curve("b", 0.98, via: 0.05, 0.97)]
    #expect(RankCurveChart(kind: .roc, labels: good).drawing().words.contains("the corner, enlarged"))
    #expect(!RankCurveChart(kind: .roc, labels: labels).drawing().words.contains("the corner, enlarged"))
    // Good but for a dip where the inset would stand.
    let dipping = RankCurveChart.Curve(
      name: "c", score: 0.97, points: [Point(0, 0), Point(0.02, 0.98), Point(0.6, 0.7), Point(1, 1)])
    #expect(!RankCurveChart(kind: .roc, labels: [dipping]).insetFits)
  }

  @Test func theKeyStandsWhereFewestCurvesPass() {
    let low = RankCurveChart.Curve(
      name: "low", score: 0.2, points: (0...100).map { Point(Double($0) / 100, 0.06 - 0.0001 * Double($0)) })
    let high = RankCurveChart.Curve(
      name: "high", score: 0.8, points: (0...100).map { Point(Double($0) / 100, 0.95 - 0.001 * Double($0)) })
    func keyY(_ curve: RankCurveChart.Curve) -> Double? {
      RankCurveChart(kind: .precisionRecall, labels: [curve]).drawing().texts.last?.position.y
    }
    #expect((keyY(low) ?? 0) < 100)
    #expect((keyY(high) ?? 0) > 300)
  }

  @Test func theFirstRunIsTheBaseline() {
    let chart = RankCurveChart(kind: .roc, runs: labels)
    #expect(chart.looks == [.baseline, .slot(1), .slot(2), .slot(3), .slot(4)])
    #expect(chart.drawing().words.contains("cat, AUC 0.990"))
    #expect(chart.table.columns[0].title == "Run")
  }

  @Test func theSummaryNamesTheLowestAndTheHighest() {
    #expect(
      RankCurveChart(kind: .roc, labels: labels).summary
        == "5 curves. Lowest area under the curve: lynx with 0.710. Highest: cat with 0.990.")
    #expect(
      RankCurveChart(kind: .precisionRecall, runs: [labels[0], labels[1]]).summary
        == "Curves of 2 runs, average precision: cat with 0.990, dog with 0.950.")
    #expect(RankCurveChart(kind: .roc, labels: [labels[2]]).summary.contains("none with a defined"))
  }

  @Test func undefinedScoresStandLastInTheTable() {
    let rows = RankCurveChart(kind: .roc, labels: labels).table.rows
    #expect(rows.first == ["lynx", "0.710"])
    #expect(rows.last == ["owl", "—"])
  }

  @Test func manyPointsBecomeACurveOfAFewHundred() {
    let points = (0...100_000).map { Point(Double($0) / 1e5, (Double($0) / 1e5).squareRoot()) }
    let chart = RankCurveChart(kind: .roc, labels: [.init(name: "a", score: 0.667, points: points)])
    #expect(SVGWriter.figure(chart, slug: "roc").bytes.count < 60_000)
  }

  @Test func drawingsMatchTheirGoldens() {
    let good = [curve("a", 0.99, via: 0.02, 0.98), curve("b", 0.98, via: 0.05, 0.97)]
    Golden.check(
      SVGWriter.figure(RankCurveChart(kind: .roc, labels: labels), slug: "roc").string, "ChartKit/roc.svg")
    Golden.check(
      SVGWriter.figure(RankCurveChart(kind: .roc, runs: good), slug: "roc").string,
      "ChartKit/roc-runs-inset.svg")
    let precision = RankCurveChart.Curve(
      name: "yes", score: 0.82, points: [Point(0, 1), Point(0.6, 0.8), Point(1, 0.3)])
    Golden.check(
      SVGWriter.figure(
        RankCurveChart(kind: .precisionRecall, labels: [precision], prevalence: 0.3), slug: "pr"
      ).string,
      "ChartKit/precision-recall.svg")
  }
}
