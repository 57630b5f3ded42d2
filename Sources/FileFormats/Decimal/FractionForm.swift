/// Numbers that are written as `0.` and so many digits, at most six, before a given byte: as most of a file are.
///
/// Eight bytes hold such a number, so that one comparison tells whether it is one. Because it is known beforehand where it
/// ends, a processor reads the next one before it is through with this.
struct FractionForm {
  /// The number of digits.
  let digitCount: Int
  /// By how much bytes are shifted so that the digits come last; bytes of 0 move in before.
  private let shift: UInt64
  /// The bytes of a number of this form whose digits are 0, shifted.
  private let zeros: UInt64
  /// What to add to the difference from ``zeros`` so that the high bit of a byte shows that it is not of this form.
  private let carry: UInt64
  private let scale: Double

  /// The most digits.
  static let digitLimit = 6

  /// The form with so many digits; nil if they are none or too many.
  init?(digitCount: Int) {
    guard (1...Self.digitLimit).contains(digitCount) else { return nil }
    self.digitCount = digitCount
    shift = UInt64(8 * (Self.digitLimit - digitCount))
    zeros = 0x3030_3030_3030_2E30 &<< shift
    // 9 and 0x76 are 0x7F; any difference from `0.` and 0x7F is 0x80 or more.
    carry = 0x7676_7676_7676_7F7F &<< shift
    scale = DecimalPowers.ofTenExact[digitCount]
  }

  /// The number of bytes from the start of a number to what stands behind it.
  @inline(__always)
  var length: Int { digitCount &+ 2 }

  /// The number whose eight bytes are `word`, the first being the lowest; nil if it is none of this form.
  @inline(__always)
  func value(_ word: UInt64) -> Double? {
    let digits = (word &<< shift) ^ zeros
    guard ((digits &+ carry) | digits) & 0x8080_8080_8080_8080 == 0 else { return nil }
    // Both operands are exact, so that the one operation rounds correctly.
    return Double(Int64(bitPattern: EightDigits.sum(digits))) / scale
  }
}
