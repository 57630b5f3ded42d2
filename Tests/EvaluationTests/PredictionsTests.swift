import Diagnostics
import Evaluation
import Testing

struct PredictionsTests {
  private func message(_ body: () throws -> Predictions) -> String? {
    do {
      _ = try body()
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func arraysThatDoNotFitAreRefusedWithWhatWasExpected() {
    #expect(
      message { try Predictions(labels: ["a"], truth: ["a", "a"], predicted: ["a"]) }
        == "predicted has 1 rows; expected 2, as there are true labels.")
    #expect(
      message { try Predictions(labels: ["a"], truth: ["a"], predicted: ["A"]) }
        == "the label “A” occurs in a row; expected one of the labels given.")
    #expect(
      message { try Predictions(labels: ["a", "a"], truth: [], predicted: []) }
        == "the label “a” is given twice; expected each once.")
    #expect(
      message { try Predictions(labels: ["a", "b"], truth: ["a"], probabilities: [[1]]) }
        == "row 0 has 1 probabilities; expected 2, one for each label.")
    #expect(
      message { try Predictions(labels: ["a"], truth: ["a"], probabilities: [[1.7]]) }
        == "row 0 has a probability of 1.7; expected a number from 0 to 1.")
    #expect(message { try Predictions(labels: ["a"], truth: ["a"], probabilities: [[.nan]]) } != nil)
    #expect(
      message { try Predictions(labels: ["a"], truth: ["a"], predicted: ["a"], weights: [-1]) }
        == "row 0 has a weight of -1.0; expected a finite number of at least 0.")
    #expect(
      message { try Predictions(labels: ["a"], truth: ["a"], predicted: ["a"], weights: [.infinity]) } != nil)
    #expect(
      message { try Predictions(labels: ["a"], truth: ["a"]) }
        == "there are neither predicted labels nor probabilities; expected one of them.")
    #expect(
      message { try Predictions(labels: ["a"], truthSets: [["a"]], predictedSets: []) }
        == "predictedSets has 0 rows; expected 1, as there are true labels.")
    #expect(
      message { try Predictions(labels: ["a"], truth: ["a"], predicted: ["a"], texts: []) }
        == "texts has 0 rows; expected 1, as there are true labels.")
  }

  @Test func theFirstLargestProbabilityIsPredicted() throws {
    let predictions = try Predictions(
      labels: ["a", "b", "c"], truth: ["a", "a"], probabilities: [[0.25, 0.5, 0.25], [0.25, 0.375, 0.375]])
    #expect((0..<2).map { predictions.row($0).predictedNames } == [["b"], ["b"]])
  }

  @Test func labelsAboveOneHalfArePredictedWhereRowsMayHaveSeveral() throws {
    let predictions = try Predictions(
      labels: ["x", "y"], truthSets: [["y"]], probabilities: [[0.5, 0.51]])
    #expect(predictions.row(0).predictedNames == ["y"])
    #expect(predictions.row(0).isRight)
  }

  @Test func rowsAreFoundByNumberThroughAllBatches() {
    let schema = PredictionSchema(task: .multiclass, labels: ["a", "b", "c"])
    let batches = [[0, 1], [], [2], [1, 1, 0]].map { truth in
      PredictionBatch(count: truth.count, truth: truth.map { Int32($0) }, predicted: truth.map { _ in 0 })
    }
    let predictions = Predictions(schema: schema, batches: batches)
    #expect(predictions.count == 6)
    #expect((0..<6).map { predictions.row($0).truth } == [[0], [1], [2], [1], [1], [0]])
    #expect((0..<6).map { predictions.row($0).id } == ["0", "1", "2", "3", "4", "5"])
  }

  @Test func aRowShowsAllItsColumns() throws {
    let schema = PredictionSchema(
      task: .binary, labels: ["no", "yes"], scoredLabelCount: 2, positive: 1, hasWeights: true,
      attributeNames: ["site"])
    let batch = PredictionBatch(
      count: 1, truth: [1], predicted: [0], probabilities: [0.75, 0.25], weights: [2],
      ids: TextColumn(["p7"]), texts: TextColumn(["some text"]), images: TextColumn(["7.png"]),
      groups: TextColumn(["g"]), folds: TextColumn(["3"]), attributes: [TextColumn(["north"])])
    let row = Predictions(schema: schema, batches: [batch]).row(0)
    #expect(row.id == "p7" && row.text == "some text" && row.image == "7.png")
    #expect(row.group == "g" && row.fold == "3" && row.attribute(0) == "north" && row.weight == 2)
    #expect(row.truthNames == ["yes"] && row.predictedNames == ["no"] && !row.isRight)
    #expect(row.isTrue(1) && !row.isTrue(0) && row.isPredicted(0) && !row.isPredicted(1))
    #expect(row.probability(of: 1) == 0.25)
  }

  @Test func twoLabelsMakeABinaryProblemWhosePositiveIsTheLast() throws {
    let two = try Predictions(labels: ["a", "b"], truth: ["a"], predicted: ["a"])
    #expect(two.schema.task == .binary && two.schema.positive == 1)
    let three = try Predictions(labels: ["a", "b", "c"], truth: ["a"], predicted: ["a"])
    #expect(three.schema.task == .multiclass && three.schema.positive == nil)
  }
}
