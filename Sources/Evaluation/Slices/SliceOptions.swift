/// Which slices are measured, and by what.
public struct SliceOptions: Sendable {
  /// Slices beside those of attributes, in any number.
  public var expressions: [SliceExpression]
  /// Whether the values of attributes are slices.
  public var includesAttributes: Bool
  /// The name of the metric that slices are ordered by; absent for the usual one.
  public var primaryMetric: String?
  /// The metrics to compute; absent for the usual few.
  ///
  /// A metric of one's own that reads texts or attributes must be given here: the usual few are computed without them.
  public var metrics: MetricRegistry?

  /// Options; by default every attribute, and the usual metrics.
  public init(
    expressions: [SliceExpression] = [], includesAttributes: Bool = true, primaryMetric: String? = nil,
    metrics: MetricRegistry? = nil
  ) {
    self.expressions = expressions
    self.includesAttributes = includesAttributes
    self.primaryMetric = primaryMetric
    self.metrics = metrics
  }
}
