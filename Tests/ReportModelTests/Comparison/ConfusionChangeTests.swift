import ChartKit
import Evaluation
import Testing

@testable import ReportModel

struct ConfusionChangeTests {
  private func matrix(_ cells: [[Int]]) throws -> ConfusionMatrix {
    try #require(try Sample.predictions(cells).evaluate().confusion)
  }

  @Test func cellsAreCandidateMinusBaselineRowByRow() throws {
    let cells = ConfusionChange.cells(try matrix([[3, 1], [2, 4]]), try matrix([[4, 0], [2, 4]]))
    #expect(
      cells == [
        ConfusionChange.Cell(truth: 0, predicted: 0, change: 1),
        ConfusionChange.Cell(truth: 0, predicted: 1, change: -1),
      ])
    #expect(ConfusionChange.largest(try matrix([[3, 1], [2, 4]]), try matrix([[3, 1], [5, 1]])) == 3)
  }

  @Test func theLargestChangeOffTheDiagonalIsToldWithBothCounts() throws {
    let before = try matrix([[3, 10], [2, 4]])
    let after = try matrix([[12, 1], [3, 3]])
    #expect(
      ConfusionChange.finding(before, after, letter: "B").plain
        == "B takes a for b less often than A: 1 instead of 10")
    #expect(
      ConfusionChange.finding(after, before, letter: "B").plain
        == "B takes a for b more often than A: 10 instead of 1")
  }

  @Test func aChangeBeyondChanceIsToldBeforeALargerOne() throws {
    let before = try matrix([[30, 10], [2, 4]])
    let after = try matrix([[33, 7], [0, 6]])
    #expect(
      ConfusionChange.finding(before, after, letter: "B", beyond: []).plain
        == "B takes a for b less often than A, though not beyond chance: 7 instead of 10")
    #expect(
      ConfusionChange.finding(before, after, letter: "B", beyond: [.init(truth: 1, predicted: 0)]).plain
        == "B takes b for a less often than A, beyond chance: 0 instead of 2")
  }

  @Test func aSureChangeOfRightAnswersIsToldBeforeAnUnsureOneOfErrors() throws {
    let before = try matrix([[20, 10], [5, 25]])
    let after = try matrix([[28, 2], [5, 25]])
    #expect(
      ConfusionChange.finding(before, after, letter: "B", beyond: [.init(truth: 0, predicted: 0)]).plain
        == "B is right about a more often than A, beyond chance: 28 instead of 20")
  }

  @Test func equalCountsAreNotCalledEqualAnswers() throws {
    let matrix = try matrix([[3, 1], [2, 4]])
    #expect(
      ConfusionChange.finding(matrix, matrix, letter: "B").plain
        == "B and A make the same errors, counted by label")
  }
}
