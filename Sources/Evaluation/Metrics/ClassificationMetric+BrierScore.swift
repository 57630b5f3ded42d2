extension ClassificationMetric {
  /// The mean squared error of the probabilities.
  ///
  /// Of a binary problem that of the positive label, from 0 to 1; of a multiclass problem summed over the
  /// labels of a row, from 0 to 2.
  public static let brierScore = ClassificationMetric(
    name: "brier_score", title: "Brier score", direction: .lowerIsBetter, range: 0...2,
    needs: .probabilities(.singleLabel, from: .sums),
    formula: "binary: Σ w (p − y)² / Σ w of the positive label; else Σ w Σₖ (pₖ − yₖ)² / Σ w",
    source: "Brier 1950, Monthly Weather Review 78; scikit-learn brier_score_loss",
    chance: .mean(.squaredError),
    compute: { .value($0.meanSquaredError) })
}
