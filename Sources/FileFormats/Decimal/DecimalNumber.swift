/// Decimal text to the nearest double, ties to even.
///
/// Nearly all numbers need no more than a division of doubles that are exact, or a multiplication of integers whose
/// error is known; where that does not decide, the standard library does, which is exact. No locale is asked.
package enum DecimalNumber {
  /// The longest text that is read as a number: more digits than any double has, and no work for an attacker.
  package static let lengthLimit = 4096

  /// Reads the number that begins at `position` and moves `position` behind it; none if no number begins there.
  ///
  /// The form is `[+-] digits [. digits] [e [+-] digits]` with at least one digit before or after the point.
  /// The text may end with the buffer. What cannot be held becomes infinity or zero, as the nearest double is.
  package static func scan(_ bytes: UnsafeBufferPointer<UInt8>, at position: inout Int) -> Double? {
    let start = position
    let end = bytes.count
    var index = start
    var isNegative = false
    if index < end, bytes[index] == minus || bytes[index] == plus {
      isNegative = bytes[index] == minus
      index += 1
    }
    var digits = DecimalDigits()
    digits.scan(bytes, from: &index)
    var fractionDigits = 0
    if index < end, bytes[index] == point {
      let pointIndex = index
      index += 1
      digits.scan(bytes, from: &index)
      fractionDigits = index - pointIndex - 1
    }
    guard digits.count > 0 else { return nil }
    let exponent = scanExponent(bytes, &index, end)
    guard index - start <= lengthLimit else { return nil }
    position = index
    if let value = value(of: digits, tenTo: exponent - fractionDigits + digits.droppedCount) {
      return isNegative ? -value : value
    }
    return Double(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  /// The number that the whole of `bytes` is; none if it is anything else.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var position = 0
    guard let value = scan(bytes, at: &position), position == bytes.count else { return nil }
    return value
  }

  /// The number that the whole of `text` is; none if it is anything else.
  package static func parse(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { parse($0) }
  }

  private static let minus = UInt8(ascii: "-")
  private static let plus = UInt8(ascii: "+")
  private static let point = UInt8(ascii: ".")

  /// The exponent after `e`, held within ±99,999; leaves the index where no exponent follows.
  @inline(__always)
  private static func scanExponent(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: Int
  ) -> Int {
    guard index < end, bytes[index] | 0x20 == UInt8(ascii: "e") else { return 0 }
    var next = index + 1
    var isNegative = false
    if next < end, bytes[next] == minus || bytes[next] == plus {
      isNegative = bytes[next] == minus
      next += 1
    }
    let firstDigit = next
    var exponent = 0
    while next < end {
      let digit = bytes[next] &- UInt8(ascii: "0")
      if digit > 9 { break }
      exponent = min(exponent * 10 + Int(digit), 99_999)
      next += 1
    }
    guard next > firstDigit else { return 0 }
    index = next
    return isNegative ? -exponent : exponent
  }

  /// The double nearest to the digits × 10^exponent; none where only someone slower can tell.
  @inline(__always)
  private static func value(of digits: DecimalDigits, tenTo exponent: Int) -> Double? {
    guard digits.droppedCount > 0 else {
      return value(digits.value, tenTo: exponent, DecimalPowers.ofFive)
    }
    // The number lies between two that can be told; often they are one double.
    let powers = DecimalPowers.ofFive
    guard let low = DecimalRounding.nearest(digits.value, tenTo: exponent, powers),
      let high = DecimalRounding.nearest(digits.value + 1, tenTo: exponent, powers), low == high
    else { return nil }
    return low
  }

  /// The double nearest to mantissa × 10^exponent; none where only someone slower can tell.
  ///
  /// `powers` is ``DecimalPowers/ofFive``, which callers with many numbers fetch but once.
  @inline(__always)
  static func value(
    _ mantissa: UInt64, tenTo exponent: Int, _ powers: [DecimalPowers.OfFive]
  ) -> Double? {
    if mantissa < 1 << 53 {
      // Both operands are exact, so that the one operation rounds correctly (Clinger, 1990).
      let whole = Double(Int64(bitPattern: mantissa))
      if mantissa == 0 || exponent == 0 { return whole }
      if exponent < 0, exponent >= -22 { return whole / DecimalPowers.ofTenExact[0 &- exponent] }
      if exponent > 0, exponent <= 22 { return whole * DecimalPowers.ofTenExact[exponent] }
    }
    return DecimalRounding.nearest(mantissa, tenTo: exponent, powers)
  }
}
