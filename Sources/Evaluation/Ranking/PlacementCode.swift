import Foundation

/// How a row is placed by one label's scores, in a word of 64 bits: from the lowest bit on the number of the row, whether
/// it has the label, its placement in half rows (see ``RankSums``), and what ``PrecisionInfluence`` tells of it, rounded
/// to the bits that are left.
struct PlacementCode: Sendable {
  /// The bits for the number of a row.
  let rowBits: UInt64
  /// How words of rows with the label are made up, and of the others.
  let positive: Kind
  let negative: Kind

  /// A code for rows of which so many have the label.
  init(rowBits: Int, positives: Int, negatives: Int) {
    self.rowBits = UInt64(rowBits)
    // Σ 1/R over rows with the label is at most Σ 1/r for r from 1 to their number.
    let harmonic = 1 + log(Double(max(positives, 1)))
    positive = Kind(low: rowBits + 1, upTo: 2 * negatives, lowest: -harmonic, span: 1 + 2 * harmonic)
    negative = Kind(low: rowBits + 1, upTo: 2 * positives, lowest: 0, span: harmonic)
  }

  /// What a word of a row with the label has set.
  var mark: UInt64 { 1 &<< rowBits }
  /// What a word is masked with for the number of its row.
  var rowMask: UInt64 { mark &- 1 }

  /// The word of a row with the label in the group that `sums` ends with, but for the row.
  @inline(__always)
  func ofPositive(_ sums: RankSums) -> UInt64 {
    mark | positive.word(halves: sums.halvesOfPositive, influence: sums.precision.ofPositive)
  }

  /// The word of another row in the group that `sums` ends with, but for the row.
  @inline(__always)
  func ofNegative(_ sums: RankSums) -> UInt64 {
    negative.word(halves: sums.halvesOfNegative, influence: sums.precision.ofNegative)
  }

  /// The words of one kind of rows.
  struct Kind: Sendable {
    private let low: UInt64
    private let high: UInt64
    private let halvesMask: UInt64
    private let stepsMask: UInt64
    private let stepsPerUnit: Double
    /// The influence of a word is `lowest + step × steps(word)`.
    let lowest: Double
    let step: Double

    fileprivate init(low: Int, upTo number: Int, lowest: Double, span: Double) {
      let high = low + Int.bitWidth - number.leadingZeroBitCount
      let room = min(UInt64.bitWidth - high, 40)
      self.low = UInt64(low)
      self.high = UInt64(high)
      self.lowest = lowest
      halvesMask = 1 &<< UInt64(high - low) &- 1
      stepsMask = 1 &<< UInt64(room) &- 1
      stepsPerUnit = Double(stepsMask) / span
      step = span / Double(stepsMask)
    }

    /// The word of this placement and influence, but for the row.
    @inline(__always)
    func word(halves: UInt64, influence: Double) -> UInt64 {
      // From 2⁵² on, doubles are whole numbers, whose lowest bits are those of the double.
      let steps = ((influence - lowest) * stepsPerUnit + 0x1p52).bitPattern & stepsMask
      return steps &<< high | halves &<< low
    }

    /// Twice the placement of the row, times the number of rows of the other kind.
    @inline(__always)
    func halves(_ word: UInt64) -> Double { Double(Int64(bitPattern: word &>> low & halvesMask)) }

    /// What ``PrecisionInfluence`` tells of the row, in steps.
    @inline(__always)
    func steps(_ word: UInt64) -> Double { Double(Int64(bitPattern: word &>> high)) }
  }
}
