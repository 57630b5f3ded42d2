extension [UInt8] {
  /// Appends `number` rounded to two decimals, halves away from zero, without trailing zeros and never as `-0`.
  ///
  /// Works on integers: drawing a chart writes hundreds of thousands of these. What is not finite becomes 0, and
  /// magnitudes are held to 10¹², beyond which no drawing reaches.
  package mutating func appendCoordinate(_ number: Double) {
    guard number.isFinite else {
      append(UInt8(ascii: "0"))
      return
    }
    let hundredths = Int((Swift.min(Swift.max(number, -1e12), 1e12) * 100).rounded())
    if hundredths < 0 { append(UInt8(ascii: "-")) }
    let (whole, fraction) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    appendInteger(Int(whole))
    guard fraction > 0 else { return }
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "0") + UInt8(fraction / 10))
    if fraction % 10 > 0 { append(UInt8(ascii: "0") + UInt8(fraction % 10)) }
  }

  /// Appends a whole number in decimal digits.
  package mutating func appendInteger(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let start = count
    var rest = number.magnitude
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}
