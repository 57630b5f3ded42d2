import Evaluation
import Testing

/// Metrics of rows that may have several labels, by hand, as fractions.
struct LabelSetMetricTests {
  /// Four rows: one right, one with a label too many, one with a label missed, one empty in both.
  private func evaluation() throws -> ClassificationEvaluation {
    try Predictions(
      labels: ["x", "y", "z"],
      truthSets: [["x", "y"], ["x"], ["y", "z"], []],
      predictedSets: [["y", "x"], ["x", "z"], ["y"], []]
    ).evaluate()
  }

  private func expect(_ name: String, _ value: Double) throws {
    let found = try evaluation()[name]
    #expect(agree(found, value), "\(name): \(String(describing: found)), not \(value)")
  }

  @Test func accuracyCountsRowsOfWhichAllLabelsAreRight() throws {
    try expect("accuracy", 2 / 4)
    try expect("hamming_loss", 2 / 12)
  }

  @Test func countsOfLabels() throws {
    let counts = try evaluation().perLabel.map(\.counts)
    #expect(
      counts == [
        LabelCounts(truePositives: 2, falsePositives: 0, falseNegatives: 0, trueNegatives: 2),
        LabelCounts(truePositives: 2, falsePositives: 0, falseNegatives: 0, trueNegatives: 2),
        LabelCounts(truePositives: 0, falsePositives: 1, falseNegatives: 1, trueNegatives: 2),
      ])
  }

  @Test func averagesOverLabels() throws {
    try expect("precision_macro", (1 + 1 + 0) / 3)
    try expect("recall_weighted", (2 + 2 + 0) / 5)
    try expect("precision_micro", 4 / 5)
    try expect("recall_micro", 4 / 5)
    try expect("f1_micro", 8 / 10)
    try expect("jaccard_micro", 4 / 6)
    try expect("jaccard_macro", 2 / 3)
  }

  @Test func averagesOverRowsCountAnEmptyRowAsZero() throws {
    try expect("precision_samples", (1 + 1.0 / 2 + 1 + 0) / 4)
    try expect("recall_samples", (1 + 1 + 1.0 / 2 + 0) / 4)
    try expect("f1_samples", (1 + 2.0 / 3 + 2.0 / 3 + 0) / 4)
    try expect("jaccard_samples", (1 + 1.0 / 2 + 1.0 / 2 + 0) / 4)
  }

  @Test func metricsOfOneLabelARowAreNotThere() throws {
    let evaluation = try evaluation()
    #expect(evaluation.confusion == nil)
    for name in ["balanced_accuracy", "matthews_corrcoef", "cohen_kappa", "log_loss", "roc_auc"] {
      #expect(evaluation[name] == nil)
    }
    #expect(evaluation.confusedPairs().isEmpty)
  }

  @Test func areasOverLabelsAndOverAllCells() throws {
    let evaluation = try Predictions(
      labels: ["x", "y"], truthSets: [["x"], ["y"], []],
      probabilities: [[0.9, 0.2], [0.3, 0.2], [0.4, 0.1]]
    ).evaluate()
    #expect(evaluation["roc_auc_macro"] == .value(7 / 8))
    // Of 2 × 4 pairs of cells, 0.9 wins all four; 0.2 wins over 0.1 and is tied with 0.2.
    #expect(evaluation["roc_auc_micro"] == .value(5.5 / 8))
    #expect(evaluation["average_precision_macro"] == .value(3 / 4))
    #expect(evaluation.perLabel[1].averagePrecision == .value(1 / 2))
  }

  @Test func withoutAnyTrueOrPredictedLabelRatesAreUndefined() throws {
    let evaluation = try Predictions(labels: ["x"], truthSets: [[], []], predictedSets: [[], []]).evaluate()
    #expect(evaluation["accuracy"] == .value(1))
    #expect(evaluation["f1_micro"]?.reason == "no row that counts has a label to count")
    #expect(evaluation["recall_weighted"]?.reason == "no row that counts has a label")
    #expect(evaluation["f1_macro"] == .value(0))
  }
}
