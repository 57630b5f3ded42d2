/// Decimal text to the nearest double, ties to even.
///
/// Most numbers need no more than one exact multiplication or division of integers; what does not fit goes to the
/// standard library, which is exact too. No locale is asked.
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
    if !digits.areDropped, let value = value(digits.value, tenTo: exponent - fractionDigits) {
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

  /// The double nearest to mantissa × 10^exponent, if integers decide it.
  @inline(__always)
  static func value(_ mantissa: UInt64, tenTo exponent: Int) -> Double? {
    if mantissa == 0 { return 0 }
    if mantissa < 1 << 53 {
      // Both operands are exact, so that the one operation rounds correctly (Clinger, 1990).
      let whole = Double(Int64(bitPattern: mantissa))
      if exponent == 0 { return whole }
      if exponent < 0, exponent >= -22 { return whole / powersOfTen[-exponent] }
      if exponent > 0, exponent <= 22 { return whole * powersOfTen[exponent] }
    }
    guard exponent < 0, exponent >= -27 else { return nil }
    return quotient(mantissa, powersOfFive[-exponent], twoTo: exponent)
  }

  /// The double nearest to mantissa / divisor × 2^exponent, by one exact division of 128 by 64 bits.
  private static func quotient(_ mantissa: UInt64, _ divisor: UInt64, twoTo exponent: Int) -> Double {
    let mantissaShift = mantissa.leadingZeroBitCount
    let divisorShift = divisor.leadingZeroBitCount
    let dividend = mantissa << mantissaShift
    // The dividend times 2^63 has a high half below 2^63, which the divisor is not: the quotient fits.
    let (quotient, remainder) = (divisor << divisorShift).dividingFullWidth(
      (dividend >> 1, (dividend & 1) << 63))
    let shift = 11 - quotient.leadingZeroBitCount
    let half: UInt64 = 1 << (shift - 1)
    let tail = quotient & (half << 1 - 1)
    var significand = quotient >> shift
    if tail > half || (tail == half && (remainder != 0 || significand & 1 == 1)) { significand += 1 }
    let scale = shift - 63 + divisorShift - mantissaShift + exponent
    return Double(significand) * Double(sign: .plus, exponent: scale, significand: 1)
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
  ]

  private static let powersOfFive: [UInt64] = (0...27).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 5 }
  }
}
