import Markup
import RunModel

/// How a parameter's, metric's or dict's value is written on a page.
enum ScalarText {
  /// Longer text is cut: a parameter may hold a whole document.
  static let limit = 300

  /// A setting: as it was written, but long fractions with at most six significant digits.
  static func parameter(_ scalar: Scalar?, limit: Int = ScalarText.limit) -> RichText {
    guard let scalar else { return "—" }
    if scalar.kind == .null { return "\(quiet: "none")" }
    if let boolean = scalar.boolean { return boolean ? "true" : "false" }
    guard let number = scalar.number, scalar.text.utf8.count > 8, isFraction(scalar.text) else {
      return RichText(plain: Wording.cut(scalar.text, to: limit))
    }
    return RichText(plain: short(number))
  }

  /// A measurement: whole numbers as such, else four significant digits; text as it is.
  static func metric(_ scalar: Scalar?) -> RichText {
    guard let scalar else { return "—" }
    guard let number = scalar.number else { return RichText(plain: Wording.cut(scalar.text, to: limit)) }
    if number.isFinite, number == number.rounded(), !isFraction(scalar.text) {
      return RichText(plain: NumberText.fixed(number, decimals: 0))
    }
    return RichText(plain: NumberText.significant(number, digits: 4))
  }

  /// Whether a number was written with a point or an exponent.
  private static func isFraction(_ text: String) -> Bool { text.contains { ".eE".contains($0) } }

  private static func short(_ number: Double) -> String {
    let text = NumberText.significant(number, digits: 6)
    guard text.contains("."), !text.contains("×") else { return text }
    var trimmed = text[...]
    while trimmed.last == "0" { trimmed.removeLast() }
    if trimmed.last == "." { trimmed.removeLast() }
    return String(trimmed)
  }
}
