import Testing

@testable import ChartKit

struct PathThinningTests {
  /// How far `point` is from the nearest of many places along `line`.
  private func distance(of point: Point, from line: [Point]) -> Double {
    zip(line, line.dropFirst()).flatMap { from, to in
      (0...200).map { step -> Double in
        let part = Double(step) / 200
        let (x, y) = (from.x + part * (to.x - from.x) - point.x, from.y + part * (to.y - from.y) - point.y)
        return (x * x + y * y).squareRoot()
      }
    }.min() ?? .infinity
  }

  @Test func aSmoothLineNeedsFewPointsAndStaysWhereItIs() {
    let points = (0...400).map { Point(Double($0), 4_000 / (10 + Double($0))) }
    let simplified = Path.simplified(points)
    #expect(simplified.count < 60)
    #expect(simplified.first == points.first && simplified.last == points.last)
    #expect(points.allSatisfy { distance(of: $0, from: simplified) < 0.2 })
  }

  @Test func cornersStay() {
    let stairs = (0...20).flatMap {
      [Point(Double($0) * 5, Double($0)), Point(Double($0) * 5 + 5, Double($0))]
    }
    #expect(Path.simplified(stairs).count == stairs.count)
    let straight = (0...9).map { Point(Double($0), 2 * Double($0)) }
    #expect(Path.simplified(straight) == [straight[0], straight[9]])
  }

  @Test func shortLinesStayAsTheyAre() {
    #expect(Path.simplified([]).isEmpty)
    #expect(Path.simplified([Point(1, 1)]) == [Point(1, 1)])
    let loop = [Point(0, 0), Point(5, 5), Point(0, 0)]
    #expect(Path.simplified(loop) == loop)
    #expect(Path.simplified([Point](repeating: Point(2, 2), count: 9)).count == 2)
  }
}
