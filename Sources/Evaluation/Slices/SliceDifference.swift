/// How much a number of a slice is above that of the rest.
public struct SliceDifference: Hashable, Sendable {
  /// The number of the slice less that of the rest; undefined where one of them is.
  public var value: MetricValue
  /// Its 95 % interval.
  public var interval: IntervalResult
}

extension SliceDifference {
  /// No difference, for this reason.
  init(undefined reason: String) {
    self.init(value: .undefined(reason), interval: .undefined(reason))
  }
}
