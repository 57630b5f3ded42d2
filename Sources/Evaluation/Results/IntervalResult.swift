/// The 95 % interval of a number, or why it has none.
public enum IntervalResult: Hashable, Sendable {
  /// An interval.
  case interval(Interval)
  /// No interval, and the reason as a clause without full stop: `calibration errors are biased upwards`.
  case undefined(String)
}

extension IntervalResult {
  /// The interval, or nil if there is none.
  public var interval: Interval? {
    guard case .interval(let interval) = self else { return nil }
    return interval
  }

  /// Why there is no interval, or nil if there is one.
  public var reason: String? {
    guard case .undefined(let reason) = self else { return nil }
    return reason
  }
}
