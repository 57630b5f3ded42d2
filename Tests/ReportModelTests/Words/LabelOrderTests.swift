import Diagnostics
import Evaluation
import Testing

@testable import ReportModel

struct LabelOrderTests {
  @Test func theLowestRecallComesFirstAndOfEqualsTheOneWithMoreSupport() throws {
    let evaluation = try Sample.predictions([[3, 0, 0, 0], [1, 1, 0, 0], [0, 2, 2, 0], [0, 0, 0, 0]])
      .evaluate()
    #expect(LabelOrder.byRecall(evaluation).map(\.label.text) == ["c", "b", "a"])
  }

  @Test func labelsWithoutF1ComeBeforeTheLowest() throws {
    let evaluation = try Sample.predictions([[3, 0, 0], [1, 1, 0], [0, 0, 0]]).evaluate()
    #expect(LabelOrder.byF1(evaluation).map(\.label.text) == ["c", "b", "a"])
  }
}
