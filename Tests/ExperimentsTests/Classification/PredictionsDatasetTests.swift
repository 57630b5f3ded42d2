import Diagnostics
import Evaluation
import Experiments
import Testing

@Suite("Predictions of a dataset")
struct PredictionsDatasetTests {
  @Test("Ids, texts, columns, truth and the first largest probability stand in the rows")
  func oneLabel() throws {
    let dataset = ClassificationDataset(
      ids: ["i", "j"], texts: ["a", "b"], columns: [.init(name: "site", values: ["north", "south"])],
      labels: ["x", "y"])
    let predictions = try Predictions(
      dataset, labels: ["x", "y"], probabilities: [[0.5, 0.5], [0.6, 0.4]])
    #expect(predictions.schema.task == .binary)
    #expect(predictions.schema.positive == 1)
    #expect(predictions.schema.attributeNames == ["site"])
    #expect(predictions.row(1).id == "j")
    #expect(predictions.row(1).text == "b")
    #expect(predictions.row(1).attribute(0) == "south")
    #expect(predictions.row(0).predictedNames == ["x"])
    #expect(predictions.evaluate()["accuracy"] == .value(0.5))
    #expect(predictions.schema.probabilityProblem == nil)
  }

  @Test("Several labels are predicted above one half, strictly")
  func severalLabels() throws {
    let dataset = ClassificationDataset(texts: ["a", "b"], labelSets: [["y"], []])
    let predictions = try Predictions(
      dataset, labels: ["x", "y"], probabilities: [[0.5, 0.6], [0.7, 0.2]])
    #expect(predictions.schema.task == .multilabel)
    #expect(predictions.row(0).predictedNames == ["y"])
    #expect(predictions.row(1).predictedNames == ["x"])
    #expect(predictions.row(1).truthNames == [])
    #expect(predictions.evaluate()["accuracy"] == .value(0.5))
  }

  @Test("A label that only the truth has is last and never predicted")
  func unknownLabels() throws {
    let dataset = ClassificationDataset(texts: ["a", "b", "c"], labels: ["x", "q", "q"])
    let predictions = try Predictions(
      dataset, labels: ["x", "y"], probabilities: [[1, 0], [0.5, 0.5], [0, 1]])
    #expect(predictions.schema.labels == ["x", "y", "q"])
    #expect(predictions.schema.scoredLabelCount == 2)
    #expect(predictions.schema.task == .multiclass)
    let evaluation = predictions.evaluate()
    #expect(evaluation["accuracy"] == .value(1 / 3))
    #expect(evaluation["log_loss"]?.reason == "“q” has no probability column")

    let sets = ClassificationDataset(texts: ["a"], labelSets: [["z", "x"]])
    let several = try Predictions(sets, labels: ["x"], probabilities: [[0.9]])
    #expect(several.row(0).truthNames == ["x", "z"])
    #expect(several.row(0).predictedNames == ["x"])
  }

  @Test("Several labels that only the truth has leave the metrics of labels")
  func severalUnknownLabels() throws {
    let dataset = ClassificationDataset(texts: ["a", "b", "c"], labels: ["x", "q", "z"])
    let predictions = try Predictions(
      dataset, labels: ["x", "y"], probabilities: [[1, 0], [0.5, 0.5], [0, 1]])
    #expect(predictions.schema.labels == ["x", "y", "q", "z"])
    #expect(predictions.evaluate()["accuracy"] == .value(1 / 3))
  }

  @Test("Rows that do not sum to 1 leave the metrics of labels")
  func sums() throws {
    let dataset = ClassificationDataset(texts: ["a", "b"], labels: ["x", "y"])
    let predictions = try Predictions(dataset, labels: ["x", "y"], probabilities: [[1, 0], [0.2, 0.4]])
    #expect(
      predictions.schema.probabilityProblem == "the probabilities of 1 row do not sum to 1, first of row 1")
    #expect(predictions.evaluate()["accuracy"] == .value(1))
  }

  @Test("Rows that are missing, and probabilities that are none, are refused")
  func faults() {
    let dataset = ClassificationDataset(texts: ["a", "b"], labels: ["x", "y"])
    for rows in [[], [[1.0, 0.0]], [[1, 0], [1]], [[1, 0], [.nan, 0]]] {
      #expect(throws: PredictionsError.self) {
        try Predictions(dataset, labels: ["x", "y"], probabilities: rows)
      }
    }
    #expect(throws: PredictionsError.self) {
      try Predictions(dataset, labels: ["x", "x"], probabilities: [[1, 0], [1, 0]])
    }
  }

  @Test("A dataset without examples has no rows")
  func nothing() throws {
    let empty = ClassificationDataset(texts: [], labels: [])
    #expect(try Predictions(empty, labels: ["x", "y"], probabilities: []).count == 0)
  }
}
