import FileFormats
import RunModel

/// Numbers as logs write them.
enum LogNumber {
  /// The number that `text` is, with blanks around it or not: also `nan`, `inf` and their other spellings.
  static func value(of text: String) -> Double? {
    // Nearly all are plain decimal numbers, for which there is a faster way to the same value.
    DecimalNumber.parse(text) ?? Scalar.text(text).number
  }

  /// The whole number that `text` is, also written as `5.0`; none if it does not fit.
  static func step(of text: String) -> Int? {
    if let whole = Int(text) { return whole }
    return value(of: text).flatMap { step($0) }
  }

  /// The whole number that `value` is, if it is one.
  static func step(_ value: Double) -> Int? { Int(exactly: value) }
}
