import ChartKit
import Evaluation
import Testing

@testable import ReportModel

struct RunReportCurvesTests {
  /// Rows of two labels with scores that are no multiple of anything, a third of them positive.
  private func predictions(_ rows: Int) throws -> Predictions {
    let scores = (0..<rows).map { row -> Double in
      let noise = (Double(row) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
      return row % 3 == 0 ? noise.squareRoot() : noise * noise
    }
    return try Predictions(
      labels: ["no", "yes"], truth: (0..<rows).map { $0 % 3 == 0 ? "yes" : "no" },
      probabilities: scores.map { [1 - $0, $0] })
  }

  private func area(_ points: [Point]) -> Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1.x - $1.0.x) * ($1.1.y + $1.0.y) / 2 }
  }

  private func area(_ points: [CurvePoint]) -> Double { area(points.map { Point($0.x, $0.y) }) }

  @Test func everyCurveHasAtMost500PointsAndNearlyTheAreaOfAll() throws {
    let run = try Sample.evaluated(Sample.run("r"), predictions(6_000))
    let curve = try #require(run.evaluated?.evaluation.rankCurve(of: 1))
    let charts = Sample.page(run).sections.flatMap { $0.blocks.flatMap(\.figures) }.compactMap { figure in
      if case .chart(let chart) = figure.body { chart } else { nil }
    }
    let lift = curve.liftCurve(limit: nil)
    let wanted: [(name: String, points: [Point]?, area: Double, height: Double)] = [
      (
        "ROC", points(charts) { (chart: RankCurveChart) in chart.kind == .roc ? chart.curves : [] },
        area(curve.rocCurve(limit: nil)), 1
      ),
      (
        "precision and recall",
        points(charts) { (chart: RankCurveChart) in chart.kind == .roc ? [] : chart.curves },
        area(curve.precisionRecallCurve(limit: nil)), 1
      ),
      (
        "DET", points(charts) { (chart: DetectionErrorChart) in chart.curves },
        area(curve.detCurve(limit: nil)), 1
      ),
      (
        "gain", points(charts) { (chart: GainChart) in chart.kind == .gain ? chart.curves : [] },
        area(curve.gainCurve(limit: nil)), 1
      ),
      (
        "lift", points(charts) { (chart: GainChart) in chart.kind == .lift ? chart.curves : [] }, area(lift),
        lift.reduce(0) { max($0, $1.y) }
      ),
    ]
    for (name, points, area, height) in wanted {
      let points = try #require(points, "\(name)")
      #expect(points.count <= 500 && points.count > 100, "\(name)")
      #expect(abs(abs(self.area(points)) - abs(area)) < 1e-3 * height, "\(name)")
    }
  }

  private func points<Figure>(
    _ charts: [any Chart], _ curves: (Figure) -> [RankCurveChart.Curve]
  ) -> [Point]? {
    charts.compactMap { $0 as? Figure }.flatMap(curves).first?.points
  }

  @Test func ofManyLabelsThreeHaveFurtherCurves() throws {
    let labels = (0..<6).map { "l\($0)" }
    let predictions = try Predictions(
      labels: labels, truth: (0..<60).map { labels[$0 % 6] },
      probabilities: (0..<60).map { row in
        labels.indices.map { $0 == (row * row) % 6 ? 0.5 : 0.1 }
      })
    let page = Sample.page(Sample.evaluated(Sample.run("r"), predictions))
    let figures = try #require(page.section("curves")).blocks.flatMap(\.figures)
    #expect(figures.map(\.slug) == ["roc", "precision-recall", "score-histogram", "det", "gain", "lift"])
    #expect(figures[3].what.plain.hasPrefix("Detection errors of the 3 labels with the lowest ROC AUC"))
    let text = PageText(page)
    #expect(text.contains("curves.csv"))
  }

  @Test func ofTwoLabelsTheScoresStandBesideTheThresholds() throws {
    let page = Sample.page(try Sample.evaluated(Sample.run("r"), predictions(60)))
    let figures = try #require(page.section("thresholds")).blocks.flatMap(\.figures)
    #expect(figures.map(\.slug) == ["threshold-rates", "score-histogram", "operating-points"])
  }
}
