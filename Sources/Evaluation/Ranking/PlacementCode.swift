import Foundation

/// How a row is placed by one label's scores, in a word of 64 bits: from the lowest bit on the number of the row, whether
/// it has the label, its placement in half rows (see ``RankSums``), and what ``PrecisionInfluence`` tells of it, rounded
/// to the bits that are left.
struct PlacementCode: Sendable {
  /// The bits for the number of a row.
  let rowBits: UInt64
  private let positiveBits: UInt64
  private let negativeBits: UInt64
  /// What precision influences are never below, and how far apart they can be.
  private let lowest: Double
  private let span: Double

  /// A code for rows of which so many have the label.
  init(rowBits: Int, positives: Int, negatives: Int) {
    self.rowBits = UInt64(rowBits)
    positiveBits = Self.bits(upTo: 2 * negatives)
    negativeBits = Self.bits(upTo: 2 * positives)
    // Σ 1/R over rows with the label is at most Σ 1/r for r from 1 to their number.
    let harmonic = 1 + log(Double(max(positives, 1)))
    lowest = -harmonic
    span = 1 + 2 * harmonic
  }

  private static func bits(upTo number: Int) -> UInt64 { UInt64(Int.bitWidth - number.leadingZeroBitCount) }

  /// The word of a row with the label in the last group of `sums`, but for its number.
  @inline(__always)
  func positive(_ sums: RankSums) -> UInt64 {
    word(sums.halvesOfPositive, positiveBits, sums.precision.ofPositive) | 1 &<< rowBits
  }

  /// The word of another row in the last group of `sums`, but for its number.
  @inline(__always)
  func negative(_ sums: RankSums) -> UInt64 {
    word(sums.halvesOfNegative, negativeBits, sums.precision.ofNegative)
  }

  @inline(__always)
  private func word(_ halves: UInt64, _ bits: UInt64, _ influence: Double) -> UInt64 {
    let low = rowBits &+ 1
    let room = min(64 &- low &- bits, 40)
    let steps = Double(1 &<< room &- 1)
    let number = ((influence - lowest) / span * steps + 0x1p52).bitPattern & (1 &<< room &- 1)
    return number &<< (low &+ bits) | halves &<< low
  }

  /// What it takes to read the words of rows with the label, or of the others.
  func reader(isPositive: Bool) -> Reader {
    let bits = isPositive ? positiveBits : negativeBits
    let low = rowBits + 1
    return Reader(
      low: low, high: low + bits, mask: 1 &<< bits &- 1, lowest: lowest,
      step: span / Double(1 &<< min(64 &- low &- bits, 40) &- 1))
  }

  /// Reads words of one kind of rows.
  struct Reader: Sendable {
    fileprivate let low: UInt64
    fileprivate let high: UInt64
    fileprivate let mask: UInt64
    /// The influence of a word is `lowest + step × influenceSteps`.
    let lowest: Double
    let step: Double

    /// Twice the placement of the row, times the number of rows of the other kind.
    @inline(__always)
    func halves(_ word: UInt64) -> Double { Double(Int64(bitPattern: word &>> low & mask)) }

    /// What ``PrecisionInfluence`` tells of the row, in steps.
    @inline(__always)
    func influenceSteps(_ word: UInt64) -> Double { Double(Int64(bitPattern: word &>> high)) }
  }
}
