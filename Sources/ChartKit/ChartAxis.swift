import Markup

/// What an axis of a general chart measures, and how.
package struct ChartAxis: Hashable, Sendable {
  /// How values become places.
  package enum Scale: Hashable, Sendable {
    /// Equal distances for equal differences.
    case linear
    /// Equal distances for equal ratios; values of 0 and below have no place.
    case logarithmic
    /// Seconds since the beginning of 1970, UTC.
    case time
    /// Names side by side; the value i is the i-th of them, from 0.
    case categories([String])
  }

  /// How values become places.
  package var scale: Scale
  /// What is measured; may be empty.
  package var title: String
  /// Whether values run to the left or downwards.
  package var isReversed: Bool
  /// Values that the axis reaches even where no data do.
  package var includes: [Double]

  /// An axis.
  package init(_ scale: Scale, title: String = "", isReversed: Bool = false, includes: [Double] = []) {
    self.scale = scale
    self.title = title
    self.isReversed = isReversed
    self.includes = includes
  }

  /// A value in words, for tables and sentences: `1,024`, `0.0481`, `3 Mar 2026, 14:05`, `dog`.
  package func text(_ value: Double) -> String {
    guard value.isFinite else { return "—" }
    switch scale {
    case .linear, .logarithmic: return Self.text(number: value)
    case .time: return CalendarTime(seconds: value)?.text ?? "—"
    case .categories(let names):
      let index = Int(exactly: value.rounded()).flatMap { names.indices.contains($0) ? $0 : nil }
      return index.map { names[$0].isEmpty ? "(empty)" : names[$0] } ?? "—"
    }
  }

  /// A number with all its digits if it is whole, else with three significant ones.
  static func text(number: Double) -> String {
    number.rounded() == number && number.magnitude < 1e15
      ? NumberText.fixed(number, decimals: 0) : NumberText.significant(number)
  }
}
