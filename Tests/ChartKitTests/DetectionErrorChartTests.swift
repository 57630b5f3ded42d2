import Markup
import TestSupport
import Testing

@testable import ChartKit

struct DetectionErrorChartTests {
  private let curves: [RankCurveChart.Curve] = [
    .init(
      name: "lynx", score: 0.2, points: [Point(0, 0.9), Point(0.05, 0.6), Point(0.2, 0.2), Point(0.7, 0)]),
    .init(name: "fox", score: nil, points: []),
  ]

  private var chart: DetectionErrorChart { DetectionErrorChart(curves: curves) }

  @Test func ratesStandAtTheirNormalQuantiles() {
    #expect(abs(DeviateScale.deviate(0.975) - 1.959963984540054) < 1e-9)
    #expect(abs(DeviateScale.deviate(0.5)) < 1e-9)
    #expect(abs(DeviateScale.deviate(0.0001) + 3.719016485455709) < 1e-9)
    #expect(DeviateScale.deviate(0) == -.infinity && DeviateScale.deviate(1) == .infinity)
  }

  @Test func theAxisReachesTheSmallestRateThatOccurs() {
    let axis = DeviateScale.axis("rate", smallest: 0.004)
    #expect(axis.labels == ["0.001", "0.01", "0.05", "0.2", "0.5", "0.8", "0.95", "0.99", "0.999"])
    #expect(abs(axis.domain.low + axis.domain.high) < 1e-9)
    #expect(DeviateScale.axis("rate", smallest: 0.3).labels.first == "0.01")
    #expect(DeviateScale.axis("rate", smallest: 1e-9).labels.first == "0.0001")
  }

  @Test func ratesOfNoughtEndAtTheEdge() {
    let drawing = chart.drawing()
    let lines = drawing.shapes.compactMap { mark -> [Point]? in
      guard mark.style.stroke?.role == .series(1), case .path(let path) = mark.shape else { return nil }
      return path.chains.first?.points
    }
    #expect(lines.count == 1)
    #expect(lines[0].allSatisfy { (0...400).contains($0.x) && (0...400).contains($0.y) })
    #expect(lines[0].count == 4)
    #expect(drawing.lines(.reference).count == 1)
  }

  @Test func theSummaryNamesTheEqualErrorRates() {
    #expect(chart.summary.hasSuffix("lynx 0.200."))
    #expect(chart.table.rows == [["lynx", "0.200"], ["fox", "—"]])
    #expect(DetectionErrorChart(curves: [curves[1]]).summary == "No curve is defined.")
    #expect(DetectionErrorChart(curves: [curves[0]]).title == "Detection error tradeoff of lynx")
  }

  @Test func wordsNeitherCollideNorStickOut() {
    #expect(chart.drawing().collidingTexts.isEmpty)
    #expect(chart.drawing().textsOutside.isEmpty)
    #expect(DetectionErrorChart(curves: []).drawing().textsOutside.isEmpty)
  }

  @Test func theDrawingMatchesItsGolden() {
    Golden.check(SVGWriter.figure(chart, slug: "det").string, "ChartKit/det.svg")
  }
}
