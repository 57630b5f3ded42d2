extension ClassificationMetric {
  /// The share of rows for which exactly the true labels were predicted.
  public static let accuracy = ClassificationMetric(
    name: "accuracy", title: "Accuracy", needs: .labels(),
    formula: "Σ w [ŷ = y] / Σ w; where rows may have several labels, all of them must be right",
    source: "scikit-learn accuracy_score",
    chance: .proportion(.right),
    compute: { .value($0.correctWeight / $0.weightSum) })
}
