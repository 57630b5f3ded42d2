extension ClassificationMetric {
  /// The mean surprise at the true label, in nats.
  ///
  /// Probabilities are clipped to [2⁻⁵², 1 − 2⁻⁵²] and used as they are, never renormalised.
  public static let logLoss = ClassificationMetric(
    name: "log_loss", title: "Log loss", direction: .lowerIsBetter, range: 0...Double.infinity,
    needs: .probabilities(.singleLabel, from: .sums),
    formula: "Σ w · −ln p(true label) / Σ w",
    source: "scikit-learn log_loss",
    chance: .mean(.logLoss),
    compute: { .value($0.meanLogLoss) })
}
