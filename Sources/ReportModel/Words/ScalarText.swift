import Markup
import RunModel

/// How a parameter's, metric's or dict's value is written on a page.
enum ScalarText {
  /// A setting: as it was written, but numbers with at most six significant digits.
  static func parameter(_ scalar: Scalar?) -> RichText {
    guard let scalar else { return "—" }
    if scalar.kind == .null { return "\(quiet: "none")" }
    guard let number = scalar.number, scalar.text.utf8.count > 8 else {
      return RichText([.init(scalar.text)])
    }
    return RichText([.init(short(number))])
  }

  /// A measurement: three significant digits; text as it is.
  static func metric(_ scalar: Scalar?) -> RichText {
    guard let scalar else { return "—" }
    guard let number = scalar.number else { return RichText([.init(scalar.text)]) }
    if scalar.kind == .integer
      || (number == number.rounded() && !scalar.text.contains(where: { ".eE".contains($0) }))
    {
      return RichText([.init(abs(number) < 1e15 ? NumberText.integer(Int(number)) : scalar.text)])
    }
    return RichText([.init(NumberText.significant(number, digits: 4))])
  }

  private static func short(_ number: Double) -> String {
    guard number.isFinite else { return NumberText.fixed(number, decimals: 0) }
    let text = NumberText.significant(number, digits: 6)
    guard text.contains("."), !text.contains("×") else { return text }
    var trimmed = text[...]
    while trimmed.last == "0" { trimmed.removeLast() }
    if trimmed.last == "." { trimmed.removeLast() }
    return String(trimmed)
  }
}
