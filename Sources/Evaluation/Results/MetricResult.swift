/// What one metric says of one set of predictions.
public struct MetricResult: Hashable, Sendable {
  /// The name of the metric, such as `f1_macro`.
  public var name: String
  /// Its value.
  public var value: MetricValue

  /// A result.
  public init(name: String, value: MetricValue) {
    self.name = name
    self.value = value
  }
}
