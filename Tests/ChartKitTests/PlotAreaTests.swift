import Testing

@testable import ChartKit

struct PlotAreaTests {
  private let area = PlotArea(
    Rectangle(x: 30, y: 20, width: 200, height: 100), x: Domain(low: 0, high: 10), y: .unit)

  @Test func valuesGrowToTheRightAndUpwards() {
    #expect(area(Point(0, 0)) == Point(30, 120))
    #expect(area(Point(10, 1)) == Point(230, 20))
    #expect(area(Point(5, 0.25)) == Point(130, 95))
  }

  @Test func heldValuesStayWithinTheAxis() {
    #expect(area.x.held(-5) == 30)
    #expect(area.x.held(99) == 230)
    #expect(area.x(20) == 430)
  }

  @Test func everyTickHasALineAndALabel() {
    let marks = area.yGrid(Ticks(.unit, count: 2))
    let drawing = Drawing(width: 240, height: 140, setting: .cell, marks: marks)
    #expect(drawing.words == ["0.0", "0.5", "1.0"])
    #expect(drawing.lines(.grid).map(\.from.y) == [120, 70, 20])
  }

  @Test func labelsThatWouldTouchAreThinnedAndTheirLinesStay() {
    let domain = Domain(low: 0, high: 5e9)
    let area = PlotArea(Rectangle(x: 60, y: 0, width: 200, height: 50), x: domain, y: .unit)
    let drawing = Drawing(
      width: 320, height: 80, setting: .cell, marks: area.xGrid(Ticks(domain, count: 5)))
    #expect(drawing.collidingTexts == [])
    #expect(drawing.lines(.grid).count == 6 && drawing.words.count == 2)
  }
}
