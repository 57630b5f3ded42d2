import Diagnostics

extension Scalar {
  /// The value as a number, also when it was written as text; nil for what is not a number.
  ///
  /// Read are decimal numbers with an optional sign, fraction and exponent, and `nan`, `inf`, `infinity` in any
  /// case, with blanks around them: what Python's `str` and most tools write. Not read are separators for
  /// thousands (`1,000`, `1_000`), hexadecimal numbers, anything with a unit and anything beyond 4096 bytes. A truth
  /// value is not a number: see ``boolean``.
  public var number: Double? {
    switch kind {
    case .text, .integer, .real: Self.number(text)
    case .boolean, .null, .json: nil
    }
  }

  /// The value as true or false, also when it was written as `True`, `true`, `False` or `false`.
  public var boolean: Bool? {
    guard kind == .boolean || kind == .text else { return nil }
    switch ExactString(text) {
    case "true", "True": return true
    case "false", "False": return false
    default: return nil
    }
  }

  /// Whether both mean the same, whoever wrote them: equal numbers, equal truth values, or else equal text.
  ///
  /// The text `"0.10"` has the same value as the number 0.1; NaN has the same value as NaN.
  public func hasSameValue(as other: Scalar) -> Bool {
    if let left = number, let right = other.number { return left == right || (left.isNaN && right.isNaN) }
    if let left = boolean, let right = other.boolean { return left == right }
    return ExactString(text) == ExactString(other.text)
  }

  /// An order for columns: numbers by value with NaN last, then false, true, then everything else in natural order.
  ///
  /// It is total; equal values in different spellings are ordered by their bytes.
  public static func precedes(_ left: Scalar, _ right: Scalar) -> Bool {
    let ranks = (left.rank, right.rank)
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    if let leftNumber = left.number, let rightNumber = right.number, leftNumber != rightNumber {
      if leftNumber < rightNumber { return true }
      if leftNumber > rightNumber { return false }
    }
    return NaturalOrder.precedes(left.text, right.text)
  }

  private var rank: Int {
    if let number { return number.isNaN ? 1 : 0 }
    if let boolean { return boolean ? 3 : 2 }
    return kind == .null ? 5 : 4
  }

  /// Reads a decimal or non-finite number by the grammar of ``number``.
  static func number(_ text: String) -> Double? {
    guard text.utf8.count <= 4096 else { return nil }
    var bytes = text.utf8[...]
    while let first = bytes.first, first == 0x20 || (0x09...0x0D).contains(first) { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || (0x09...0x0D).contains(last) { bytes.removeLast() }
    var unsigned = bytes
    let isNegative = unsigned.first == UInt8(ascii: "-")
    if isNegative || unsigned.first == UInt8(ascii: "+") { unsigned.removeFirst() }
    guard let first = unsigned.first else { return nil }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
      return isDecimal(unsigned) ? Double(Substring(bytes)) : nil
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "i"), UInt8(ascii: "I"):
      guard unsigned.count <= 8 else { return nil }
      switch Substring(unsigned).lowercased() {
      case "nan": return .nan
      case "inf", "infinity": return isNegative ? -.infinity : .infinity
      default: return nil
      }
    default: return nil
    }
  }

  private static func isDecimal(_ bytes: Substring.UTF8View) -> Bool {
    var rest = bytes
    func dropDigits() -> Int {
      let before = rest.count
      rest = rest.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return before - rest.count
    }
    var digits = dropDigits()
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      digits += dropDigits()
    }
    guard digits > 0 else { return false }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      guard dropDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
