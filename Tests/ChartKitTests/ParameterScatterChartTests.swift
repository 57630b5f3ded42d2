import Markup
import TestSupport
import Testing

@testable import ChartKit

struct ParameterScatterChartTests {
  private let chart = ParameterScatterChart(SampleRuns.search(24), parameter: 0)
  private let depth = ParameterScatterChart(SampleRuns.search(24), parameter: 2)

  private func scatter(
    _ numbers: [Double?], _ values: [Double?], isHigherBetter: Bool? = true, baseline: Int? = nil
  ) -> ParameterScatterChart {
    ParameterScatterChart(
      SampleRuns.runs(
        numbers.map { $0.map(ParameterSetting.number) }, values, isHigherBetter: isHigherBetter,
        baseline: baseline),
      parameter: 0)
  }

  @Test func theFindingSaysWhetherTheMetricRisesOrFallsAndHowSureThatIs() {
    #expect(
      scatter([1, 2, 3, 4, 5, 6], [0.5, 0.6, 0.7, 0.8, 0.9, 0.95]).finding
        == "Accuracy tends to rise with depth: Spearman’s ρ = 1.00, n = 6 runs")
    #expect(
      scatter([1, 2, 3, 4, 5, 6, 7, 8], [0.9, 0.8, 0.85, 0.7, 0.6, 0.5, 0.4, 0.3]).finding
        == "Accuracy tends to fall with depth: Spearman’s ρ = −0.98 [−1.00, −0.82], n = 8 runs")
    #expect(
      scatter([1, 2, 3, 4, 5], [0.6, 0.5, 0.8, 0.7, 0.9]).finding
        == "No clear trend of accuracy with depth: Spearman’s ρ = 0.80 [−0.46, 0.99], n = 5 runs")
  }

  @Test func tooLittleToSpeakOfATrendIsSaidOrLeftOut() {
    #expect(scatter([1, 1, 2, 2, 2, 1], [1, 2, 3, 4, 5, 6]).finding == nil)
    #expect(
      scatter([1, 2, 3], [0.1, 0.2, 0.3]).finding
        == "3 runs are too few to show a trend of accuracy with depth")
    #expect(
      scatter([1, 2, 3], [0.5, 0.5, 0.5]).finding == "All 3 runs have the same accuracy, whatever depth is")
    #expect(scatter([], []).finding == nil)
    #expect(scatter([], []).summary == "No run has both depth and accuracy.")
  }

  @Test func twoOrdersOfMagnitudeStandOnALogarithmicAxisThatSaysSo() {
    let words = chart.drawing().words
    #expect(words.contains("learning_rate, logarithmic →"))
    #expect(words.contains("0.0001") && words.contains("1"))
    #expect(depth.drawing().words.contains("max_depth →"))
  }

  @Test func theBestIsBlueTheBaselineHollowAndTheOthersGrey() {
    let drawing = scatter([1, 2, 3, 4], [0.5, 0.9, 0.7, 0.6], baseline: 2).drawing()
    #expect(drawing.circles(.series(1)).count == 1)
    #expect(drawing.circles(.ground).count == 1)
    #expect(drawing.circles(.context).count == 2)
    #expect(drawing.words.contains("r1") && drawing.words.contains("r2 (baseline)"))
    #expect(drawing.tooltips.contains("r1: depth 2, accuracy 0.900"))
    let losses = scatter([1, 2], [0.5, 0.9], isHigherBetter: false).drawing()
    #expect(losses.words.contains("r0"))
    let unknown = scatter([1, 2], [0.5, 0.9], isHigherBetter: nil).drawing()
    #expect(unknown.circles(.series(1)).isEmpty && unknown.circles(.context).count == 2)
  }

  @Test func aBaselineThatIsBestIsNamedOnceAsBoth() {
    let words = scatter([1, 2], [0.9, 0.5], baseline: 0).drawing().words
    #expect(words.filter { $0.hasPrefix("r0") } == ["r0, baseline"])
  }

  @Test func pointsStandWhereTheirValuesAre() {
    let drawing = scatter([0, 10, 5], [0, 1, 0.5]).drawing()
    let (grey, blue) = (drawing.circles(.context), drawing.circles(.series(1))[0])
    #expect(abs(grey[1].x - (grey[0].x + blue.x) / 2) < 1e-9)
    #expect(abs(grey[1].y - (grey[0].y + blue.y) / 2) < 1e-9)
    #expect(grey[0].x < blue.x && grey[0].y > blue.y)
  }

  @Test func runsOfOneSettingStandBesideEachOtherAroundIt() {
    let drawing = scatter([1, 1, 1, 1, 2], [0.5, 0.5, 0.5, 0.6, 0.4]).drawing()
    let (grey, blue) = (drawing.circles(.context).map(\.x), drawing.circles(.series(1))[0].x)
    #expect(grey[1] == blue && abs(grey[0] - (blue - 4)) < 1e-9 && abs(grey[2] - (blue + 4)) < 1e-9)
    let crowd = scatter((0..<200).map { $0 < 198 ? 1 : 2 }, (0..<200).map { Double($0 % 50) }).drawing()
    let places = crowd.circles(.context).dropLast(2).map(\.x)
    #expect((places.max() ?? 0) - (places.min() ?? 0) <= 14 + 1e-9)
  }

  @Test func runsWithoutNumberOrValueAreLeftOutAndCounted() {
    let chart = scatter([1, nil, .nan, 4, .infinity], [0.5, 0.6, 0.7, .nan, 0.9])
    #expect(chart.shown == [0])
    #expect(chart.omission == "4 runs without a number for depth or accuracy not drawn")
    #expect(chart.drawing().words.contains("4 runs without a number for depth or accuracy not drawn"))
    #expect(self.chart.omission == nil)
    let words = ParameterScatterChart(SampleRuns.runs([.text("a"), .number(1)], [1, 2]), parameter: 0)
    #expect(words.shown == [1])
  }

  @Test func intervalsOfManyRunsGiveWayToThoseThatAreNamed() {
    func lines(_ count: Int) -> Int {
      ParameterScatterChart(SampleRuns.search(count), parameter: 0).drawing().shapes.reduce(0) { sum, mark in
        guard case .path(let path) = mark.shape, mark.style.fill == nil else { return sum }
        return sum + path.chains.count
      }
    }
    #expect(lines(60) == 60)
    #expect(lines(61) == 2)
  }

  @Test func thousandsOfRunsStayLight() {
    let chart = ParameterScatterChart(SampleRuns.search(5000), parameter: 0)
    #expect(chart.drawing().shapes.count < 60)
    #expect(SVGWriter.figure(chart, slug: "s").bytes.count < 80_000)
    #expect(chart.table.rows.count == ChartTable.rowLimit && chart.table.rowsLeftOut == 4800)
  }

  @Test func extremesNeitherCollideNorLeaveTheDrawing() {
    let charts = [
      chart, depth, scatter([3], [0.5]), scatter([2, 2, 2], [0.4, 0.4, 0.4], baseline: 1), scatter([], []),
      scatter([1e-300, 1e300], [-1e300, 1e300]),
      scatter([1, 1e-9, 12_345_678], [1e-7, 1, 1e9], baseline: 1),
      scatter([-5, 0, 5], [0, -0.5, -1]),
    ]
    for chart in charts {
      let drawing = chart.drawing()
      #expect(drawing.collidingTexts == [] && drawing.textsOutside == [])
      #expect(!SVGWriter.figure(chart, slug: "s").string.contains("nan"))
    }
  }

  @Test func theTableStandsBestFirstWithRemarks() {
    let table = scatter([1, 2, 3], [0.5, 0.9, 0.7], baseline: 2).table
    #expect(table.columns.map(\.title) == ["Run", "depth", "Accuracy", "95\u{A0}% interval", "Remark"])
    #expect(
      table.rows == [
        ["r1", "2", "0.900", "", "best"], ["r2", "3", "0.700", "", "baseline"], ["r0", "1", "0.500", "", ""],
      ])
  }

  @Test func drawingsMatchTheirGoldens() {
    Golden.check(SVGWriter.figure(chart, slug: "scatter").string, "ChartKit/parameter-scatter.svg")
    let few = SampleRuns.runs(
      [.number(2), .number(4), .number(8), nil, .number(12), .number(16)],
      [0.41, 0.4, 0.33, 0.3, 0.36, 0.39],
      isHigherBetter: false, baseline: 1, metric: "log loss")
    Golden.check(
      SVGWriter.figure(ParameterScatterChart(few, parameter: 0), slug: "scatter").string,
      "ChartKit/parameter-scatter-linear.svg")
  }
}
