extension ClassificationMetric {
  /// The average precision of the positive label; undefined when no row has it.
  ///
  /// Its interval is on the logit scale, as Boyd, Eng and Page (2013, ECML PKDD) advise, but of the variance by the
  /// influence of each row (Hampel 1974, JASA 69), with Student's quantile for one less than the m rows with the label.
  /// Their own variance, AP (1 − AP) / m, is that of a proportion of m rows: where scores are normal and 30 % of 2,000
  /// rows have the label, such intervals cover between 93.2 and 97.4 % instead of 95, and more rows do not mend it.
  public static let averagePrecision = ClassificationMetric(
    name: "average_precision", title: "Average precision", needs: .scores([.binary], from: .labelRankings),
    formula: "Σ (Rₙ − Rₙ₋₁) Pₙ over the distinct scores, highest first",
    source: "scikit-learn average_precision_score",
    chance: .ranking { statistics in
      statistics.schema.positive.map { statistics.rankings[$0].averagePrecisionInterval }
        ?? .undefined("no label is the positive one")
    },
    compute: { statistics in
      guard let positive = statistics.schema.positive else {
        return .undefined("no label is the positive one")
      }
      return statistics.rankings[positive].averagePrecision
    })

  /// The mean average precision of all labels; a label that no row has counts as 0.
  public static let averagePrecisionMacro = average(
    .precision, name: "average_precision_macro", title: "Average precision, macro",
    tasks: [.multiclass, .multilabel],
    formula: "mean over labels of the label's average precision against the rest, undefined ones as 0",
    source: "scikit-learn average_precision_score, average='macro'")

  /// The mean average precision of the labels, weighted by how many rows have the label.
  public static let averagePrecisionWeighted = average(
    .weightedPrecision, name: "average_precision_weighted", title: "Average precision, weighted",
    tasks: [.multiclass, .multilabel],
    formula: "mean over labels of the label's average precision against the rest, weighted by tp + fn",
    source: "scikit-learn average_precision_score, average='weighted'")

  /// The average precision of all cells of rows × labels together.
  public static let averagePrecisionMicro = ClassificationMetric(
    name: "average_precision_micro", title: "Average precision, micro",
    needs: .probabilities([.multiclass, .multilabel]),
    formula: "the average precision of all cells of rows × labels",
    source: "scikit-learn average_precision_score, average='micro'",
    chance: .unmeasuredRanking,
    compute: { $0.microRanking?.averagePrecision ?? .undefined("not every label has a probability") })
}
