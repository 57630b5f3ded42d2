import Markup

/// Small words that sentences need again and again.
enum Wording {
  /// A number with its noun: `1 example`, `899 examples`, `12,400 examples`.
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    NumberText.integer(number) + " " + (number == 1 ? singular : plural ?? singular + "s")
  }

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

  /// A label as a sentence names it: cut to 40 characters, and never empty.
  static func label(_ text: String) -> String {
    if text.isEmpty { return "(empty)" }
    let head = text.unicodeScalars.prefix(40)
    let flat = String(String.UnicodeScalarView(head)).split(whereSeparator: \.isNewline).joined(
      separator: " ")
    return head.count < text.unicodeScalars.count ? flat + "…" : flat
  }

  /// A whole number with its thousands separated.
  static func number(_ number: Int) -> String { NumberText.integer(number) }

  /// Text on one line, cut to `limit` characters.
  static func cut(_ text: String, to limit: Int) -> String {
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return flat.count > limit ? flat.prefix(limit) + "…" : flat
  }
}
