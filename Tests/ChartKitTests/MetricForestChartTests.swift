import Markup
import TestSupport
import Testing

@testable import ChartKit

struct MetricForestChartTests {
  static func chart(_ count: Int) -> MetricForestChart {
    let data = SampleRuns.search(count)
    return MetricForestChart(
      runs: data.runs.map { .init(name: $0.name, value: $0.value, low: $0.low, high: $0.high, count: 899) },
      metric: data.metric, isHigherBetter: true, baseline: data.baseline)
  }
  private func forest(
    _ values: [(Double?, Double?, Double?)], isHigherBetter: Bool? = true, baseline: Int? = nil
  ) -> MetricForestChart {
    MetricForestChart(
      runs: values.enumerated().map { .init(name: "r\($0)", value: $1.0, low: $1.1, high: $1.2, count: 100) },
      metric: "accuracy", isHigherBetter: isHigherBetter, baseline: baseline)
  }

  @Test func runsStandBestFirst() {
    let values: [(Double?, Double?, Double?)] = [
      (0.5, nil, nil), (0.9, nil, nil), (nil, nil, nil), (0.7, nil, nil),
    ]
    #expect(forest(values).ranked == [1, 3, 0])
    #expect(forest(values, isHigherBetter: false).ranked == [0, 3, 1])
    #expect(forest(values).drawing().words.filter { $0.hasPrefix("r") && $0 != "run" } == ["r1", "r3", "r0"])
  }

  @Test func theBaselinesIntervalIsABandBehindAllRows() throws {
    let drawing = forest([(0.5, 0.4, 0.6), (0.8, 0.7, 0.9)], baseline: 0).drawing()
    let band = try #require(drawing.rectangles(.diagonal).first)
    let own = try #require(drawing.lines(.context).first { $0.to.x - $0.from.x > 1 })
    #expect(abs(band.x - own.from.x) < 1e-9 && abs(band.maxX - own.to.x) < 1e-9)
    #expect(band.height > 46)
    #expect(drawing.circles(.ground).count == 1 && drawing.circles(.series(1)).count == 1)
    #expect(forest([(0.5, 0.4, 0.6), (0.8, 0.7, 0.9)]).drawing().rectangles(.diagonal).isEmpty)
  }

  @Test func valueIntervalAndNumberOfExamplesStandAtTheRight() {
    let words = forest([(0.5, 0.4, 0.6), (0.8, 0.7, 0.9)], baseline: 0).drawing().words
    #expect(words.contains("0.800 [0.700, 0.900]") && words.filter { $0 == "100" }.count == 2)
    #expect(words.contains("accuracy, 95\u{A0}% interval") && words.contains("n"))
  }

  @Test func theFindingCountsIntervalsBeyondTheBaselines() {
    #expect(
      forest([(0.5, 0.4, 0.6), (0.8, 0.7, 0.9), (0.65, 0.6, 0.7), (0.3, 0.2, 0.35)], baseline: 0).finding
        == "Best accuracy: r1, 0.800 [0.700, 0.900]; of 3 other intervals 1 lies wholly above the baseline’s")
    #expect(
      forest([(0.5, 0.4, 0.6), (0.3, 0.2, 0.35)], isHigherBetter: false, baseline: 0).finding
        == "Best accuracy: r1, 0.300 [0.200, 0.350]; of 1 other interval 1 lies wholly below the baseline’s")
    #expect(forest([(0.5, nil, nil), (0.5, nil, nil)]).finding == "2 runs share the best accuracy, 0.500")
    #expect(forest([(0.5, nil, nil)]).finding == nil)
    #expect(forest([(0.5, nil, nil), (0.6, nil, nil)], isHigherBetter: nil).finding == nil)
  }

  @Test func atMostFortyRowsAreDrawnAndTheBaselineAmongThem() {
    let many = forest((0..<60).map { (1 - Double($0) / 100, nil, nil) }, baseline: 50)
    #expect(many.shown.count == 40 && many.shown.last == 50 && many.shown[38] == 38)
    #expect(many.omission == "20 runs further down not drawn; the baseline, in the last row, is number 51")
    #expect(
      forest((0..<60).map { (1 - Double($0) / 100, nil, nil) }).omission == "20 runs further down not drawn")
    #expect(many.table.rows.count == 60)
  }

  @Test func runsWithoutAValueAreLeftOutAndCounted() {
    let chart = forest([(.nan, nil, nil), (0.5, .infinity, 1), (nil, nil, nil)])
    #expect(chart.ranked == [1])
    #expect(chart.omission == "2 runs without accuracy not drawn")
    #expect(chart.drawing().words.contains("2 runs without accuracy not drawn"))
    #expect(chart.summary == "One run: r1, 0.500. 2 runs without accuracy not drawn.")
    #expect(forest([]).summary == "No run has a value.")
  }

  @Test func extremesNeitherCollideNorLeaveTheDrawing() {
    let long = String(repeating: "long ", count: 200_000)
    for chart in [
      Self.chart(9), Self.chart(60), forest([]), forest([(0.5, 0.4, 0.6)], baseline: 0),
      forest([(0.5, 0.5, 0.5), (0.5, 0.5, 0.5)], baseline: 1), forest([(1e9, -1e9, 3e9), (12345.6, 1, 2)]),
      MetricForestChart(
        runs: [.init(name: long, value: 0.5, low: 0.1, high: 0.9, count: 1e12)], metric: long,
        isHigherBetter: true,
        baseline: 0),
    ] {
      let drawing = chart.drawing()
      #expect(drawing.collidingTexts == [])
      #expect(drawing.textsOutside == [])
      #expect(SVGWriter.figure(chart, slug: "f").bytes.count < 30_000)
    }
  }

  @Test func drawingsMatchTheirGoldens() {
    Golden.check(SVGWriter.figure(Self.chart(9), slug: "forest").string, "ChartKit/metric-forest.svg")
    Golden.check(SVGWriter.figure(Self.chart(60), slug: "forest").string, "ChartKit/metric-forest-many.svg")
  }
}
