/// What a paired interval says of a candidate; the raw value is its name in JSON.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
  /// The whole interval lies on the better side of 0.
  case better
  /// The whole interval lies on the worse side of 0.
  case worse
  /// The interval holds 0: with so many rows no difference is shown, which is not to say that there is none.
  case noDifference = "no_difference"

  /// The verdict on a difference candidate − baseline between `low` and `high`.
  public init(low: Double, high: Double, direction: ClassificationMetric.Direction) {
    if low > 0 {
      self = direction == .higherIsBetter ? .better : .worse
    } else if high < 0 {
      self = direction == .higherIsBetter ? .worse : .better
    } else {
      self = .noDifference
    }
  }
}
