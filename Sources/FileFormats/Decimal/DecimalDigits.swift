/// The digits of a number as one whole number, and whether there were more than it holds.
struct DecimalDigits {
  /// The digits so far, without those that are dropped.
  private(set) var value: UInt64 = 0
  /// How many digits there were.
  private(set) var count = 0
  /// How many of the last digits ``value`` could not take.
  private(set) var droppedCount = 0

  /// The largest value to which another digit, whichever it is, can be added.
  private static let largestBeforeDigit: UInt64 = .max / 10 - 1
  /// The largest value to which eight digits can be added.
  private static let largestBeforeEight: UInt64 = .max / 100_000_000 - 1

  /// Takes all digits from `index` on and moves `index` behind them.
  @inline(__always)
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int) {
    let start = index
    while index &+ 8 <= bytes.count, value <= Self.largestBeforeEight, droppedCount == 0 {
      let digits = EightDigits(
        UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
      value = value &* DecimalPowers.ofTen[digits.count] &+ digits.value
      index &+= digits.count
      if digits.count < 8 {
        count &+= index &- start
        return
      }
    }
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 { break }
      if value <= Self.largestBeforeDigit, droppedCount == 0 {
        value = value &* 10 &+ UInt64(digit)
      } else {
        droppedCount &+= 1
      }
      index &+= 1
    }
    count &+= index &- start
  }
}
