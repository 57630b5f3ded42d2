extension ClassificationEvaluation {
  /// The text that gobbli 0.2.4 calls its metrics report: four metrics, then scikit-learn's classification report.
  ///
  /// Undefined numbers are 0, as there; the accuracy of no rows is `nan`.
  public func metricsReport() -> String {
    let lines: [(String, Double)] = [
      ("Weighted F1 Score", ClassificationMetric.f1Weighted.value(for: statistics).number ?? 0),
      ("Weighted Precision Score", ClassificationMetric.precisionWeighted.value(for: statistics).number ?? 0),
      ("Weighted Recall Score", ClassificationMetric.recallWeighted.value(for: statistics).number ?? 0),
      ("Accuracy", ClassificationMetric.accuracy.value(for: statistics).number ?? .nan),
    ]
    let metrics = lines.map { "\($0.0): \(PythonNumber.repr($0.1))\n" }.joined()
    return """
      Metrics:
      --------
      \(metrics)
      Classification Report:
      ----------------------
      \(ClassificationReportText(statistics: statistics).text)

      """
  }
}
