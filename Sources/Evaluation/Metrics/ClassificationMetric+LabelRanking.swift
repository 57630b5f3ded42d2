extension ClassificationMetric {
  /// How far up the true labels of a row stand among all labels, on average.
  ///
  /// Equal probabilities count against the row. A row of which all labels are true, or none, counts 1.
  public static let labelRankingAveragePrecision = ClassificationMetric(
    name: "label_ranking_average_precision", title: "Label ranking average precision",
    needs: .probabilities([.multilabel], from: .sums),
    formula:
      "mean over rows of the mean over true labels of |true labels with p ≥ its p| / |labels with p ≥ its p|",
    source: "scikit-learn label_ranking_average_precision_score",
    chance: .mean(
      .order({ sums, count in sums.averagePrecision.mean(count: count) }) { $0.averagePrecision }),
    compute: { statistics in
      guard let sums = statistics.rankingSums else { return notRanked }
      return .value(min(1, sums.averagePrecision.value / statistics.weightSum))
    })

  /// How many labels one has to go through, from the largest probability down, to find all true ones, on
  /// average.
  ///
  /// At best the mean number of true labels; equal probabilities count against the row. A row without true
  /// labels counts 0.
  public static let coverageError = ClassificationMetric(
    name: "coverage_error", title: "Coverage error", direction: .lowerIsBetter, range: 0...Double.infinity,
    needs: .probabilities([.multilabel], from: .sums),
    formula: "mean over rows of |labels with p ≥ the smallest p of a true label|",
    source: "scikit-learn coverage_error",
    chance: .mean(.order({ sums, count in sums.coverageMean(count: count) }) { Double($0.coverage) }),
    compute: { statistics in
      guard let sums = statistics.rankingSums else { return notRanked }
      return .value(sums.coverage / statistics.weightSum)
    })

  /// The share of pairs of a true and another label of a row that are in the wrong order, on average.
  ///
  /// Equal probabilities are in the wrong order. A row of which all labels are true, or none, counts 0.
  public static let labelRankingLoss = ClassificationMetric(
    name: "label_ranking_loss", title: "Label ranking loss", direction: .lowerIsBetter,
    needs: .probabilities([.multilabel], from: .sums),
    formula: "mean over rows of |pairs of a true and another label with p(true) ≤ p(other)| / |such pairs|",
    source: "scikit-learn label_ranking_loss",
    chance: .mean(.order({ sums, count in sums.loss.mean(count: count) }) { $0.loss }),
    compute: { statistics in
      guard let sums = statistics.rankingSums else { return notRanked }
      return .value(min(1, sums.loss.value / statistics.weightSum))
    })

  private static let notRanked = MetricValue.undefined("not every label has a probability")
}

extension RowTerm {
  /// One of the numbers that the order of a row's labels gives.
  fileprivate static func order(
    _ summed: @escaping @Sendable (RankingSums, Int) -> RowMean,
    _ term: @escaping @Sendable (TrueLabelOrder) -> Double
  ) -> RowTerm {
    RowTerm(summed: { statistics in statistics.rankingSums.map { summed($0, statistics.rowCount) } }) {
      batch, schema in
      (0..<batch.count).map { term(TrueLabelOrder(of: $0, in: batch, labelCount: schema.labels.count)) }
    }
  }
}
