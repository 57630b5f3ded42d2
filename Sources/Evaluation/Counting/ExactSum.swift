/// A sum of doubles that does not depend on the order or grouping of its terms.
///
/// Each term is rounded once, to a multiple of 2⁻⁸⁵ in 128-bit fixed point; adding is then exact, so that sums of
/// parts add up to the sum of the whole, bit for bit. A term of at least 2⁻³³ that a double can hold is not rounded
/// at all.
///
/// ```swift
/// var sum = ExactSum()
/// for term in [0.1, 0.2, 0.3] { sum.add(term) }
/// sum.value  // 0.6, as for 0.3, 0.2, 0.1
/// ```
///
/// The magnitude of terms must be below 64; up to 2³⁶ of them fit. Beyond, the sum wraps, without a trap.
struct ExactSum: Hashable, Sendable {
  private var total: Int128 = 0

  /// The bits behind the point.
  private static let fractionBits = 85

  /// Adds a finite term of a magnitude below 64.
  mutating func add(_ term: Double) {
    let significand = Int128(term.bitPattern & 0xF_FFFF_FFFF_FFFF | (term.isNormal ? 1 << 52 : 0))
    let shift = Int(max(term.exponentBitPattern, 1)) - 1075 + Self.fractionBits
    let magnitude: Int128
    if shift >= 0 {
      magnitude = significand &<< Int128(min(shift, 64))
    } else if shift >= -54 {
      // Half a unit more, then cut: the nearest, halves upwards.
      magnitude = (significand &+ (1 &<< Int128(-shift - 1))) &>> Int128(-shift)
    } else {
      magnitude = 0
    }
    total &+= term.sign == .minus ? -magnitude : magnitude
  }

  /// Adds all terms of another sum.
  mutating func merge(_ other: ExactSum) {
    total &+= other.total
  }

  /// The sum, rounded once.
  var value: Double {
    Double(total) * 0x1p-85
  }
}
