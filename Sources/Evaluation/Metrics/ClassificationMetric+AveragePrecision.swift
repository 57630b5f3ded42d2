extension ClassificationMetric {
  /// The average precision of the positive label; undefined when no row has it.
  public static let averagePrecision = ClassificationMetric(
    name: "average_precision", title: "Average precision", needs: .scores([.binary]),
    formula: "Σ (Rₙ − Rₙ₋₁) Pₙ over the distinct scores, highest first",
    source: "scikit-learn average_precision_score",
    chance: .unmeasuredRanking,
    compute: { statistics in
      guard let positive = statistics.schema.positive else {
        return .undefined("no label is the positive one")
      }
      return statistics.rankings[positive].averagePrecision
    })

  /// The mean average precision of all labels; a label that no row has counts as 0.
  public static let averagePrecisionMacro = ClassificationMetric(
    name: "average_precision_macro", title: "Average precision, macro",
    needs: .probabilities([.multiclass, .multilabel]),
    formula: "mean over labels of the label's average precision against the rest, undefined ones as 0",
    source: "scikit-learn average_precision_score, average='macro'",
    chance: .unmeasuredRanking,
    compute: { statistics in
      let sum = statistics.rankings.reduce(0) { $0 + ($1.averagePrecision.number ?? 0) }
      return .ratio(sum, Double(statistics.rankings.count), else: "there are no labels")
    })
}
