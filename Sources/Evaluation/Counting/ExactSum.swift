/// A sum of doubles that does not depend on the order or grouping of its terms.
///
/// Each term is rounded once, to a multiple of 2⁻⁸⁵ in 128-bit fixed point; adding is then exact, so that
/// sums of parts add up to the sum of the whole, bit for bit. A term of at least 2⁻³³ that a double can hold
/// is not rounded at all.
///
/// ```swift
/// var sum = ExactSum()
/// for term in [0.1, 0.2, 0.3] { sum.add(term) }
/// sum.value  // 0.6, as for 0.3, 0.2, 0.1
/// ```
///
/// The magnitude of terms must be below 64; up to 2³⁶ of them fit. Beyond, the sum is wrong, without a trap.
struct ExactSum: Hashable, Sendable {
  private var total: Int128 = 0

  /// Adds a finite term of a magnitude below 64.
  @inline(__always)
  mutating func add(_ term: Double) {
    var lanes = ExactLanes()
    lanes.add(SIMD2(term, 0))
    merge(lanes, lane: 0, count: 1)
  }

  /// Adds all terms of another sum.
  mutating func merge(_ other: ExactSum) {
    total &+= other.total
  }

  /// Adds the terms of one of two lanes, of which there are `count`.
  @inline(__always)
  mutating func merge(_ lanes: ExactLanes, lane: Int, count: Int) {
    let parts = lanes.parts(lane: lane, count: count)
    total &+= (Int128(parts.high) &<< 64) &+ (Int128(parts.middle) &<< 32) &+ Int128(parts.low)
  }

  /// The sum, rounded once.
  var value: Double {
    Double(total) * 0x1p-85
  }
}
