/// Reads a text as a number.
enum DecimalNumber {
  /// The longest text that is read as a number, in bytes.
  private static let longest = 400

  /// The number that a text is, or nil if it is none.
  ///
  /// A number has digits, perhaps a point among, before or behind them, perhaps a sign, perhaps an exponent, perhaps
  /// blanks and tabs around it: ` -1.5e3 `. Names such as `nan` and `inf`, hexadecimal digits and separators for thousands are
  /// none.
  static func value(of text: some Collection<UInt8>) -> Double? {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    guard text.count <= longest else { return nil }
    var bytes = Array(text)[...]
    bytes = bytes.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    guard isNumber(bytes) else { return nil }
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    dropSign(&rest)
    let whole = dropDigits(&rest)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = dropDigits(&rest)
    }
    guard whole + fraction > 0 else { return false }
    guard let letter = rest.first else { return true }
    guard letter | 0x20 == UInt8(ascii: "e") else { return false }
    rest.removeFirst()
    dropSign(&rest)
    return dropDigits(&rest) > 0 && rest.isEmpty
  }

  private static func dropSign(_ bytes: inout ArraySlice<UInt8>) {
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
  }

  private static func dropDigits(_ bytes: inout ArraySlice<UInt8>) -> Int {
    let count = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    bytes.removeFirst(count)
    return count
  }
}
