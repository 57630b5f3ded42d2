public import Diagnostics

/// What the predictions say of one label against all others.
public struct LabelEvaluation: Hashable, Sendable {
  /// The label.
  public var label: ExactString
  /// True and false positives and negatives, summed by weight.
  public var counts: LabelCounts
  /// tp / (tp + fp); undefined when the label was never predicted.
  public var precision: MetricValue
  /// tp / (tp + fn); undefined when the label is never true.
  public var recall: MetricValue
  /// 2 tp / (2 tp + fp + fn); undefined when the label is neither true nor predicted.
  public var f1: MetricValue
  /// The area under the ROC curve of the label against the rest.
  public var rocAUC: MetricValue
  /// The average precision of the label against the rest.
  public var averagePrecision: MetricValue
  /// The mean of (p − y)², by weight, p being the probability of the label and y 1 where a row has it, else
  /// 0: from 0 to 1, the lower the better.
  ///
  /// The Brier score of the label against the rest. Probabilities need not sum to 1. Undefined without
  /// probabilities of the label, and without rows that count.
  public var brierScore: MetricValue
  /// The interval of ``precision``; absent where undefined, and where rows have weights or belong to groups.
  public var precisionInterval: Interval?
  /// The interval of ``recall``; absent as that of precision.
  public var recallInterval: Interval?
  /// The interval of ``f1``; absent as that of precision.
  ///
  /// F1 is 2 j / (1 + j) of the Jaccard index j = tp / (tp + fp + fn), and that is a proportion: of the rows
  /// that have the label or were predicted to. The ends are those of its score interval, carried over.
  public var f1Interval: Interval?
  /// The interval of the specificity tn / (tn + fp); absent as that of precision.
  public var specificityInterval: Interval?

  /// The weight of the rows of which the label is true.
  public var support: Double { counts.support }

  /// One of the rates of the label's counts, such as ``LabelRate/specificity``.
  public func rate(_ rate: LabelRate) -> MetricValue { rate.value(counts, of: label.quoted) }

  init(index: Int, statistics: ClassificationStatistics, hasIntervals: Bool = true) {
    let schema = statistics.schema
    let label = schema.labels[index]
    let counts = statistics.labelCounts[index]
    self.label = label
    self.counts = counts
    precision = LabelRate.precision.value(counts, of: label.quoted)
    recall = LabelRate.recall.value(counts, of: label.quoted)
    f1 = LabelRate.f1.value(counts, of: label.quoted)
    if index < schema.scoredLabelCount {
      rocAUC = statistics.rankings[index].rocAUC
      averagePrecision = statistics.rankings[index].averagePrecision
      brierScore = .ratio(
        statistics.squaredErrorSums[index], statistics.weightSum, else: "no row counts")
    } else {
      let reason =
        schema.hasProbabilities ? "\(label.quoted) has no probability column" : "there are no probabilities"
      rocAUC = .undefined(reason)
      averagePrecision = .undefined(reason)
      brierScore = .undefined(reason)
    }
    guard hasIntervals, !schema.hasWeights, !statistics.hasGroups else { return }
    precisionInterval = .wilson(successes: counts.truePositives, trials: counts.predicted)
    recallInterval = .wilson(successes: counts.truePositives, trials: counts.support)
    f1Interval = Interval.wilson(
      successes: counts.truePositives, trials: counts.support + counts.falsePositives
    ).map { $0.mappingEnds { 2 * $0 / (1 + $0) } }
    specificityInterval = .wilson(
      successes: counts.trueNegatives, trials: counts.trueNegatives + counts.falsePositives)
  }
}
