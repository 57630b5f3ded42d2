/// The 95 % interval of a metric and how it was found.
public struct Interval: Hashable, Sendable {
  /// The lower end.
  public var low: Double
  /// The upper end.
  public var high: Double
  /// How it was found.
  public var method: Method

  /// How an interval was found; the raw value is its name in JSON.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// The score interval of a proportion (Wilson, JASA 1927).
    case wilson
  }

  /// An interval.
  public init(low: Double, high: Double, method: Method) {
    self.low = low
    self.high = high
    self.method = method
  }
}
