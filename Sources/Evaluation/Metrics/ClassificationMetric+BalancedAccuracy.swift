extension ClassificationMetric {
  /// The mean recall of the labels that are true of some row; others are skipped.
  public static let balancedAccuracy = ClassificationMetric(
    name: "balanced_accuracy", title: "Balanced accuracy", needs: .labels(.singleLabel),
    formula: "mean over labels with tp + fn > 0 of tp / (tp + fn)",
    source: "scikit-learn balanced_accuracy_score",
    chance: .counts(gradient: CountGradient.balancedAccuracy),
    compute: { statistics in
      let recalls = statistics.labelCounts.filter { $0.support > 0 }.map { $0.truePositives / $0.support }
      return .value(recalls.reduce(0, +) / Double(recalls.count))
    })
}
