import Diagnostics
import Evaluation
import Testing

/// Metrics of labels by hand, as fractions.
struct LabelMetricTests {
  /// Truth in rows, prediction in columns: a 3 1 0, b 1 2 1, c 0 0 2; ten rows.
  private func threeLabels() throws -> ClassificationEvaluation {
    try Predictions(
      labels: ["a", "b", "c"],
      truth: ["a", "a", "a", "a", "b", "b", "b", "b", "c", "c"],
      predicted: ["a", "a", "a", "b", "a", "b", "b", "c", "c", "c"]
    ).evaluate()
  }

  private func expect(_ evaluation: ClassificationEvaluation, _ name: String, _ value: Double) {
    #expect(agree(evaluation[name], value), "\(name): \(String(describing: evaluation[name])), not \(value)")
  }

  @Test func theExampleOfTheDocumentationHolds() throws {
    let predictions = try Predictions(
      labels: ["cat", "dog"], truth: ["cat", "dog", "dog"], predicted: ["cat", "cat", "dog"])
    #expect(predictions.evaluate()["accuracy"] == .value(2 / 3))
  }

  @Test func sharesOfRightRows() throws {
    let evaluation = try threeLabels()
    expect(evaluation, "accuracy", 7 / 10)
    expect(evaluation, "hamming_loss", 3 / 10)
    expect(evaluation, "balanced_accuracy", (3.0 / 4 + 2.0 / 4 + 1) / 3)
  }

  @Test func precisionRecallAndF1OfLabels() throws {
    let labels = try threeLabels().perLabel
    let precision: [Double] = [3 / 4, 2 / 3, 2 / 3]
    let recall: [Double] = [3 / 4, 2 / 4, 1]
    let f1: [Double] = [6 / 8, 4 / 7, 4 / 5]
    #expect(labels.map(\.precision.number) == precision)
    #expect(labels.map(\.recall.number) == recall)
    #expect(labels.map(\.f1.number) == f1)
    #expect(labels.map(\.support) == [4, 4, 2])
  }

  @Test func averagesOverLabels() throws {
    let evaluation = try threeLabels()
    expect(evaluation, "precision_macro", (3.0 / 4 + 2.0 / 3 + 2.0 / 3) / 3)
    expect(evaluation, "precision_weighted", (4 * 3.0 / 4 + 4 * 2.0 / 3 + 2 * 2.0 / 3) / 10)
    expect(evaluation, "recall_macro", (3.0 / 4 + 2.0 / 4 + 1) / 3)
    expect(evaluation, "recall_weighted", 7 / 10)
    expect(evaluation, "f1_macro", (6.0 / 8 + 4.0 / 7 + 4.0 / 5) / 3)
    expect(evaluation, "f1_weighted", (4 * 6.0 / 8 + 4 * 4.0 / 7 + 2 * 4.0 / 5) / 10)
    for name in ["precision_micro", "recall_micro", "f1_micro"] { expect(evaluation, name, 7 / 10) }
  }

  @Test func jaccardIndices() throws {
    let evaluation = try threeLabels()
    expect(evaluation, "jaccard_macro", (3.0 / 5 + 2.0 / 5 + 2.0 / 3) / 3)
    expect(evaluation, "jaccard_micro", 7 / 13)
    expect(evaluation, "jaccard_weighted", (4 * 3.0 / 5 + 4 * 2.0 / 5 + 2 * 2.0 / 3) / 10)
  }

  @Test func agreementBeyondChance() throws {
    // Σ tₖ pₖ = 4·4 + 4·3 + 2·3 = 34; Σ tₖ² = 36; Σ pₖ² = 34.
    let evaluation = try threeLabels()
    expect(evaluation, "cohen_kappa", 1 - 3.0 * 10 / (100 - 34))
    expect(evaluation, "matthews_corrcoef", (7.0 * 10 - 34) / (64.0 * 66).squareRoot())
  }

  @Test func weightsCountAsRows() throws {
    let evaluation = try Predictions(
      labels: ["a", "b"], truth: ["a", "a", "b", "b"], predicted: ["a", "b", "b", "a"],
      weights: [3, 1, 0.5, 0]
    ).evaluate()
    #expect(evaluation.weightSum == 4.5)
    #expect(evaluation.rowCount == 4)
    expect(evaluation, "accuracy", 3.5 / 4.5)
    #expect(evaluation.perLabel[0].precision == .value(1))
    #expect(evaluation.perLabel[0].recall == .value(3 / 4))
    #expect(evaluation.perLabel[1].precision == .value(0.5 / 1.5))
    expect(evaluation, "balanced_accuracy", (3.0 / 4 + 1) / 2)
  }

  @Test func anUndefinedRateCountsAsZeroInAveragesWithOneNote() throws {
    let evaluation = try Predictions(
      labels: ["a", "b", "c"], truth: ["a", "a", "b"], predicted: ["a", "c", "a"]
    ).evaluate()
    #expect(evaluation.perLabel[1].precision.reason == "“b” was never predicted")
    #expect(evaluation.perLabel[2].recall.reason == "no row that counts is “c”")
    #expect(evaluation.perLabel[2].f1 == .value(0))
    expect(evaluation, "precision_macro", (1.0 / 2 + 0 + 0) / 3)
    expect(evaluation, "recall_macro", (1.0 / 2 + 0 + 0) / 3)
    expect(evaluation, "balanced_accuracy", (1.0 / 2 + 0) / 2)
    #expect(evaluation.diagnostics.count == 1)
    #expect(
      evaluation.diagnostics.first?.found
        == "no prediction of “b” and no row whose truth is “c”")
    #expect(evaluation.diagnostics.first?.severity == .note)
  }

  @Test func aLabelThatIsNeitherTrueNorPredictedHasNoF1() throws {
    let evaluation = try Predictions(labels: ["a", "b", "c"], truth: ["a", "b"], predicted: ["a", "a"])
      .evaluate()
    #expect(evaluation.perLabel[2].f1.reason == "“c” is neither true nor predicted")
  }

  @Test func withEveryLabelTrueAndPredictedThereIsNothingToNote() throws {
    #expect(try threeLabels().diagnostics.isEmpty)
  }
}
