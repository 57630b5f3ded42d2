import Foundation

extension ClassificationMetric {
  /// The share of the log loss of always giving the labels' frequencies that the probabilities save.
  ///
  /// 1 is perfect, 0 no better than the frequencies, below 0 worse; undefined where all rows have one label.
  public static let d2LogLoss = ClassificationMetric(
    name: "d2_log_loss", title: "D² log loss", range: -Double.infinity...1,
    needs: .probabilities(.singleLabel),
    formula: "1 − log loss / (−Σ fₖ ln fₖ), fₖ the share of rows with label k",
    source: "scikit-learn d2_log_loss_score",
    compute: { statistics in
      let entropy = frequencies(statistics).reduce(0) { $0 - $1 * log($1) }
      return explained(statistics.meanLogLoss, of: entropy)
    })

  /// The share of the Brier score of always giving the labels' frequencies that the probabilities save.
  ///
  /// 1 is perfect, 0 no better than the frequencies, below 0 worse; undefined where all rows have one label. Also known
  /// as the Brier skill score.
  public static let d2BrierScore = ClassificationMetric(
    name: "d2_brier_score", title: "D² Brier score", range: -Double.infinity...1,
    needs: .probabilities(.singleLabel),
    formula: "1 − Brier score / that of fₖ, the share of rows with label k",
    source: "scikit-learn d2_brier_score",
    compute: { statistics in
      let spread = 1 - frequencies(statistics).reduce(0) { $0 + $1 * $1 }
      return explained(
        statistics.meanSquaredError, of: statistics.schema.positive == nil ? spread : spread / 2)
    })

  private static func frequencies(_ statistics: ClassificationStatistics) -> [Double] {
    statistics.labelCounts.map { $0.support / statistics.weightSum }.filter { $0 > 0 }
  }

  private static func explained(_ loss: Double, of null: Double) -> MetricValue {
    guard null > 0 else { return .undefined("all rows that count have one and the same true label") }
    return .value(1 - loss / null)
  }
}
