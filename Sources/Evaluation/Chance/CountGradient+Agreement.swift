extension CountGradient {
  /// The derivatives of balanced accuracy: of the mean recall of the labels that occur.
  static func balancedAccuracy(_ statistics: ClassificationStatistics) -> CountGradient {
    let share = 1 / Double(statistics.labelCounts.count { $0.support > 0 })
    return LabelMeasure.recall.gradient(statistics.labelCounts) { _ in share }
  }

  /// The derivatives of Cohen's kappa, 1 − w n / E with E = n² − Σ tₖ pₖ, w the wrong rows, tₖ = tp + fn and
  /// pₖ = tp + fp.
  static func cohenKappa(_ statistics: ClassificationStatistics) -> CountGradient {
    let counts = statistics.labelCounts
    let total = statistics.weightSum
    let wrong = counts.reduce(0) { $0 + $1.falseNegatives }
    let expected = total * total - counts.reduce(0) { $0 + $1.support * $1.predicted }
    let slope = wrong * total / (expected * expected)
    return CountGradient(
      labels: counts.map { label in
        LabelCounts(
          truePositives: -slope * (label.predicted + label.support),
          falsePositives: -slope * label.support,
          falseNegatives: -slope * label.predicted - total / expected)
      },
      perRow: 2 * total * slope - wrong / expected)
  }

  /// The derivatives of Matthews' correlation, (c n − Σ tₖ pₖ) / √(A B) with A = n² − Σ tₖ² and B = n² − Σ pₖ².
  static func matthewsCorrcoef(_ statistics: ClassificationStatistics) -> CountGradient {
    let counts = statistics.labelCounts
    let total = statistics.weightSum
    let right = statistics.correctWeight
    let square = total * total
    let truthVariance = square - counts.reduce(0) { $0 + $1.support * $1.support }
    let predictionVariance = square - counts.reduce(0) { $0 + $1.predicted * $1.predicted }
    let scale = truthVariance.squareRoot() * predictionVariance.squareRoot()
    let value = (right * total - counts.reduce(0) { $0 + $1.support * $1.predicted }) / scale
    return CountGradient(
      labels: counts.map { label in
        let byTruth = value * label.support / truthVariance - label.predicted / scale
        let byPrediction = value * label.predicted / predictionVariance - label.support / scale
        return LabelCounts(
          truePositives: byTruth + byPrediction, falsePositives: byPrediction, falseNegatives: byTruth)
      },
      perRow: right / scale - value * total * (1 / truthVariance + 1 / predictionVariance),
      perRightRow: total / scale)
  }
}
