/// Numbers as pages print them: U+2212 for minus, commas between thousands, never `-0`, independent of any locale.
///
/// ```swift
/// NumberText.fixed(-1234.5, decimals: 2)  // "−1,234.50"
/// NumberText.significant(0.04812)         // "0.0481"
/// NumberText.interval(0.957, 0.979, decimals: 3)  // "[0.957, 0.979]"
/// ```
package enum NumberText {
  /// A whole number with commas between thousands.
  package static func integer(_ number: Int) -> String {
    var bytes: [UInt8] = []
    bytes.appendGrouped(number.magnitude)
    return (number < 0 ? minus : "") + String(decoding: bytes, as: UTF8.self)
  }

  /// A number with exactly `decimals` (0 to 15) digits after the point.
  ///
  /// Rounds the exact value of the `Double` to the nearest, ties to even, as `printf` does. What is not finite is
  /// written "NaN", "∞" or "−∞"; from 10¹⁵ on the number is written with an exponent.
  package static func fixed(_ number: Double, decimals: Int) -> String {
    sign(of: number, decimals: decimals, plus: "") + magnitude(of: number, decimals: decimals)
  }

  /// A number with `digits` significant digits, and all digits before the point.
  ///
  /// Below 10⁻⁴ and from 10¹⁵ on it is written with an exponent, `1.50 × 10⁻⁷`.
  package static func significant(_ number: Double, digits: Int = 3) -> String {
    guard number.isFinite, number != 0 else { return fixed(number, decimals: number == 0 ? digits - 1 : 0) }
    if number.magnitude < 1e-4 { return scientific(number, digits: digits) }
    return fixed(number, decimals: decimals(significant: number, digits: digits))
  }

  /// A metric's value: three significant digits, and three decimals at least where it lies in -1...1.
  ///
  /// What is not 0 is not written as 0: where six decimals show nothing, it has an exponent.
  package static func score(_ number: Double) -> String {
    isTiny(number) ? scientific(number, digits: 3) : fixed(number, decimals: decimals(score: number))
  }

  /// Whether a number is not 0 and its first six decimals are.
  package static func isTiny(_ number: Double) -> Bool { number != 0 && number.magnitude <= 5e-7 }

  /// `value` − `other`; 0 where they differ by no more than adding up in another order makes.
  package static func gap(_ value: Double, _ other: Double) -> Double {
    let difference = value - other
    return difference.magnitude <= 1e-12 * max(value.magnitude, other.magnitude) ? 0 : difference
  }

  /// A difference: `+` or U+2212 before it, neither if it rounds to zero.
  package static func difference(_ number: Double, decimals: Int) -> String {
    sign(of: number, decimals: decimals, plus: "+") + magnitude(of: number, decimals: decimals)
  }

  /// Both ends of an interval in brackets; with `isDifference` each end carries its sign.
  package static func interval(
    _ low: Double, _ high: Double, decimals: Int, isDifference: Bool = false
  ) -> String {
    let end = isDifference ? difference : fixed
    return "[" + end(low, decimals) + ", " + end(high, decimals) + "]"
  }

  static let minus = "\u{2212}"
}

extension NumberText {
  /// How many decimals show `digits` significant digits of `number`; 0 for what is not finite.
  package static func decimals(significant number: Double, digits: Int = 3) -> Int {
    guard number.isFinite, number != 0 else { return number == 0 ? digits - 1 : 0 }
    var decimals = digits - 1 - Int(log10Floor(number.magnitude))
    // Rounding may carry into a new digit: 0.09996 is 0.100.
    if decimals > 0, decimals <= 15,
      (number.magnitude * powersOfTen[decimals]).rounded() >= powersOfTen[min(digits, 15)]
    {
      decimals -= 1
    }
    return min(max(decimals, 0), 15)
  }

  /// How many decimals ``score(_:)`` shows, for the interval beside it; at most 6.
  package static func decimals(score number: Double) -> Int {
    guard number.isFinite else { return 0 }
    let significant = decimals(significant: number)
    return number.magnitude <= 1 ? min(max(3, significant), 6) : significant
  }

  /// `floor(log10(number))` for a positive finite number, by its shortest decimal digits.
  private static func log10Floor(_ number: Double) -> Int {
    var exponent = 0
    var rest = number
    while rest >= 10 {
      rest /= 10
      exponent += 1
    }
    while rest < 1 {
      rest *= 10
      exponent -= 1
    }
    return exponent
  }
}

extension NumberText {
  private static func sign(of number: Double, decimals: Int, plus: String) -> String {
    guard !number.isNaN else { return "" }
    if number.isFinite, number.magnitude < 1e15, split(number, decimals) == (0, 0) { return "" }
    return number < 0 ? minus : plus
  }

  private static func magnitude(of number: Double, decimals: Int) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return "∞" }
    if number.magnitude >= 1e15 { return scientific(number.magnitude, digits: 3) }
    let (whole, fraction) = split(number, decimals)
    var bytes: [UInt8] = []
    bytes.appendGrouped(whole)
    if decimals > 0 {
      bytes.append(UInt8(ascii: "."))
      let digits = Array(String(fraction).utf8)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, decimals - digits.count)))
      bytes.append(contentsOf: digits)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The digits before and after the point of `number`'s magnitude, below 10¹⁵, rounded to `decimals`.
  private static func split(_ number: Double, _ decimals: Int) -> (whole: UInt, fraction: UInt) {
    precondition((0...15).contains(decimals), "a number has 0 to 15 decimals")
    let power = powersOfTen[decimals]
    let whole = number.magnitude.rounded(.down)
    let part = number.magnitude - whole
    let scaled = part * power
    // What the product lost by rounding decides ties, so that the result is that of the exact value.
    let lost = (-scaled).addingProduct(part, power)
    var digits = UInt(scaled)
    let rest = scaled - scaled.rounded(.down)
    let isOdd = decimals == 0 ? UInt(whole) % 2 == 1 : digits % 2 == 1
    if rest > 0.5 || rest == 0.5 && (lost > 0 || lost == 0 && isOdd) { digits += 1 }
    return digits == UInt(power) ? (UInt(whole) + 1, 0) : (UInt(whole), digits)
  }

  private static func scientific(_ number: Double, digits: Int) -> String {
    var exponent = log10Floor(number.magnitude)
    var mantissa = number.magnitude
    for _ in 0..<exponent.magnitude { mantissa = exponent > 0 ? mantissa / 10 : mantissa * 10 }
    if (mantissa * powersOfTen[digits - 1]).rounded() >= powersOfTen[digits] {
      mantissa /= 10
      exponent += 1
    }
    let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let power = String(exponent.magnitude).utf8.map { superscripts[Int($0 - UInt8(ascii: "0"))] }
    return (number < 0 ? minus : "") + fixed(mantissa, decimals: digits - 1) + "\u{A0}×\u{A0}10"
      + (exponent < 0 ? "⁻" : "") + String(power)
  }

  private static let powersOfTen: [Double] = (0...15).reduce(into: []) { powers, _ in
    powers.append((powers.last ?? 0.1) * 10)
  }
}

extension [UInt8] {
  fileprivate mutating func appendGrouped(_ number: UInt) {
    let digits = Array(String(number).utf8)
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { append(UInt8(ascii: ",")) }
      append(digit)
    }
  }
}
