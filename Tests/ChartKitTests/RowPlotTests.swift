import Markup
import TestSupport
import Testing

@testable import ChartKit

struct RowPlotTests {
  private let plot = RowPlot(values: [0.91, 0.957, 0.979], width: 230)

  @Test func allRowsShareOneScale() {
    let first = plot.dots([.init(0.97, low: 0.957, high: 0.979)])
    let second = plot.dots([.init(0.97)])
    #expect(first.circles(.series(1))[0].x == second.circles(.series(1))[0].x)
    #expect(plot.start == "0.90")
    #expect(first.setting == .cell && first.width == 230)
  }

  @Test func axisLabelsStandAtTheGridAndDoNotTouch() {
    let axis = plot.axis()
    #expect(axis.words == ["0.90", "0.92", "0.94", "0.96", "0.98"])
    #expect(RowPlot(values: [0.123, 0.99], width: 90).axis().collidingTexts == [])
  }

  @Test func theBaselineIsAHollowCircleOnTheMiddleLine() {
    let drawing = plot.dots(
      [.init(0.937, look: .baseline), .init(0.97, low: 0.957, high: 0.979)], reference: 0.95)
    #expect(drawing.circles(.ground).map(\.y) == [11])
    #expect(drawing.lines(.reference).count == 1)
  }

  @Test func severalIntervalsStandBelowOneAnother() {
    let drawing = plot.dots([
      .init(0.92, low: 0.91, high: 0.93), .init(0.97, low: 0.96, high: 0.98, look: .slot(2)),
    ])
    #expect(drawing.lines(.series(1))[0].from.y == 8)
    #expect(drawing.lines(.series(2))[0].from.y == 20)
    #expect(drawing.height == 28)
  }

  @Test func undefinedValuesLeaveTheGridOnly() {
    #expect(plot.dots([.init(nil), .init(.nan, low: 0.9, high: 1)]).shapes.count == 1)
    #expect(plot.dumbbell(nil, .nan).shapes.count == 1)
    #expect(plot.dumbbell(0.93, nil).circles(.ground).count == 1)
    #expect(
      plot.dumbbell(0.93, 0.97, between: 0.95).shapes.count == plot.dumbbell(0.93, 0.97).shapes.count + 1)
    #expect(plot.dumbbell(0.93, 0.97, between: .nan) == plot.dumbbell(0.93, 0.97))
  }

  @Test func differencesHaveALineAtZeroAndSigns() {
    let plot = RowPlot(values: [-0.008, 0.047], width: 206, isDifference: true)
    #expect(plot.axis().words.contains("0"))
    #expect(plot.axis().words.contains { $0.hasPrefix("+0.0") })
    #expect(plot.dots([]).lines(.reference).count == 1)
  }

  @Test func reversedScalesPutSmallValuesAtTheRight() {
    let plot = RowPlot(values: [-0.1, 0.2], width: 206, isDifference: true, isReversed: true)
    let drawing = plot.dots([.init(-0.05), .init(0.15, look: .baseline)])
    #expect(drawing.circles(.series(1))[0].x > drawing.circles(.ground)[0].x)
    #expect(plot.directions().words == ["← worse", "better →"])
  }

  @Test func barsAreInProportionAndHeldToTheirCell() {
    let bars = BarCell(longest: 4, width: 120)
    #expect(bars.bar(2).rectangles(.sequential(6))[0].width == 60)
    #expect(bars.bar(9).rectangles(.sequential(6))[0].width == 120)
    #expect(bars.bar(.nan).rectangles(.sequential(6))[0].width == 0)
    #expect(BarCell(longest: 0).bar(0).rectangles(.sequential(6))[0].width == 0)
    let balance = BarCell(longest: 33, width: 220).balance(worse: 3, better: 33)
    #expect(balance.words == ["3", "33"])
    #expect(balance.rectangles(.diverging(2))[0].width == 86)
    #expect(balance.textsOutside == [])
  }

  @Test func drawingsMatchTheirGoldens() {
    let drawings = [
      plot.axis(),
      plot.dots([.init(0.937, look: .baseline), .init(0.97, low: 0.957, high: 0.979)], reference: 0.95),
      plot.dumbbell(0.93, 0.97), BarCell(longest: 4).bar(3),
      BarCell(longest: 33, width: 220).balance(worse: 3, better: 33),
      BarCell(longest: 33, width: 220).balanceAxis(worse: "broken", better: "fixed"),
    ]
    Golden.check(drawings.map { SVGWriter.decoration($0).string + "\n" }.joined(), "ChartKit/cells.svg")
  }
}
