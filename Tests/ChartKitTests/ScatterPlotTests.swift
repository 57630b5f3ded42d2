import Testing

@testable import ChartKit

struct ScatterPlotTests {
  private let plot: ScatterPlot = {
    let axis = NumberAxis([0, 1], count: 5, logarithmicFrom: 100)
    return ScatterPlot(
      area: PlotArea(Rectangle(x: 40, y: 20, width: 300, height: 200), x: .unit, y: .unit), x: axis, y: axis)
  }()

  private func own(_ x: Double, _ y: Double) -> Rectangle {
    Rectangle(x: x - 5, y: y - 5, width: 10, height: 10)
  }

  @Test func aNameStandsAboveItsPointWhereThatIsFree() throws {
    let box = try #require(
      plot.room(width: 60, beside: own(200, 100), avoiding: [Point(200, 100)], taken: [], right: 340))
    #expect(box.maxY <= 95 && box.center.x == 200)
  }

  @Test func itMovesAwayFromPointsAndNames() throws {
    let crowd = (0..<10).map { Point(175 + 5 * Double($0), 88) }
    let below = try #require(
      plot.room(width: 60, beside: own(200, 100), avoiding: crowd, taken: [], right: 340))
    #expect(below.y >= 105)
    let right = try #require(
      plot.room(width: 60, beside: own(200, 100), avoiding: crowd, taken: [below], right: 340))
    #expect(right.x > 205)
  }

  @Test func itStaysInTheArea() throws {
    let corner = try #require(
      plot.room(width: 80, beside: own(340, 20), avoiding: [], taken: [], right: 345))
    #expect(corner.maxX <= 345 && corner.y >= 14)
    #expect(plot.room(width: 900, beside: own(200, 100), avoiding: [], taken: [], right: 340) == nil)
  }
}
