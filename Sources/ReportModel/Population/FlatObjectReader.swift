import Diagnostics

/// A strict reader of JSON objects whose values are numbers and strings alone (RFC 8259).
///
/// Pages must not read files, so the readers of `FileFormats` are out of their reach; this one reads the short texts of a
/// run’s provenance.
///
/// ```swift
/// FlatObjectReader.read(#"{"lr": 1.17, "batch": "resampled"}"#)
/// // [("lr", .number(1.17)), ("batch", .string("resampled"))]
/// ```
struct FlatObjectReader {
  /// A value of a member.
  enum Value: Hashable, Sendable {
    /// A number; infinite where it is beyond what a double holds.
    case number(Double)
    /// A string.
    case string(ExactString)
  }

  /// Longer texts are refused.
  static let byteLimit = 65_536

  private let bytes: [UInt8]
  private var place = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The members in their order, also repeated ones; nil for any text that is not such an object.
  ///
  /// - Complexity: Linear in the length of the text.
  static func read(_ text: String) -> [(name: ExactString, value: Value)]? {
    guard text.utf8.count <= byteLimit else { return nil }
    var reader = FlatObjectReader(Array(text.utf8))
    return reader.object()
  }

  private mutating func object() -> [(name: ExactString, value: Value)]? {
    skipBlanks()
    guard take("{") else { return nil }
    var members: [(name: ExactString, value: Value)] = []
    skipBlanks()
    if !take("}") {
      repeat {
        skipBlanks()
        guard let name = string() else { return nil }
        skipBlanks()
        guard take(":") else { return nil }
        skipBlanks()
        guard let value = value() else { return nil }
        members.append((name, value))
        skipBlanks()
      } while take(",")
      guard take("}") else { return nil }
    }
    skipBlanks()
    return place == bytes.count ? members : nil
  }

  private mutating func value() -> Value? {
    if peek() == UInt8(ascii: "\"") { return string().map { .string($0) } }
    return number().map { .number($0) }
  }

  private mutating func number() -> Double? {
    let start = place
    _ = take("-")
    let first = place
    let whole = takeDigits()
    guard whole > 0, whole == 1 || bytes[first] != UInt8(ascii: "0") else { return nil }
    if take("."), takeDigits() == 0 { return nil }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard takeDigits() > 0 else { return nil }
    }
    return Double(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  private mutating func string() -> ExactString? {
    guard take("\"") else { return nil }
    var scalars = String.UnicodeScalarView()
    var start = place
    func plain(_ end: Int) -> String.UnicodeScalarView {
      String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars
    }
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        scalars.append(contentsOf: plain(place))
        place += 1
        return ExactString(String(scalars))
      case UInt8(ascii: "\\"):
        scalars.append(contentsOf: plain(place))
        place += 1
        guard let scalar = escaped() else { return nil }
        scalars.append(scalar)
        start = place
      case 0..<0x20: return nil
      default: place += 1
      }
    }
    return nil
  }

  /// The character behind a backslash; a surrogate must have its other half.
  private mutating func escaped() -> Unicode.Scalar? {
    guard let byte = peek() else { return nil }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let unit = hexadecimal() else { return nil }
      guard (0xD800...0xDBFF).contains(unit) else { return Unicode.Scalar(unit) }
      guard take("\\"), take("u"), let low = hexadecimal(), (0xDC00...0xDFFF).contains(low) else {
        return nil
      }
      return Unicode.Scalar(0x10000 + (unit - 0xD800) * 0x400 + (low - 0xDC00))
    default: return nil
    }
  }

  private mutating func hexadecimal() -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[place..<place + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value * 16 + UInt32(digit)
    }
    place += 4
    return value
  }

  private func peek() -> UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = peek(), byte == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private mutating func takeDigits() -> Int {
    let start = place
    while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    return place - start
  }

  private mutating func skipBlanks() {
    while let byte = peek(), [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }
}
