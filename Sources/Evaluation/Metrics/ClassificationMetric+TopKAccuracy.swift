extension ClassificationMetric {
  /// The share of rows whose true label is among the `count` labels with the largest probabilities.
  ///
  /// Of equal probabilities the later label comes first, in the order in which scikit-learn sorts labels: by
  /// number if all are numbers, else by their bytes; the order of the columns does not matter. Computed only
  /// where there are more labels than `count`, as it would else be 1.
  ///
  /// ```swift
  /// let options = EvaluationOptions(metrics: .standard.setting(.topKAccuracy(10)))
  /// predictions.evaluate(options)["top_10_accuracy"]
  /// ```
  ///
  /// - Precondition: `count` is at least 1.
  public static func topKAccuracy(_ count: Int) -> ClassificationMetric {
    precondition(count >= 1, "at least one label is looked at")
    return ClassificationMetric(
      name: "top_\(count)_accuracy", title: "Top-\(count) accuracy",
      needs: .probabilities([.multiclass], from: .sums, fewestLabels: count + 1),
      formula: "Σ w [y is among the \(count) labels of largest p] / Σ w",
      source: "scikit-learn top_k_accuracy_score, k=\(count)",
      chance: .proportion(.isAmongTop(count)),
      compute: { .value(min(1, $0.truthRanks.within(count) / $0.weightSum)) })
  }
}

extension RowTerm {
  /// 1 where the true label is among the `count` of largest probability, else 0.
  fileprivate static func isAmongTop(_ count: Int) -> RowTerm {
    RowTerm(summed: { RowMean(ones: $0.truthRanks.within(count), count: $0.rowCount) }) { batch, schema in
      TruthPlace.mapAll(in: batch, schema: schema) { $0.rank < count ? 1 : 0 }
    }
  }
}
