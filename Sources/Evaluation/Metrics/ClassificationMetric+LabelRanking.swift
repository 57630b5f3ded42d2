extension ClassificationMetric {
  /// How far up the true labels of a row stand among all labels, on average.
  ///
  /// Equal probabilities count against the row. A row of which all labels are true, or none, counts 1.
  public static let labelRankingAveragePrecision = ClassificationMetric(
    name: "label_ranking_average_precision", title: "Label ranking average precision",
    needs: .probabilities([.multilabel]),
    formula:
      "mean over rows of the mean over true labels of |true labels scored ≥ it| / |labels scored ≥ it|",
    source: "scikit-learn label_ranking_average_precision_score",
    chance: .mean(
      .ranked({ sums, count in sums.averagePrecision.mean(count: count) }) { $0.averagePrecision }),
    compute: { statistics in
      .value(min(1, (statistics.rankingSums?.averagePrecision.value ?? .nan) / statistics.weightSum))
    })

  /// How many labels, from the highest score down, hold all true ones of a row, on average.
  public static let coverageError = ClassificationMetric(
    name: "coverage_error", title: "Coverage error", direction: .lowerIsBetter, range: 0...Double.infinity,
    needs: .probabilities([.multilabel]),
    formula: "mean over rows of |labels scored ≥ the lowest true one|; 0 for a row without true labels",
    source: "scikit-learn coverage_error",
    chance: .mean(
      .ranked({ sums, count in
        RowMean(sum: sums.coverage, squares: sums.coverageSquares, count: count)
      }) { Double($0.coverage) }),
    compute: { statistics in .value((statistics.rankingSums?.coverage ?? .nan) / statistics.weightSum) })

  /// The share of pairs of a true and another label of a row that are not in the right order, on average.
  ///
  /// Equal probabilities are not in the right order. A row of which all labels are true, or none, counts 0.
  public static let labelRankingLoss = ClassificationMetric(
    name: "label_ranking_loss", title: "Label ranking loss", direction: .lowerIsBetter,
    needs: .probabilities([.multilabel]),
    formula: "mean over rows of |pairs of a true and another label with p(true) ≤ p(other)| / |such pairs|",
    source: "scikit-learn label_ranking_loss",
    chance: .mean(.ranked({ sums, count in sums.loss.mean(count: count) }) { $0.loss }),
    compute: { statistics in .value((statistics.rankingSums?.loss.value ?? .nan) / statistics.weightSum) })
}

extension RowTerm {
  /// One of the numbers that the ranking of a row's labels gives.
  static func ranked(
    _ summed: @escaping @Sendable (RankingSums, Int) -> RowMean,
    _ term: @escaping @Sendable (RankingSums.Row) -> Double
  ) -> RowTerm {
    RowTerm(summed: { statistics in
      statistics.rankingSums.map { summed($0, statistics.predictions.count) }
    }) { batch, schema in
      (0..<batch.count).map { term(RankingSums.row($0, in: batch, width: schema.labels.count)) }
    }
  }
}
