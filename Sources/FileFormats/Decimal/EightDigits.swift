/// Eight bytes of text, looked at all at once: how many digits they begin with, and what number these are.
///
/// This and what is built on it works on words and without branches, because every number of a file passes here.
struct EightDigits {
  /// How many digits there are before any other byte, 0 to 8.
  let count: Int
  /// The bytes, a digit being its value.
  private let digits: UInt64

  /// The eight bytes of `word`, the first being the lowest.
  @inline(__always)
  init(_ word: UInt64) {
    digits = word ^ 0x3030_3030_3030_3030
    // A digit's byte is 0 to 9 now; any other byte has its high bit set, or sets it by the addition. A carry only
    // reaches bytes behind the first that is no digit.
    let others = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
    count = others.trailingZeroBitCount &>> 3
  }

  /// The number that all eight digits are.
  ///
  /// - Precondition: ``count`` is 8.
  @inline(__always)
  var whole: UInt64 { Self.sum(digits) }

  /// The number that the first ``count`` digits are; 0 without any.
  @inline(__always)
  var value: UInt64 {
    // The first digit is the lowest byte: shifting up puts zeros before it. In two steps, as 64 bits at once are none.
    let unused = UInt64(truncatingIfNeeded: 8 &- count) &* 4
    return Self.sum((digits &<< unused) &<< unused)
  }

  /// The number of eight digits, a byte each, the first being the lowest.
  ///
  /// Pairs of digits, then pairs of these, then of those.
  @inline(__always)
  static func sum(_ digits: UInt64) -> UInt64 {
    let pairs = digits &* 10 &+ (digits &>> 8)
    return
      ((pairs & 0xFF_0000_00FF) &* 0x000F_4240_0000_0064
      &+ ((pairs &>> 16) & 0xFF_0000_00FF) &* 0x0000_2710_0000_0001) &>> 32
  }
}
