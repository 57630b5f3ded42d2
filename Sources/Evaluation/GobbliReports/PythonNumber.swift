import Foundation

/// Numbers as Python writes them, for texts that other tools compare or parse.
enum PythonNumber {
  /// What `repr` gives: the shortest digits that read back as `value`, with an exponent below 10⁻⁴ and from 10¹⁶ on.
  ///
  /// ```swift
  /// PythonNumber.repr(1)       // 1.0
  /// PythonNumber.repr(1.5e-7)  // 1.5e-07
  /// ```
  static func repr(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    let sign = value.sign == .minus ? "-" : ""
    guard value != 0 else { return sign + "0.0" }
    let (digits, point) = shortestDigits(value.magnitude)
    if (-3...16).contains(point) { return sign + plain(digits, point: point) }
    let fraction = digits.count > 1 ? "." + String(decoding: digits.dropFirst(), as: UTF8.self) : ""
    let exponent = point - 1
    let padded = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
    return
      "\(sign)\(String(decoding: digits.prefix(1), as: UTF8.self))\(fraction)e\(exponent < 0 ? "-" : "+")\(padded)"
  }

  /// What the format `.2f` gives: two decimals, the exact value rounded to the nearest, halves to even.
  ///
  /// ```swift
  /// PythonNumber.twoDecimals(0.125)  // 0.12
  /// ```
  ///
  /// - Precondition: The magnitude of `value` is below 10¹², or it is not finite.
  static func twoDecimals(_ value: Double) -> String {
    guard value.isFinite else { return repr(value) }
    let product = value.magnitude * 100
    // What the multiplication rounded away.
    let rest = (-product).addingProduct(value.magnitude, 100)
    var hundredths = Int64(product)
    let above = product - Double(hundredths) - 0.5
    let isOddHalf = rest == 0 && hundredths % 2 == 1
    if above > 0 || (above == 0 && (rest > 0 || isOddHalf)) { hundredths += 1 }
    let cents = hundredths % 100
    return "\(value.sign == .minus ? "-" : "")\(hundredths / 100).\(cents < 10 ? "0" : "")\(cents)"
  }

  /// The shortest digits d₁d₂…dₙ and the exponent p with value = 0.d₁d₂…dₙ · 10ᵖ.
  private static func shortestDigits(_ value: Double) -> (digits: [UInt8], point: Int) {
    let parts = "\(value)".utf8.split(separator: UInt8(ascii: "e"))
    let exponent = parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0
    let mantissa = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let whole = mantissa[0]
    let all = mantissa.joined()
    let leadingZeros = all.prefix { $0 == UInt8(ascii: "0") }.count
    var digits = Array(all.dropFirst(leadingZeros))
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (digits, whole.count - leadingZeros + exponent)
  }

  private static func plain(_ digits: [UInt8], point: Int) -> String {
    let text = String(decoding: digits, as: UTF8.self)
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + text }
    if digits.count <= point { return text + String(repeating: "0", count: point - digits.count) + ".0" }
    return String(decoding: digits.prefix(point), as: UTF8.self) + "."
      + String(decoding: digits.dropFirst(point), as: UTF8.self)
  }
}
