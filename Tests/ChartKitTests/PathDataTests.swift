import Testing

@testable import ChartKit

struct PathDataTests {
  @Test func stepsAlongAnAxisAreShort() {
    let path = Path([Point(30, 366), Point(30, 362.14), Point(390, 362.14), Point(391, 360)])
    #expect(PathData.text(path) == "M30 366v-3.86h360l1-2.14")
  }

  @Test func rectanglesAreClosedChains() {
    let path = Path(rectangles: [
      Rectangle(x: 1, y: 2, width: 3, height: 4), Rectangle(x: 9, y: 9, width: 1, height: 1),
    ])
    #expect(PathData.text(path) == "M1 2h3v4h-3zm8 7h1v1h-1z")
  }

  @Test func whatIsNotFiniteInterruptsTheLine() {
    let path = Path([Point(0, 0), Point(1, 1), Point(2, .nan), Point(3, 3), Point(4, 5)])
    #expect(PathData.text(path) == "M0 0l1 1m2 2l1 2")
  }

  @Test func pointsThatRoundToTheSamePlaceAreWrittenOnce() {
    #expect(PathData.text(Path([Point(1, 1), Point(1.001, 1.001), Point(2, 3)])) == "M1 1l1 2")
  }

  @Test func stepsBeginAtHundredthsAndSayNoMoreThanTheyMust() {
    let path = Path([
      Point(0.004, 0.5), Point(0.504, 0.25), Point(-0.1, 0.2501), Point(-1.1, 12), Point(3, 13),
    ])
    #expect(PathData.text(path) == "M0 .5l.5-.25h-.6l-1 11.75 4.1 1")
    #expect(PathData.text(Path([Point(1e300, 0), Point(-1e300, 1)])) == "M1000000000 0l-2000000000 1")
  }

  @Test func dotsAreClosedPoints() {
    #expect(PathData.text(dots: [Point(1, 2), Point(.nan, 2), Point(3, 4)]) == "M1 2zm2 2z")
  }

  @Test func thinningKeepsEndsCornersAndGaps() {
    let stairs = [Point(0, 0), Point(0, 5), Point(0, 10), Point(5, 10), Point(9, 10), Point(9, 20)]
    #expect(Path.thinned(stairs) == [Point(0, 0), Point(0, 10), Point(9, 10), Point(9, 20)])
    let spike = [Point(0, 0), Point(0, 10), Point(0, 5)]
    #expect(Path.thinned(spike) == spike)
    let dense = (0...10_000).map { Point(Double($0) / 100, Double($0) / 50) }
    let thin = Path.thinned(dense)
    #expect(thin.count < 1100 && thin.first == dense.first && thin.last == dense.last)
    let broken = [Point(0, 0), Point(.nan, 1), Point(0.01, 0)]
    #expect(Path.thinned(broken).count == 3)
  }

  @Test func condensedLinesKeepTheEndsAndExtremesOfEachColumn() {
    let ys: [Double] = [5, 3, 9, 4, 1, 6]
    let column = ys.enumerated().map { Point(Double($0.offset) / 10, $0.element) }
    #expect(Path.condensed(column) == [column[0], column[2], column[4], column[5]])
    let wide = (0..<5).map { Point(Double($0), 0) }
    #expect(Path.condensed(wide) == wide)
    #expect(Path.condensed([]) == [])
    let broken = [Point(0, 0), Point(.nan, 0), Point(0.5, 1)]
    #expect(Path.condensed(broken).count == 3)
  }
}
