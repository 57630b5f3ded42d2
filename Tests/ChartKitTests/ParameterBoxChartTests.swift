import Markup
import TestSupport
import Testing

@testable import ChartKit

struct ParameterBoxChartTests {
  private let chart = ParameterBoxChart(SampleRuns.search(40), parameter: 1)
  private func box(
    _ values: KeyValuePairs<String, [Double]>, isHigherBetter: Bool? = true
  ) -> ParameterBoxChart {
    let pairs = values.flatMap { pair in pair.value.map { (pair.key, $0) } }
    return ParameterBoxChart(
      SampleRuns.runs(
        pairs.map { .text($0.0) }, pairs.map(\.1), isHigherBetter: isHigherBetter, parameter: "optimizer"),
      parameter: 0)
  }

  @Test func valuesStandBestMedianFirst() {
    let accuracy = box(["sgd": [0.5, 0.7], "adam": [0.9, 0.8, 0.1], "none": [0.2]])
    #expect(accuracy.groups.map(\.name) == ["adam", "sgd", "none"])
    #expect(box(["a": [2], "b": [1]], isHigherBetter: false).groups.map(\.name) == ["b", "a"])
    #expect(box(["a": [1], "b": [2]], isHigherBetter: nil).groups.map(\.name) == ["b", "a"])
  }

  @Test func theFindingNamesTheBestMedianItsLeadAndItsRuns() {
    #expect(
      box(["sgd": [0.5, 0.7], "adam": [0.9, 0.8, 0.1]]).finding
        == "Of optimizer, adam has the best median accuracy: 0.800 over 3 runs, 0.200 above sgd over 2 runs")
    #expect(
      box(["sgd": [0.5], "adam": [0.25]], isHigherBetter: false).finding
        == "Of optimizer, adam has the best median accuracy: 0.250 over 1 run, 0.250 below sgd over 1 run")
    #expect(
      box(["a": [0.5], "b": [0.5], "c": [0.1]]).finding
        == "2 values of optimizer share the best median accuracy, 0.500")
    #expect(
      box(["a": [0.5], "b": [0.5]]).finding == "All values of optimizer have the same median accuracy, 0.500")
    #expect(box(["a": [0.906], "b": [0.8872]]).finding?.contains(", 0.019 above b") == true)
    #expect(box(["a": [0.5], "b": [0.4999]]).finding?.contains(", 0.000100 above b") == true)
    #expect(box(["a": [0.5, 0.6]]).finding == nil)
    #expect(box(["a": [0.5], "b": [0.6]], isHigherBetter: nil).finding == nil)
  }

  @Test func onlyTheBestMedianIsBlue() {
    let drawing = chart.drawing()
    #expect(drawing.lines(.series(1)).count == 1 && drawing.lines(.ink).count == 2)
    let tied = box(["a": [0.5], "b": [0.5]]).drawing()
    #expect(tied.lines(.series(1)).isEmpty && tied.lines(.ink).count == 2)
  }

  @Test func boxesReachFromQuartileToQuartileAndNeedFiveRuns() {
    let drawing = box(["a": [0, 0.25, 0.5, 0.75, 1], "b": [0, 0.1, 0.2, 0.3]]).drawing()
    let frames = drawing.shapes.compactMap { mark -> Rectangle? in
      if case .rectangle(let frame) = mark.shape { frame } else { nil }
    }
    let grid = drawing.lines(.grid).map(\.from.x)
    #expect(frames.count == 1)
    #expect(abs(frames[0].width - (grid[grid.count - 1] - grid[0]) / 2) < 1e-9)
    #expect(drawing.shapes.filter { $0.style.fill != nil }.isEmpty)
  }

  @Test func ofManyValuesTheRarestAreGathered() {
    let chart = ParameterBoxChart(
      SampleRuns.runs(
        (0..<33).map { .text($0 < 30 ? "v\($0 % 12)" : "rare\($0)") }, (0..<33).map { Double($0) / 40 }),
      parameter: 0)
    #expect(chart.groups.count == 13)
    #expect(chart.groups.last?.name == "3 others" && chart.groups.last?.values.count == 3)
    #expect(chart.finding?.contains("rare") == false)
    #expect(chart.groups.map(\.values.count).reduce(0, +) == 33)
  }

  @Test func runsWithoutParameterOrValueAreLeftOutAndCounted() {
    let chart = ParameterBoxChart(
      SampleRuns.runs([.text("a"), nil, .text("b"), .number(.nan)], [0.5, 0.6, .nan, 0.7]), parameter: 0)
    #expect(chart.groups.map(\.name) == ["a"])
    #expect(chart.omission == "3 runs without depth or accuracy not drawn")
    #expect(chart.summary.hasSuffix("Medians: a 0.500 (n = 1). 3 runs without depth or accuracy not drawn."))
  }

  @Test func extremesNeitherCollideNorLeaveTheDrawing() {
    let long = String(repeating: "long ", count: 200_000)
    for chart in [
      chart, box([:]), box(["only": [0.5]]), box(["a": [1, 1, 1, 1, 1, 1], "b": [1]]),
      box([long: [1e-9, 1e9], "": [1e300, -1e300]]), box(["a": [-12345.678, -1]]),
    ] {
      let drawing = chart.drawing()
      #expect(drawing.collidingTexts == [] && drawing.textsOutside == [])
      #expect(SVGWriter.figure(chart, slug: "b").bytes.count < 20_000)
    }
  }

  @Test func thousandsOfRunsAreOneMarkOfDots() {
    let chart = ParameterBoxChart(SampleRuns.search(5000), parameter: 1)
    #expect(SVGWriter.figure(chart, slug: "b").bytes.count < 80_000)
  }

  @Test func theTableHoldsQuartilesAndExtremes() {
    #expect(
      box(["a": [0.1, 0.2, 0.3, 0.4, 0.5]]).table.rows == [
        ["a", "5", "0.300", "0.200", "0.400", "0.100", "0.500"]
      ])
  }

  @Test func drawingsMatchTheirGoldens() {
    Golden.check(SVGWriter.figure(chart, slug: "box").string, "ChartKit/parameter-box.svg")
    let many = SampleRuns.runs(
      (0..<60).map { .text("value \($0 * $0 % 17 < 3 ? 0 : $0 % 15)") },
      (0..<60).map { 0.5 + Double(($0 * 37) % 41) / 100 })
    Golden.check(
      SVGWriter.figure(ParameterBoxChart(many, parameter: 0), slug: "box").string,
      "ChartKit/parameter-box-others.svg")
  }
}
