import Evaluation
import Markup

/// How a metric's value, its interval and a difference are written, each with the same decimals.
enum MetricText {
  /// The value in three significant digits, or a dash.
  static func value(_ value: MetricValue?) -> String {
    value?.number.map(NumberText.score) ?? "—"
  }

  /// An interval with the decimals of its value; of one that needs an exponent each end is written as a value.
  static func interval(_ interval: Interval?, of value: Double) -> String? {
    interval.map {
      NumberText.isTiny(value)
        ? "[" + NumberText.score($0.low) + ", " + NumberText.score($0.high) + "]"
        : NumberText.interval($0.low, $0.high, decimals: NumberText.decimals(score: value))
    }
  }

  /// A value with its interval behind it, as a sentence holds it.
  static func sentence(_ value: Double, _ interval: Interval?) -> RichText {
    let text: RichText = "\(strong: NumberText.score(value))"
    guard let range = Self.interval(interval, of: value) else { return text }
    return text + " \(interval: range)"
  }

  /// A difference with its sign: in points (hundredths) for proportions, else in the metric's own unit.
  ///
  /// What is not 0 is not written as 0.
  static func difference(_ difference: Double, isProportion: Bool) -> String {
    isProportion
      ? visible(100 * difference, decimals: 1) + " points"
      : visible(difference, decimals: NumberText.decimals(score: difference))
  }

  /// A difference with its sign and so many decimals; with more, or an exponent, where these would show nothing of it.
  static func visible(_ difference: Double, decimals: Int) -> String {
    let text = NumberText.difference(difference, decimals: decimals)
    guard difference != 0, text == NumberText.difference(0, decimals: decimals) else { return text }
    let needed = NumberText.decimals(significant: difference, digits: 1)
    if needed <= 6 { return NumberText.difference(difference, decimals: needed) }
    return (difference > 0 ? "+" : "") + NumberText.significant(difference, digits: 2)
  }

  /// How far two values are apart, without a sign; otherwise as ``difference(_:isProportion:)``.
  static func distance(_ distance: Double, isProportion: Bool) -> String {
    let text = difference(abs(distance), isProportion: isProportion)
    return text.hasPrefix("+") ? String(text.dropFirst()) : text
  }

  /// The difference of two values, with its sign and the decimals of the one that has fewer.
  static func difference(of value: Double?, from other: Double?) -> String {
    guard let value, let other else { return "—" }
    let decimals = min(NumberText.decimals(score: value), NumberText.decimals(score: other))
    return visible(NumberText.gap(value, other), decimals: decimals)
  }

  /// The title of a metric in the middle of a sentence: lower case, but for words that are capitals or names.
  static func inSentence(_ title: String) -> String {
    guard let first = title.split(separator: " ").first else { return title }
    let isName =
      first.dropFirst().contains(where: \.isUppercase) || first.count == 1
      || first.contains(where: \.isNumber)
      || ["Brier", "Cohen", "Hamming", "Jaccard", "Matthews"].contains { first.hasPrefix($0) }
    return isName ? title : title.prefix(1).lowercased() + title.dropFirst()
  }
}
