public import Diagnostics

/// Everything that predictions say about a classifier.
///
/// ```swift
/// let evaluation = predictions.evaluate()
/// evaluation["accuracy"]           // .value(0.97)
/// evaluation.perLabel[3].recall    // .undefined("no row is “d”")
/// evaluation.errors(limit: 3)[0].falsePositives
/// ```
public struct ClassificationEvaluation: Sendable {
  /// The predictions.
  public let predictions: Predictions
  /// The sum of the weights of the rows; their number without weights.
  public let weightSum: Double
  /// The metrics that the task and the columns allow, in the order of the registry.
  public let metrics: [MetricResult]
  /// The 95 % intervals of metrics, by name.
  public let intervals: [String: Interval]
  /// Each label against all others, in the order of the labels.
  public let perLabel: [LabelEvaluation]
  /// How often each label was predicted as each; absent when rows may have several labels.
  public let confusion: ConfusionMatrix?
  /// What is worth knowing about the numbers.
  public let diagnostics: [Diagnostic]

  /// What the rows have in common.
  public var schema: PredictionSchema { predictions.schema }
  /// The number of rows.
  public var rowCount: Int { predictions.count }

  /// The value of the metric with this name, or nil if it was not computed.
  public subscript(name: String) -> MetricValue? {
    metrics.first { $0.name == name }?.value
  }
}
