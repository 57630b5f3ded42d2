/// Powers of ten and of five.
enum DecimalPowers {
  /// A power of five as a number of 128 bits, the highest being 1, times a power of two; what is behind is cut off.
  struct OfFive {
    /// The upper 64 bits.
    let high: UInt64
    /// The lower 64 bits.
    let low: UInt64
  }

  /// The exponents of ``ofFive``: those that doubles of up to 19 digits need.
  static let exponents = -342...308

  /// 10^0 to 10^19, as many as 64 bits hold.
  static let ofTen: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
    10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]

  /// 10^0 to 10^22, as many as a double holds exactly.
  static let ofTenExact: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
  ]

  /// 5^q for each q of ``exponents``: 5^q = (128 bits + what is cut off) × 2^(⌊log₂ 5^q⌋ - 127).
  ///
  /// They are computed once, in a fifth of a millisecond: the positive powers as they are, the negative ones by
  /// dividing a large power of two by five again and again, which gives ⌊2^n / 5^-q⌋ exactly.
  static let ofFive: [OfFive] = {
    var powers: [OfFive] = []
    // 5^342 has 795 bits, and 128 are to be left of the reciprocal.
    var number = [UInt32](repeating: 0, count: 32)
    number[31] = 1
    for _ in 1...(-exponents.lowerBound) {
      divideByFive(&number)
      powers.append(leading(of: number))
    }
    powers.reverse()
    number = [UInt32](repeating: 0, count: 32)
    number[0] = 1
    powers.append(leading(of: number))
    for _ in 1...exponents.upperBound {
      multiplyByFive(&number)
      powers.append(leading(of: number))
    }
    return powers
  }()

  /// Divides a number, whose lowest word comes first, by five, rounding down.
  private static func divideByFive(_ number: inout [UInt32]) {
    var remainder: UInt64 = 0
    for index in number.indices.reversed() {
      let dividend = remainder << 32 | UInt64(number[index])
      number[index] = UInt32(dividend / 5)
      remainder = dividend % 5
    }
  }

  private static func multiplyByFive(_ number: inout [UInt32]) {
    var carry: UInt64 = 0
    for index in number.indices {
      let product = UInt64(number[index]) * 5 + carry
      number[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
  }

  /// The 128 bits from the highest that is 1 on; zeros follow where the number has fewer.
  private static func leading(of number: [UInt32]) -> OfFive {
    let top = number.lastIndex { $0 != 0 } ?? 0
    func word(_ index: Int) -> UInt64 { index < 0 ? 0 : UInt64(number[index]) }
    let shift = UInt64(number[top].leadingZeroBitCount)
    let words = (0...4).map { word(top - $0) }
    // 160 bits are looked at; those before the first 1 are shifted out.
    let first = words[0] << 32 | words[1]
    let second = words[2] << 32 | words[3]
    let high = first << shift | second >> (64 - shift)
    let low = second << shift | (words[4] << 32) >> (64 - shift)
    return OfFive(high: high, low: low)
  }
}
