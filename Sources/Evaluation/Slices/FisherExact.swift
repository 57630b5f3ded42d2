/// Fisher's exact test of whether two samples have successes equally often.
enum FisherExact {
  /// How much likelier than the table seen another may be and still count as no likelier, as in R.
  private static let tolerance = 1e-7

  /// The two-sided p-value of a table with these rows; 1 where a margin is 0.
  ///
  /// The probability, given the margins, of all tables that are no likelier than the one seen (Fisher 1935; R
  /// `fisher.test`, scipy `fisher_exact`). Never below 2.2·10⁻³⁰⁸, where doubles end.
  ///
  /// ```swift
  /// FisherExact.twoSidedP((right: 3, wrong: 1), (right: 1, wrong: 3))  // 34 / 70
  /// ```
  ///
  /// The hypergeometric weights are built up from the likeliest table outwards, each from the one before, until they
  /// are too small for a double: that is exact for any number of rows and takes O(√*n*) steps.
  ///
  /// - Precondition: Counts are whole and not negative.
  static func twoSidedP(
    _ one: (right: Double, wrong: Double), _ other: (right: Double, wrong: Double)
  ) -> Double {
    let margins = Margins(
      row: one.right + one.wrong, column: one.right + other.right,
      total: one.right + one.wrong + other.right + other.wrong)
    let mode = margins.mode
    var above: [Double] = []
    var weight = 1.0
    var cell = mode
    while cell < margins.highest {
      weight *= margins.ratio(above: cell)
      cell += 1
      guard weight > 0 else { break }
      above.append(weight)
    }
    var below: [Double] = []
    weight = 1
    cell = mode
    while cell > margins.lowest {
      weight /= margins.ratio(above: cell - 1)
      cell -= 1
      guard weight > 0 else { break }
      below.append(weight)
    }
    let seen = weightSeen(at: Int(one.right - mode), above, below)
    // The small ones first.
    let all = above.reversed().reduce(0, +) + below.reversed().reduce(0, +) + 1
    let limit = seen * (1 + tolerance)
    let unlikely = (above.reversed() + below.reversed() + [1]).filter { $0 <= limit }.reduce(0, +)
    return min(1, max(unlikely / all, .leastNormalMagnitude))
  }

  private static func weightSeen(at place: Int, _ above: [Double], _ below: [Double]) -> Double {
    guard place != 0 else { return 1 }
    let weights = place > 0 ? above : below
    return abs(place) <= weights.count ? weights[abs(place) - 1] : 0
  }

  /// The margins of a table, which leave one cell free: that of the first row and the first column.
  private struct Margins {
    let row: Double
    let column: Double
    let total: Double

    var lowest: Double { max(0, row + column - total) }
    var highest: Double { min(row, column) }
    var mode: Double {
      min(highest, max(lowest, ((row + 1) * (column + 1) / (total + 2)).rounded(.down)))
    }

    /// How much likelier one more in the cell is than `cell`.
    func ratio(above cell: Double) -> Double {
      (row - cell) * (column - cell) / ((cell + 1) * (total - row - column + cell + 1))
    }
  }
}
