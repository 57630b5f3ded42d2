extension ClassificationMetric {
  /// Agreement of prediction and truth beyond chance; undefined when both are one and the same label throughout.
  public static let cohenKappa = ClassificationMetric(
    name: "cohen_kappa", title: "Cohen's kappa", range: -1...1, needs: .labels(.singleLabel),
    formula: "1 − (n − c) n / (n² − Σ tₖ pₖ), c right, tₖ true and pₖ predicted as label k",
    source: "Cohen 1960, Educational and Psychological Measurement 20; scikit-learn cohen_kappa_score",
    chance: .counts(gradient: CountGradient.cohenKappa),
    compute: { statistics in
      let counts = statistics.labelCounts
      let used = counts.count { $0.support > 0 || $0.predicted > 0 }
      guard used > 1 else { return .undefined("all rows that count have one label, true and predicted") }
      let total = statistics.weightSum
      let chance = counts.reduce(0) { $0 + $1.support * $1.predicted }
      let wrong = counts.reduce(0) { $0 + $1.falseNegatives }
      let expected = total * total - chance
      guard expected > 0 else { return .undefined("all weight lies on one label") }
      return .value(max(-1, 1 - wrong * total / expected))
    })
}
