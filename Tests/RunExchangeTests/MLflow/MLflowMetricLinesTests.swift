import RunModel
import TestSupport
import Testing

@testable import RunExchange

struct MLflowMetricLinesTests {
  private func read(_ text: String) -> MLflowMetricLines { MLflowMetricLines(Array(text.utf8)) }

  @Test func linesOfTwoThreeAndFiveFieldsAreRead() {
    let lines = read("1772697760000 0.5\n1772697761000 1e-05 7\n1772697762000 -2.5 8 train 6f\r\n")
    #expect(lines.points.map(\.value) == [0.5, 1e-05, -2.5])
    #expect(lines.points.map(\.step) == [0, 7, 8])
    #expect(lines.points[0].timestamp?.iso == "2026-03-05T08:02:40Z")
    #expect(lines.faultCount == 0)
  }

  @Test func numbersThatAreNotFiniteAreRead() {
    let lines = read("1 nan 0\n1 inf 1\n1 -inf 2\n1 NaN 3\n1 Infinity 4\n")
    #expect(lines.points.map { "\($0.value)" } == ["nan", "inf", "-inf", "nan", "inf"])
  }

  @Test func aLineThatIsNoneIsCountedWithItsNumber() {
    let lines = read("1 1 1\n\n1\n1 2 3 4\nx 1 1\n1 x 1\n1 1 x\n99999999999999999999 1 1\n1 2 2\n")
    #expect(lines.points.map(\.value) == [1, 2])
    #expect(lines.faults.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
    #expect(lines.faults[2].found == "4 fields")
  }

  @Test(arguments: [
    ("1 0.5 0\n2 0.4 1", 2), ("1 0.5 0", 1), ("1 0.5 11\n2 0.4 1", 1), ("1 0.5 0\n2 0.4", 1),
    ("1 0.5 0\n2 0.4 1 tr", 1), ("1 0.5 0\n2", 1), ("1 0.5 0 a b\n2 0.4 1", 1),
  ])
  func aLastLineWithoutEndCountsOnlyIfItIsWhole(_ text: String, _ count: Int) {
    let lines = read(text)
    #expect(lines.points.count == count)
    #expect(lines.faultCount == text.split(separator: "\n").count - count)
  }

  @Test func theLatestPointIsTheLargestByStepTimeAndValue() {
    func point(_ step: Int, _ time: Int64, _ value: Double) -> MetricPoint {
      MetricPoint(step: step, timestamp: UTCTimestamp(microseconds: time), value: value)
    }
    let points = [point(5, 9, 1), point(5, 9, 3), point(5, 9, 2), point(3, 99, 7), point(5, 8, 9)]
    #expect(MLflowPoints.arranged(points).map(\.value) == [7, 9, 1, 2, 3])
    let earlier = [point(1, 1, 3), point(1, 1, 2), point(2, 1, 0)]
    #expect(MLflowPoints.arranged(earlier).map(\.value) == [3, 2, 0])
    let withNaN = [point(1, 1, .nan), point(1, 1, 1), point(1, 1, -1)]
    #expect(MLflowPoints.arranged(withNaN).map { "\($0.value)" } == ["nan", "-1.0", "1.0"])
    let belowNaN = [point(1, 1, .nan), point(1, 1, -1)]
    #expect(MLflowPoints.arranged(belowNaN).map { "\($0.value)" } == ["-1.0", "nan"])
    #expect(
      MLflowPoints.arranged([point(0, 1, 2)]) == [
        MetricPoint(timestamp: UTCTimestamp(microseconds: 1), value: 2)
      ])
    #expect(MLflowPoints.arranged([point(4, 1, 2)]) == [point(4, 1, 2)])
    #expect(MLflowPoints.arranged([point(0, 2, 1), point(0, 1, 2)]).map(\.step) == [nil, nil])
    #expect(MLflowPoints.arranged([point(0, 2, 1), point(0, 1, 2)]).map(\.value) == [2, 1])
  }

  @Test func damagedLinesNeverCrash() throws {
    var generator = SeededGenerator(seed: 71)
    let valid = Array(
      "1772697760000 0.5 5\n1772697761000 nan 3\n1772697762000 -1e-9 5 train 6f\n17 inf\n".utf8)
    for _ in 0..<FuzzDose.rounds(default: 2000) {
      let bytes = Damage.damaged(valid, using: &generator)
      let lines = MLflowMetricLines(bytes)
      let count = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).count
      #expect(lines.points.count + lines.faultCount <= count)
    }
  }
}
