/// Draws what counts another sample of the same size could have had.
///
/// ```swift
/// let sampler = MultinomialSampler(counts: [3, 0, 1])
/// var generator = Xoshiro256(seed: 1)
/// sampler.draw(using: &generator)  // such as [4, 0, 0]
/// ```
///
/// n = Σ counts rows are drawn with replacement: cell *i* gets each of them with probability counts[i] / n. Cells of
/// many rows get theirs by binomial draws, each of what the cells before left over; the rows of small cells are
/// drawn one by one. A cell of 0 stays 0.
struct MultinomialSampler: Sendable {
  /// The number of cells, those of 0 included.
  let cellCount: Int
  /// The number of rows of each draw.
  let total: Double
  /// The cells of many rows, the largest first.
  private var large: [LargeCell] = []
  /// The cell of each row in small cells.
  private var smallRows: [Int32] = []

  private struct LargeCell: BitwiseCopyable {
    var cell: Int
    /// The probability of this cell, given none of the cells before.
    var probability: Double
  }

  /// Up to so many rows, a cell is small: drawing them singly costs no more than a binomial draw.
  private static let smallCell = 24.0

  /// A sampler for these counts.
  ///
  /// - Precondition: The counts are whole numbers from 0, below 2⁵³ in sum.
  init(counts: [Double]) {
    cellCount = counts.count
    let occupied = counts.indices.filter { counts[$0] > 0 }
    total = counts.reduce(0, +)
    var left = total
    for cell in occupied.filter({ counts[$0] > Self.smallCell }).sorted(by: {
      (counts[$1], $0) < (counts[$0], $1)
    }) {
      large.append(LargeCell(cell: cell, probability: counts[cell] / left))
      left -= counts[cell]
    }
    smallRows.reserveCapacity(Int(left))
    for cell in occupied where counts[cell] <= Self.smallCell {
      smallRows += repeatElement(Int32(cell), count: Int(counts[cell]))
    }
  }

  /// Fills `counts` with a new draw, cell by cell.
  ///
  /// - Precondition: `counts` has ``cellCount`` places, initialised.
  func draw(into counts: UnsafeMutableBufferPointer<Double>, using generator: inout Xoshiro256) {
    precondition(counts.count == cellCount, "a draw has as many cells as the counts")
    counts.update(repeating: 0)
    var left = total
    for entry in large {
      guard left > 0 else { return }
      let drawn = BinomialSampler.draw(trials: left, probability: entry.probability, using: &generator)
      counts[entry.cell] = drawn
      left -= drawn
    }
    guard left > 0 else { return }
    smallRows.withUnsafeBufferPointer { rows in
      let bound = UInt32(rows.count)
      for _ in 0..<Int(left) { counts[Int(rows[Int(generator.below(bound))])] += 1 }
    }
  }

  /// A new draw, cell by cell.
  func draw(using generator: inout Xoshiro256) -> [Double] {
    var counts = [Double](repeating: 0, count: cellCount)
    counts.withUnsafeMutableBufferPointer { draw(into: $0, using: &generator) }
    return counts
  }
}
