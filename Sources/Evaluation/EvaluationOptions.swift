/// What an evaluation computes.
public struct EvaluationOptions: Sendable {
  /// The metrics, in the order in which they are reported.
  public var metrics: MetricRegistry

  /// Options; by default all of Assay's own metrics.
  public init(metrics: MetricRegistry = .standard) {
    self.metrics = metrics
  }
}
