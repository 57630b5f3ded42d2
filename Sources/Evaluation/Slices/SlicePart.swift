/// What was measured on some of the rows.
public struct SlicePart: Hashable, Sendable {
  /// The number of rows.
  public var rows: Int
  /// The metrics with their intervals, in the order of ``SliceEvaluation/metricNames``.
  public var metrics: [MetricResult]

  /// The value of the metric with this name, or nil if it was not computed.
  public subscript(name: String) -> MetricValue? {
    metrics.first { $0.name == name }?.value
  }
}
