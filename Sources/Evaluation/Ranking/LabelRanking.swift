/// How well scores put the rows of one label before the rest.
public struct LabelRanking: Hashable, Sendable {
  /// The area under the ROC curve; undefined unless there are rows with and without the label.
  public var rocAUC: MetricValue
  /// The average precision; undefined unless there are rows with the label.
  public var averagePrecision: MetricValue
}
