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
  /// The interval of ``precision``; absent where undefined or weighted.
  public var precisionInterval: Interval?
  /// The interval of ``recall``; absent where undefined or weighted.
  public var recallInterval: Interval?

  /// The weight of the rows of which the label is true.
  public var support: Double { counts.support }

  init(index: Int, statistics: ClassificationStatistics) {
    let schema = statistics.schema
    let label = schema.labels[index]
    let counts = statistics.labelCounts[index]
    self.label = label
    self.counts = counts
    precision = LabelMeasure.precision.value(counts, else: "\(label.quoted) was never predicted")
    recall = LabelMeasure.recall.value(counts, else: "no row that counts is \(label.quoted)")
    f1 = LabelMeasure.f1.value(counts, else: "\(label.quoted) is neither true nor predicted")
    if index < schema.scoredLabelCount {
      rocAUC = statistics.rankings[index].rocAUC
      averagePrecision = statistics.rankings[index].averagePrecision
    } else {
      let reason =
        schema.hasProbabilities ? "\(label.quoted) has no probability column" : "there are no probabilities"
      rocAUC = .undefined(reason)
      averagePrecision = .undefined(reason)
    }
    guard !schema.hasWeights else { return }
    precisionInterval = .wilson(successes: counts.truePositives, trials: counts.predicted)
    recallInterval = .wilson(successes: counts.truePositives, trials: counts.support)
  }
}
