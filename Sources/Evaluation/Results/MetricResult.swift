/// What one metric says of one set of predictions.
public struct MetricResult: Hashable, Sendable {
  /// The name of the metric, such as `f1_macro`.
  public var name: String
  /// Its value.
  public var value: MetricValue
  /// Its 95 % interval.
  public var interval: IntervalResult

  /// A result.
  public init(
    name: String, value: MetricValue, interval: IntervalResult = .undefined("no interval is known for it")
  ) {
    self.name = name
    self.value = value
    self.interval = interval
  }
}
