import Diagnostics
import RunModel

/// Text from the command line as a typed value.
enum ScalarText {
  /// `text` as a number or truth value if it is one, or else as text.
  static func read(_ text: String) -> Scalar {
    switch ExactString(text) {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: break
    }
    guard let number = Scalar.text(text).number, !text.utf8.contains(where: isBlank) else {
      return .text(text)
    }
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let isWhole = digits.allSatisfy(isDigit)
    if digits.count > 1, digits.first == UInt8(ascii: "0"), digits.dropFirst().first.map(isDigit) == true {
      return .text(text)
    }
    guard isJSONNumber(text) else {
      return isWhole ? Scalar(.integer, text: String(decoding: digits, as: UTF8.self)) : .real(number)
    }
    return Scalar(isWhole ? .integer : .real, text: text)
  }

  /// Whether JSON's grammar allows a number that ``Scalar`` reads and that has no superfluous zeros before it:
  /// no `+`, and a digit on both sides of the point.
  private static func isJSONNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, isDigit(last) else { return false }
    guard isDigit(first) || (first == UInt8(ascii: "-") && bytes.count > 1 && isDigit(bytes[1])) else {
      return false
    }
    guard let point = bytes.firstIndex(of: UInt8(ascii: ".")) else { return true }
    return bytes.indices.contains(point + 1) && isDigit(bytes[point + 1])
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ")
  }
}
