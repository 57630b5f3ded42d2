import Foundation

/// By which whole number of steps each label moves the averages of ``InfluenceLane``.
///
/// Steps are whole so that their sums do not depend on the order of labels; they are as small as 32 bits allow: below
/// 10⁻⁶ of the spread of influences unless a label is rare.
struct InfluenceScale: Sendable {
  /// The number of rows with each label.
  let supports: [Double]
  /// The number of rows.
  let rowCount: Double
  /// The sum of ``supports``.
  let total: Double
  /// How many lanes rows have.
  let laneCount: Int
  /// The steps that a unit of each lane is divided into.
  let steps: [Double]

  /// The scale of the first `laneCount` lanes for rows of which so many have each label.
  ///
  /// - Precondition: Every label has rows with and without it.
  init(supports: [Int], rowCount: Int, laneCount: Int) {
    let counts = supports.map(Double.init)
    let rows = Double(rowCount)
    let total = counts.reduce(0, +)
    let fewest = counts.min() ?? 1
    let labels = Double(counts.count)
    // Σ 1/r for r from 1 to the number of rows is at most this.
    let harmonic = 1 + log(rows)
    let largest = [
      counts.reduce(0) { $0 + rows / min($1, rows - $1) },
      counts.reduce(0) { $0 + rows / $1 * (1 + harmonic) },
      counts.reduce(0) { $0 + max(1, $1 / (rows - $1)) * rows / total },
      labels * rows / total * (1 + harmonic),
      2 * labels * rows / fewest,
      2 * (labels + rows / fewest),
    ]
    self.supports = counts
    self.rowCount = rows
    self.total = total
    self.laneCount = laneCount
    steps = largest.map { 0x1p30 / $0 }
  }

  /// `value` in steps of a lane, rounded.
  func steps(_ value: Double, in lane: InfluenceLane) -> Int64 {
    Int64((value * steps[lane.rawValue]).rounded())
  }
}
