public import Diagnostics

/// Everything that predictions say about a classifier.
///
/// ```swift
/// let evaluation = predictions.evaluate()
/// evaluation["accuracy"]           // .value(0.97)
/// evaluation.perLabel[3].recall    // .undefined("no row that counts is “d”")
/// evaluation.errors(limit: 3)[0].falsePositives
/// ```
public struct ClassificationEvaluation: Sendable {
  /// The sums behind the numbers.
  public let statistics: ClassificationStatistics
  /// The metrics that the task and the columns allow, in the order of the registry.
  public let metrics: [MetricResult]
  /// Each label against all others, in the order of the labels.
  public let perLabel: [LabelEvaluation]
  /// What is worth knowing about the numbers; without place, as the evaluation knows of no file.
  public let diagnostics: [Diagnostic]

  init(_ statistics: ClassificationStatistics, options: EvaluationOptions) {
    let schema = statistics.schema
    self.statistics = statistics
    let applicable = options.metrics.metrics.filter { $0.applies(to: schema) }
    let values = applicable.map { $0.value(for: statistics) }
    let intervals = MetricIntervals(statistics: statistics, options: options.chance)
      .results(applicable, values: values)
    metrics = zip(applicable, zip(values, intervals)).map { metric, found in
      MetricResult(name: metric.name, value: found.0, interval: found.1)
    }
    perLabel = schema.labels.indices.map {
      LabelEvaluation(index: $0, statistics: statistics, hasIntervals: options.chance.isOn)
    }
    diagnostics = [Diagnostic].undefinedRates(statistics)
  }

  /// The predictions; without rows where these were not kept (``EvaluationOptions/keepsRows``).
  public var predictions: Predictions { statistics.predictions }
  /// What the rows have in common.
  public var schema: PredictionSchema { predictions.schema }
  /// The number of rows.
  public var rowCount: Int { statistics.rowCount }
  /// The sum of the weights of the rows; their number without weights.
  public var weightSum: Double { statistics.weightSum }
  /// How often each label was predicted as each; absent when rows may have several labels, for which the
  /// counts of ``perLabel`` stand.
  public var confusion: ConfusionMatrix? { statistics.confusion }

  /// The 95 % intervals of the metrics that have one, by name.
  public var intervals: [String: Interval] {
    metrics.reduce(into: [:]) { $0[$1.name] = $1.interval.interval }
  }

  /// The value of the metric with this name, or nil if it was not computed.
  public subscript(name: String) -> MetricValue? {
    metrics.first { $0.name == name }?.value
  }
}
