import Markup

/// A metric's value with its interval, both with the same decimals.
enum EstimateText {
  /// `0.970 [0.957, 0.979]`, the value alone without an interval, `—` without a value.
  static func text(_ value: Double?, low: Double?, high: Double?) -> String {
    let interval = interval(value, low: low, high: high)
    return interval.isEmpty ? self.value(value) : self.value(value) + " " + interval
  }

  /// The value alone: three significant digits, and three decimals within -1...1; `—` if there is none.
  static func value(_ value: Double?) -> String { value.map(NumberText.score) ?? "—" }

  /// The interval alone; empty if there is none.
  static func interval(_ value: Double?, low: Double?, high: Double?) -> String {
    guard let value, let low, let high else { return "" }
    return NumberText.interval(low, high, decimals: NumberText.decimals(score: value))
  }
}
