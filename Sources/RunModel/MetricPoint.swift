/// One logged value of a metric.
public struct MetricPoint: Hashable, Sendable {
  /// The step it was logged at (epoch, batch: whatever the tool counts), if any.
  public var step: Int?
  /// When it was logged, if known.
  public var timestamp: UTCTimestamp?
  /// The value; may be NaN or infinite.
  public var value: Double

  /// A point.
  public init(step: Int? = nil, timestamp: UTCTimestamp? = nil, value: Double) {
    self.step = step
    self.timestamp = timestamp
    self.value = value
  }
}
