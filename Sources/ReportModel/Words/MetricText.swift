import Evaluation
import Markup

/// How a metric's value, its interval and a difference are written, each with the same decimals.
enum MetricText {
  /// The value in three significant digits, or a dash.
  static func value(_ value: MetricValue?) -> String {
    value?.number.map(NumberText.score) ?? "—"
  }

  /// An interval with the decimals of its value.
  static func interval(_ interval: Interval?, of value: Double) -> String? {
    interval.map {
      NumberText.interval($0.low, $0.high, decimals: NumberText.decimals(score: value))
    }
  }

  /// A value with its interval behind it, as a sentence holds it.
  static func sentence(_ value: Double, _ interval: Interval?) -> RichText {
    let text: RichText = "\(strong: NumberText.score(value))"
    guard let range = Self.interval(interval, of: value) else { return text }
    return text + " \(interval: range)"
  }

  /// A difference with its sign: in points (hundredths) for proportions, else in the metric's own unit.
  static func difference(_ difference: Double, isProportion: Bool) -> String {
    if isProportion {
      let points = NumberText.difference(100 * difference, decimals: 1)
      return points + (abs(100 * difference).rounded() == 1 && points.hasSuffix("1.0") ? " point" : " points")
    }
    return NumberText.difference(difference, decimals: NumberText.decimals(score: difference))
  }

  /// The title of a metric in the middle of a sentence: lower case, but for words that are capitals or names.
  static func inSentence(_ title: String) -> String {
    guard let first = title.split(separator: " ").first else { return title }
    let isName =
      first.dropFirst().contains(where: \.isUppercase) || first.contains("’") || first.count == 1
      || first.contains(where: \.isNumber) || ["Matthews", "Hamming", "Jaccard", "Brier"].contains(first)
    return isName ? title : title.prefix(1).lowercased() + title.dropFirst()
  }
}
