import Foundation

extension ClassificationMetric {
  /// The share of the log loss of always giving the labels' frequencies that the probabilities save.
  ///
  /// From −∞ to 1: 1 is perfect, 0 no better than the frequencies among the rows themselves, below 0 worse.
  /// Undefined where all rows have one label.
  public static let d2LogLoss = ClassificationMetric(
    name: "d2_log_loss", title: "D² log loss", range: -Double.infinity...1,
    needs: .probabilities(.singleLabel, from: .sums),
    formula: "1 − log loss / (−Σ fₖ ln fₖ), fₖ the share of rows with label k",
    source: "scikit-learn d2_log_loss_score",
    chance: .influence { statistics in
      let shares = statistics.labelCounts.map { $0.support / statistics.weightSum }
      let entropy = shares.reduce(0) { $0 - ($1 > 0 ? $1 * log($1) : 0) }
      return RelativeLoss(
        .logLoss, mean: statistics.rowMeans.logLoss, sums: \.logLosses,
        null: shares.map { $0 > 0 ? -log($0) : 0 },
        nullMean: entropy
      ).term
    },
    compute: { statistics in
      let entropy = frequencies(statistics).reduce(0) { $0 - $1 * log($1) }
      return saved(statistics.meanLogLoss, of: entropy)
    })

  /// The share of the Brier score of always giving the labels' frequencies that the probabilities save: the
  /// Brier skill score.
  ///
  /// From −∞ to 1: 1 is perfect, 0 no better than the frequencies among the rows themselves, below 0 worse.
  /// Undefined where all rows have one label.
  public static let d2BrierScore = ClassificationMetric(
    name: "d2_brier_score", title: "D² Brier score", range: -Double.infinity...1,
    needs: .probabilities(.singleLabel, from: .sums),
    formula: "1 − Brier score / (1 − Σ fₖ²), fₖ the share of rows with label k; binary: / f (1 − f)",
    source: "scikit-learn d2_brier_score",
    chance: .influence { statistics in
      let shares = statistics.labelCounts.map { $0.support / statistics.weightSum }
      let square = shares.reduce(0) { $0 + $1 * $1 }
      let scale = statistics.schema.positive == nil ? 1.0 : 0.5
      // Σ fₖ² grows by 2 (fₖ − Σ fₖ²) / n with a row of label k.
      return RelativeLoss(
        .squaredError, mean: statistics.rowMeans.squaredError, sums: \.squaredErrors,
        null: shares.map { scale * (1 + square - 2 * $0) }, nullMean: scale * (1 - square)
      ).term
    },
    compute: { statistics in
      let spread = frequencies(statistics).reduce(0) { $0 + $1 * (1 - $1) }
      // Of two labels, the score is that of the positive one only.
      return saved(statistics.meanSquaredError, of: statistics.schema.positive == nil ? spread : spread / 2)
    })

  /// The share of each label that some row has.
  private static func frequencies(_ statistics: ClassificationStatistics) -> [Double] {
    statistics.labelCounts.map { $0.support / statistics.weightSum }.filter { $0 > 0 }
  }

  private static func saved(_ loss: Double, of reference: Double) -> MetricValue {
    guard reference > 0 else { return .undefined("all rows that count have one and the same true label") }
    return .value(1 - loss / reference)
  }
}
