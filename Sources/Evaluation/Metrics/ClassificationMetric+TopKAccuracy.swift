extension ClassificationMetric {
  /// The share of rows whose true label is among the `k` labels with the largest probabilities.
  ///
  /// Of equal probabilities the later label wins, in the order of labels as scikit-learn sorts them: by number if all
  /// are numbers, else by their bytes. Computed only where there are more than `k` labels, as it would else be 1.
  ///
  /// - Precondition: `k` is from 1 to ``TruthRanks/depth``.
  public static func topKAccuracy(_ k: Int) -> ClassificationMetric {
    precondition((1...TruthRanks.depth).contains(k), "ranks are counted up to \(TruthRanks.depth)")
    return ClassificationMetric(
      name: "top_\(k)_accuracy", title: "Top-\(k) accuracy",
      needs: .probabilities([.multiclass], fewestLabels: k + 1),
      formula: "Σ w [y is among the \(k) labels of largest p] / Σ w",
      source: "scikit-learn top_k_accuracy_score, k=\(k)",
      chance: .proportion(.isAmongTop(k)),
      compute: { statistics in
        .value(min(1, statistics.truthRanks.within(k) / statistics.weightSum))
      })
  }
}

extension RowTerm {
  /// 1 where the true label is among the `k` of largest probability, else 0.
  static func isAmongTop(_ k: Int) -> RowTerm {
    RowTerm(summed: { statistics in
      RowMean(ones: statistics.truthRanks.within(k), count: statistics.predictions.count)
    }) { batch, schema in
      let order = LabelSorting.ranks(of: schema.labels)
      return (0..<batch.count).map { TruthRanks.rank(of: $0, in: batch, schema: schema, order) < k ? 1 : 0 }
    }
  }
}
