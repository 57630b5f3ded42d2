import Diagnostics
import Markup
import RunModel

/// Small words that sentences need again and again.
enum Wording {
  /// A number with its noun: `1 example`, `899 examples`, `12,400 examples`.
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    NumberText.integer(number) + " " + (number == 1 ? singular : plural ?? singular + "s")
  }

  /// How often: `once`, `2 times`, `1,584 times`.
  static func times(_ number: Int) -> String { number == 1 ? "once" : count(number, "time") }

  /// `first`, `second`, … `tenth`, then `11th`, `22nd`.
  static func ordinal(_ number: Int) -> String {
    let words = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]
    if words.indices.contains(number - 1) { return words[number - 1] }
    let suffix =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return NumberText.integer(number) + suffix
  }

  /// A label or name as a sentence names it: on one line, cut to 40 characters, and never empty.
  static func label(_ text: String) -> String {
    let short = cut(text, to: 40)
    return short.isEmpty ? (text.isEmpty ? "(empty)" : "(blank)") : short
  }

  /// Labels as a table lists those of one example: at most eight, and how many more there are.
  static func labels(_ labels: [ExactString]) -> String {
    guard !labels.isEmpty else { return "none" }
    let shown = labels.prefix(8).map { label($0.text) }.joined(separator: ", ")
    return labels.count > 8 ? "\(shown) and \(labels.count - 8) more" : shown
  }

  /// A whole number with its thousands separated.
  static func number(_ number: Int) -> String { NumberText.integer(number) }

  /// Text on one line, cut to `limit` Unicode scalars, the `…` that says so included.
  ///
  /// - Complexity: Linear in `limit` but for white space, whatever the length of `text`.
  static func cut(_ text: String, to limit: Int) -> String {
    var result = String.UnicodeScalarView()
    var count = 0
    var hasGap = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        hasGap = count > 0
        continue
      }
      count += hasGap ? 2 : 1
      if count > limit {
        while result.count > limit - 1 || result.last == " " { result.removeLast() }
        return String(result) + "…"
      }
      if hasGap { result.append(" ") }
      hasGap = false
      result.append(scalar)
    }
    return String(result)
  }

  /// `text` with its first letter as a capital.
  static func sentenceStart(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The last line of an error, which is where most programs say what went wrong; not of what a program whose worker was
  /// lost had written.
  static func lastLine(of error: String, limit: Int) -> String {
    let lines = error.split(whereSeparator: \.isNewline)
    let told = lines.prefix { ExactString(String($0)) != ExactString(SearchProvenance.outputHeading) }
    return cut((told.last ?? lines.last).map(String.init) ?? error, to: limit)
  }
}
