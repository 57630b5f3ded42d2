import ChartKit
import Evaluation
import Testing

@testable import ReportModel

struct CurveFindingTests {
  private func labels(_ probabilities: [[Double]], truth: [String]) throws -> [LabelEvaluation] {
    try Predictions(labels: ["a", "b", "c"], truth: truth, probabilities: probabilities).evaluate().perLabel
  }

  @Test func theLowestScoreOfAllLabelsIsNamed() throws {
    let labels = try labels(
      [[0.8, 0.1, 0.1], [0.3, 0.6, 0.1], [0.1, 0.8, 0.1], [0.1, 0.1, 0.8]], truth: ["a", "a", "b", "c"])
    #expect(CurveFinding.text(.roc, labels)?.plain == "Every label is ranked perfectly")
    let swapped = try self.labels(
      [[0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.3, 0.6, 0.1], [0.1, 0.1, 0.8]], truth: ["a", "a", "b", "c"])
    #expect(CurveFinding.text(.roc, swapped)?.plain.hasPrefix("The lowest ROC AUC is 0.6") == true)
  }

  @Test func labelsThatCannotBeRankedAreNotCalledPerfect() throws {
    let labels = try labels([[0.8, 0.2, 0], [0.2, 0.8, 0]], truth: ["a", "b"])
    #expect(CurveFinding.text(.roc, labels)?.plain == "Every label that can be ranked is ranked perfectly")
  }

  @Test func oneLabelHasOneScore() throws {
    let labels = try labels([[0.8, 0.2, 0], [0.2, 0.8, 0]], truth: ["a", "b"])
    #expect(CurveFinding.text(.roc, [labels[0]])?.plain == "ROC AUC of a is 1.000")
    #expect(CurveFinding.text(.precisionRecall, [labels[0]])?.plain == "Average precision of a is 1.000")
  }

  @Test func withoutAScoreThereIsNothingToSay() throws {
    let labels = try Sample.predictions([[2, 1], [1, 2]]).evaluate().perLabel
    #expect(CurveFinding.text(.roc, labels) == nil)
    #expect(CurveFinding.text(.roc, []) == nil)
  }
}
