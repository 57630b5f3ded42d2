import Evaluation
import Testing

@testable import ReportModel

struct LabelFindingTests {
  private func text(_ cells: [[Int]]) throws -> String? {
    LabelFinding.text(LabelOrder.byF1(try Sample.predictions(cells).evaluate()))?.plain
  }

  @Test func labelsAreCalledTooSeldomOrTooOften() throws {
    #expect(
      try text([[6, 4, 0], [0, 10, 0], [0, 0, 10]])
        == "a is called too seldom, b too often: their F1 is 0.750 to 0.833")
  }

  @Test func oneLabelHasOneF1() throws {
    let cells = [[8, 2, 0, 0], [2, 8, 0, 0], [0, 0, 9, 1], [0, 0, 0, 10]]
    #expect(try text(cells) == "c is called too seldom: F1 is 0.947")
  }

  @Test func aLabelThatIsNeverCalledIsCalledTooSeldom() throws {
    #expect(
      try text([[0, 5], [0, 5]]) == "a is called too seldom, b too often: their F1 is 0.000 to 0.667")
  }

  @Test func aLabelThatIsNeverTrueIsCalledTooOften() throws {
    #expect(
      try text([[4, 1], [0, 0]]) == "a is called too seldom, b too often: their F1 is 0.000 to 0.889")
  }

  @Test func labelsThatAreCalledAsOftenAsTheyAreTrueOnlyHaveAnF1() throws {
    #expect(try text([[8, 2], [2, 8]]) == "a has the lowest F1, 0.800")
  }

  @Test func perfectLabelsAreFoundEveryTime() throws {
    #expect(try text([[3, 0], [0, 3]]) == "Every label is found every time, and never where it is not")
    #expect(
      try text([[3, 0, 0], [0, 3, 0], [0, 0, 0]])
        == "Every label that occurs is found every time, and never where it is not")
  }

  @Test func oneLabelOrNoRowsSayNothing() throws {
    #expect(try text([[3]]) == nil)
    #expect(try text([[0, 0], [0, 0]]) == nil)
  }
}
