/// The digits of a number as one whole number, and whether there were more than it holds.
struct DecimalDigits {
  /// The digits so far.
  private(set) var value: UInt64 = 0
  /// How many digits there were.
  private(set) var count = 0
  /// Whether ``value`` could not take all of them.
  private(set) var areDropped = false

  /// The largest value to which another digit, whichever it is, can be added.
  private static let largestBeforeDigit: UInt64 = .max / 10 - 1
  /// The largest value to which eight digits can be added.
  private static let largestBeforeEight: UInt64 = .max / 100_000_000 - 1
  private static let powersOfTen: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]

  /// Takes all digits from `index` on and moves `index` behind them.
  @inline(__always)
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int) {
    let start = index
    while index &+ 8 <= bytes.count, value <= Self.largestBeforeEight {
      let length = scanUpToEight(bytes, at: index)
      index &+= length
      if length < 8 {
        count &+= index &- start
        return
      }
    }
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 { break }
      if value <= Self.largestBeforeDigit {
        value = value &* 10 &+ UInt64(digit)
      } else {
        areDropped = true
      }
      index &+= 1
    }
    count &+= index &- start
  }

  /// Takes the digits among the eight bytes at `index`, all at once; returns how many there are.
  @inline(__always)
  private mutating func scanUpToEight(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      .littleEndian
    // A digit's byte becomes 0 to 9; any other byte has its high bit set below, or sets it by the addition. A carry
    // only reaches bytes behind the first that is no digit.
    let digits = word ^ 0x3030_3030_3030_3030
    let others = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
    let length = others.trailingZeroBitCount >> 3
    guard length > 0 else { return 0 }
    // The first digit is the lowest byte: shifting up puts zeros before it.
    var sum = digits << UInt64(64 &- 8 &* length)
    sum = sum &* 10 &+ (sum >> 8)
    sum =
      ((sum & 0xFF_0000_00FF) &* 0x000F_4240_0000_0064
        &+ ((sum >> 16) & 0xFF_0000_00FF) &* 0x0000_2710_0000_0001) >> 32
    value = value &* Self.powersOfTen[length] &+ sum
    return length
  }
}
