/// The value of a metric, or why it has none.
public enum MetricValue: Hashable, Sendable {
  /// A number: never NaN; infinite only where the metric's range is.
  case value(Double)
  /// No number, and the reason as a clause without full stop: `no row is “cat”`.
  case undefined(String)
}

extension MetricValue {
  /// The number, or nil if undefined.
  public var number: Double? {
    guard case .value(let number) = self else { return nil }
    return number
  }

  /// Why there is no number, or nil if there is one.
  public var reason: String? {
    guard case .undefined(let reason) = self else { return nil }
    return reason
  }

  /// `part / whole`, or undefined with the reason when `whole` is 0.
  static func ratio(_ part: Double, _ whole: Double, else reason: @autoclosure () -> String) -> MetricValue {
    whole == 0 ? .undefined(reason()) : .value(part / whole)
  }
}
