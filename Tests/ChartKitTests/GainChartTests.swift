import Markup
import TestSupport
import Testing

@testable import ChartKit

struct GainChartTests {
  private let gain: [RankCurveChart.Curve] = [
    .init(name: "lynx", score: 0.4, points: [Point(0, 0), Point(0.1, 0.4), Point(0.5, 0.9), Point(1, 1)]),
    .init(name: "fox", score: 0.3, points: [Point(0, 0), Point(0.1, 0.3), Point(0.6, 0.8), Point(1, 1)]),
  ]
  private let lift: [RankCurveChart.Curve] = [
    .init(name: "lynx", score: 4, points: [Point(0.02, 6.2), Point(0.1, 4), Point(0.5, 1.8), Point(1, 1)])
  ]

  @Test func gainIsComparedWithTheDiagonalAndLiftWithOne() {
    let area = SquarePlot(x: .init(""), y: .init(""), lines: []).area
    let diagonal = GainChart(kind: .gain, curves: gain).drawing().lines(.reference)
    #expect(diagonal.map(\.from) == [area(Point(0, 0))] && diagonal.map(\.to) == [area(Point(1, 1))])
    let level = GainChart(kind: .lift, curves: lift).drawing().lines(.reference)
    #expect(level.count == 1 && level[0].from.y == level[0].to.y)
  }

  @Test func theLiftAxisBeginsAtNoughtAndHoldsTheHighest() {
    let words = GainChart(kind: .lift, curves: lift).drawing().words
    #expect(words.contains("0") && words.contains("7"))
    #expect(words.contains("lynx: 4.00 at 0.1"))
  }

  @Test func theSummarySaysWhatATenthHolds() {
    #expect(
      GainChart(kind: .gain, curves: gain).summary
        == "Share of the label’s own that the tenth with the highest scores holds: lynx 0.400, fox 0.300.")
    #expect(GainChart(kind: .lift, curves: lift).title == "Lift of lynx")
    #expect(GainChart(kind: .lift, curves: lift).table.rows == [["lynx", "4.00"]])
    #expect(GainChart(kind: .gain, curves: []).summary == "No curve is defined.")
  }

  @Test func wordsNeitherCollideNorStickOut() {
    for chart in [GainChart(kind: .gain, curves: gain), GainChart(kind: .lift, curves: lift)] {
      #expect(chart.drawing().collidingTexts.isEmpty)
      #expect(chart.drawing().textsOutside.isEmpty)
    }
  }

  @Test func drawingsMatchTheirGoldens() {
    Golden.check(
      SVGWriter.figure(GainChart(kind: .gain, curves: gain), slug: "gain").string, "ChartKit/gain.svg")
    Golden.check(
      SVGWriter.figure(GainChart(kind: .lift, curves: lift), slug: "lift").string, "ChartKit/lift.svg")
  }
}
