/// Two sums that are formed side by side, on their way into an ``ExactSum`` each.
///
/// A term is split into multiples of 2⁻²¹, 2⁻⁵³ and 2⁻⁸⁵ by adding a number of which these are the last bits,
/// the largest first; the last part is rounded to the nearest, halves to the even one. The bits of the three
/// sums are then added up as whole numbers, from which those of the numbers added are taken off in the end:
/// exact for up to 2³¹ terms.
struct ExactLanes: Sendable {
  private var high = SIMD2<UInt64>.zero
  private var middle = SIMD2<UInt64>.zero
  private var low = SIMD2<UInt64>.zero

  // One and a half times a power of two, so that terms of either sign leave the last bit where it is.
  private static let highBase = 0x1.8p31
  private static let middleBase = 0x1.8p-1
  private static let lowBase = 0x1.8p-33

  /// Adds a term to each lane, both below 64 in magnitude.
  @inline(__always)
  mutating func add(_ terms: SIMD2<Double>) {
    let top = terms + 0x1.8p31
    let rest = terms - (top - 0x1.8p31)
    let next = rest + 0x1.8p-1
    let last = (rest - (next - 0x1.8p-1)) + 0x1.8p-33
    high &+= SIMD2(top.x.bitPattern, top.y.bitPattern)
    middle &+= SIMD2(next.x.bitPattern, next.y.bitPattern)
    low &+= SIMD2(last.x.bitPattern, last.y.bitPattern)
  }

  /// The sum of a lane of `count` terms, in multiples of 2⁻²¹, 2⁻⁵³ and 2⁻⁸⁵.
  @inline(__always)
  func parts(lane: Int, count: Int) -> (high: Int64, middle: Int64, low: Int64) {
    let count = UInt64(truncatingIfNeeded: count)
    return (
      Int64(bitPattern: high[lane] &- count &* Self.highBase.bitPattern),
      Int64(bitPattern: middle[lane] &- count &* Self.middleBase.bitPattern),
      Int64(bitPattern: low[lane] &- count &* Self.lowBase.bitPattern)
    )
  }
}
