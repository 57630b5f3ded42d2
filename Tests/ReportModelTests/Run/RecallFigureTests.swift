import Evaluation
import Testing

@testable import ReportModel

struct RecallFigureTests {
  private func figure(_ cells: [[Int]]) throws -> ReportFigure? {
    RecallFigure.figure(try Sample.predictions(cells).evaluate(), noun: .example, sample: "examples, n = 9")
  }

  @Test func theLabelThatIsMissedMostIsNamed() throws {
    #expect(try figure([[3, 1], [0, 4]])?.finding?.plain == "a is missed most: 1 of its 4 examples")
    #expect(try figure([[0, 1], [0, 4]])?.finding?.plain == "a is missed most: 1 of its 1 example")
  }

  @Test func labelsThatShareTheLowestRecallAreCounted() throws {
    #expect(
      try figure([[1, 1, 0], [1, 1, 0], [0, 0, 2]])?.finding?.plain
        == "a and 1 other label have the lowest recall, 0.500")
  }

  @Test func withoutErrorsEveryLabelIsFound() throws {
    #expect(try figure([[3, 0], [0, 4]])?.finding?.plain == "Every label is found every time")
  }

  @Test func fewerThanTwoLabelsWithRowsMakeNoFigure() throws {
    #expect(try figure([[3]]) == nil)
    #expect(try figure([[3, 1], [0, 0]]) == nil)
    #expect(try figure([[0, 0], [0, 0]]) == nil)
  }

  @Test func onlyTheLowestOfManyLabelsAreDrawn() throws {
    let cells = (0..<20).map { truth in (0..<20).map { $0 == truth ? 3 : 0 } }
    #expect(
      try figure(cells)?.what.plain == "Recall by label, lowest first, the 12 lowest of 20, examples, n = 9.")
  }
}
