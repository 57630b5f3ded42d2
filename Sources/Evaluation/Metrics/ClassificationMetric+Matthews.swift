extension ClassificationMetric {
  /// The correlation of prediction and truth; undefined when either is one label throughout.
  public static let matthewsCorrcoef = ClassificationMetric(
    name: "matthews_corrcoef", title: "Matthews correlation", range: -1...1, needs: .labels(.singleLabel),
    formula: "(c n − Σ tₖ pₖ) / √((n² − Σ pₖ²)(n² − Σ tₖ²)), c right, tₖ true and pₖ predicted as label k",
    source: "Gorodkin 2004, Computational Biology and Chemistry 28; scikit-learn matthews_corrcoef",
    chance: .counts(gradient: CountGradient.matthewsCorrcoef),
    compute: { statistics in
      let truths = statistics.labelCounts.map(\.support)
      let predictions = statistics.labelCounts.map(\.predicted)
      guard truths.count(where: { $0 > 0 }) > 1 else {
        return .undefined("all rows that count have one and the same true label")
      }
      guard predictions.count(where: { $0 > 0 }) > 1 else {
        return .undefined("one and the same label was predicted for all rows that count")
      }
      let total = statistics.weightSum
      let square = total * total
      let agreement = zip(truths, predictions).reduce(0) { $0 + $1.0 * $1.1 }
      let covariance = statistics.correctWeight * total - agreement
      let truthVariance = square - truths.reduce(0) { $0 + $1 * $1 }
      let predictionVariance = square - predictions.reduce(0) { $0 + $1 * $1 }
      let scale = truthVariance.squareRoot() * predictionVariance.squareRoot()
      guard scale > 0 else { return .undefined("all weight lies on one label") }
      return .value(min(1, max(-1, covariance / scale)))
    })
}
