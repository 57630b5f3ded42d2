import Diagnostics
import Evaluation
import Testing

struct ConfidentErrorsTests {
  /// Six errors of “a”, the most confident of all, one of “b”, one of “c”.
  private func evaluation() throws -> ClassificationEvaluation {
    let confidences = [0.99, 0.98, 0.97, 0.96, 0.95, 0.94, 0.6, 0.5]
    return try Predictions(
      labels: ["a", "b", "c"],
      truth: ["a", "a", "a", "a", "a", "a", "b", "c", "a"],
      predicted: ["b", "b", "b", "b", "b", "b", "a", "a", "a"],
      probabilities: confidences.enumerated().map { row, confidence in
        row < 6 ? [1 - confidence, confidence, 0] : [confidence, 1 - confidence, 0]
      } + [[1, 0, 0]]
    ).evaluate()
  }

  @Test func noLabelFillsTheListAloneAndTheMostConfidentComesFirst() throws {
    let errors = try evaluation().mostConfidentErrors(limit: 4)
    #expect(errors.map(\.row) == [0, 1, 6, 7])
    #expect(errors.map(\.predictedProbability) == [0.99, 0.98, 0.6, 0.5])
    #expect(errors.map(\.label) == ["b", "b", "a", "a"])
  }

  @Test func aTurnThatDoesNotFitGivesItsMostConfidentErrors() throws {
    #expect(try evaluation().mostConfidentErrors(limit: 2).map(\.row) == [0, 6])
    #expect(try evaluation().mostConfidentErrors(limit: 1).map(\.row) == [0])
  }

  @Test func withoutALimitAllErrorsAreThere() throws {
    let evaluation = try evaluation()
    #expect(evaluation.mostConfidentErrors().map(\.row) == Array(0..<8))
    #expect(evaluation.errorCount == 8)
  }

  @Test func whereRowsMayHaveSeveralLabelsTheWorstLabelCounts() throws {
    let evaluation = try Predictions(
      labels: ["x", "y"], truthSets: [["x"], ["x", "y"], []],
      probabilities: [[0.9, 0.7], [0.1, 0.3], [0.1, 0.2]]
    ).evaluate()
    let errors = evaluation.mostConfidentErrors()
    #expect(errors.map(\.row) == [1, 0])
    #expect(errors.map(\.label) == ["x", "y"])
    #expect(errors.map(\.probability) == [0.1, 0.7])
    #expect(errors[0].predictedProbability == nil)
    #expect(evaluation.errorCount == 2)
  }

  @Test func withoutProbabilitiesErrorsComeByRow() throws {
    let evaluation = try Predictions(
      labels: ["a", "b"], truth: ["a", "b", "a", "a"], predicted: ["b", "a", "b", "b"]
    ).evaluate()
    #expect(evaluation.mostConfidentErrors().map(\.row) == [0, 1, 2, 3])
    #expect(evaluation.mostConfidentErrors(limit: 2).map(\.row) == [0, 1])
  }
}
