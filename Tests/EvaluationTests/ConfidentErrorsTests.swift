import Diagnostics
import Evaluation
import Testing

struct ConfidentErrorsTests {
  /// Six errors of “a” called “b”, the most confident of all, one of “b” and one of “c” called “a”.
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

  @Test func noCellFillsTheListAloneAndTheMostConfidentComesFirst() throws {
    let errors = try evaluation().mostConfidentErrors(limit: 4)
    #expect(errors.map(\.row) == [0, 1, 6, 7])
    #expect(errors.map(\.predictedProbability) == [0.99, 0.98, 0.6, 0.5])
    #expect(errors.map(\.label) == ["b", "b", "a", "a"])
  }

  @Test func aTurnThatDoesNotFitGivesItsMostConfidentErrors() throws {
    #expect(try evaluation().mostConfidentErrors(limit: 2).map(\.row) == [0, 6])
    #expect(try evaluation().mostConfidentErrors(limit: 1).map(\.row) == [0])
  }

  @Test func theCellsOfOneTrueLabelTakeTurnsToo() throws {
    let confidences = [0.9, 0.8, 0.7, 0.6, 0.55, 0.5]
    let evaluation = try Predictions(
      labels: ["a", "b", "c"],
      truth: ["a", "a", "a", "a", "a", "b"],
      predicted: ["b", "b", "b", "c", "c", "c"],
      probabilities: confidences.enumerated().map { row, confidence in
        row < 3 ? [1 - confidence, confidence, 0] : [1 - confidence, 0, confidence]
      }
    ).evaluate()
    // Cells ab, ac and bc: 0, 3, 5 lead them; then 1 and 4; then 2.
    #expect(evaluation.mostConfidentErrors(limit: 3).map(\.row) == [0, 3, 5])
    #expect(evaluation.mostConfidentErrors(limit: 4).map(\.row) == [0, 1, 3, 5])
    #expect(evaluation.mostConfidentErrors(limit: 5).map(\.row) == [0, 1, 3, 4, 5])
    #expect(evaluation.mostConfidentErrors(limit: 2).map(\.row) == [0, 3])
  }

  @Test func whereThereAreMoreCellsThanPlacesTheMostConfidentCellsAreThere() throws {
    let labels = (0..<40).map { "l\($0)" }
    let truth = labels + labels
    let evaluation = try Predictions(
      labels: labels, truth: truth,
      probabilities: truth.indices.map { row in
        // Row i is true of label i and predicted as the next; the second round is surer than the first.
        var row = (row, [Double](repeating: 0, count: 40))
        row.1[(row.0 + 1) % 40] = 0.5 + Double(row.0) / 200
        row.1[row.0 % 40] = 0.5 - Double(row.0) / 200
        return row.1
      }
    ).evaluate()
    #expect(evaluation.mostConfidentErrors(limit: 3).map(\.row) == [79, 78, 77])
    #expect(evaluation.mostConfidentErrors(limit: 41).map(\.row).suffix(2) == [40, 39])
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

  @Test func whereRowsMayHaveSeveralLabelsWrongAndMissedLabelsTakeTurns() throws {
    let evaluation = try Predictions(
      labels: ["x", "y"], truthSets: [[], [], ["x"], []],
      probabilities: [[0.99, 0], [0.98, 0], [0.4, 0], [0, 0.51]]
    ).evaluate()
    #expect(evaluation.mostConfidentErrors(limit: 3).map(\.row) == [0, 2, 3])
    #expect(evaluation.mostConfidentErrors(limit: 4).map(\.row) == [0, 1, 2, 3])
  }

  @Test func withoutProbabilitiesErrorsComeByRow() throws {
    let evaluation = try Predictions(
      labels: ["a", "b"], truth: ["a", "b", "a", "a"], predicted: ["b", "a", "b", "b"]
    ).evaluate()
    #expect(evaluation.mostConfidentErrors().map(\.row) == [0, 1, 2, 3])
    #expect(evaluation.mostConfidentErrors(limit: 2).map(\.row) == [0, 1])
    #expect(evaluation.mostConfidentErrors(limit: 3).map(\.row) == [0, 1, 2])
  }
}
