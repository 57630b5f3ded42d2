import Markup

/// A table of numbers as coloured cells, with the numbers in them where they fit.
///
/// Colours run from little to much; where values lie on both sides of 0 they run to both sides from it, as far on either.
package struct HeatmapChart: Chart, Hashable {
  package let title: String
  /// The names of the rows, from top to bottom.
  package let rows: [String]
  /// The names of the columns, from left to right.
  package let columns: [String]
  /// `values[i][j]`: the number at row `i` and column `j`; nothing where there is none.
  package let values: [[Double?]]
  /// What rows are; may be empty.
  package let rowTitle: String
  /// What columns are; may be empty.
  package let columnTitle: String
  /// What the numbers are; may be empty.
  package let valueTitle: String
  /// The smallest and the largest number.
  let extent: Domain?

  /// A map of `values`, which have a row for each of `rows` and in it a number for each of `columns`.
  ///
  /// Colours reach from the smallest to the largest number, and as far as `scale` says where that is wider.
  package init(
    title: String, rows: [String], columns: [String], values: [[Double?]], rowTitle: String = "",
    columnTitle: String = "", valueTitle: String = "", scale: ClosedRange<Double>? = nil
  ) {
    precondition(
      values.count == rows.count && values.allSatisfy { $0.count == columns.count },
      "a heat map has a value for every row and column")
    self.title = title
    self.rows = rows
    self.columns = columns
    self.values = values.map { $0.map { $0.flatMap { $0.isFinite ? $0 : nil } } }
    let all = self.values.joined().compactMap(\.self)
    extent = all.isEmpty ? nil : Domain(of: all + (scale.map { [$0.lowerBound, $0.upperBound] } ?? []))
    self.rowTitle = rowTitle
    self.columnTitle = columnTitle
    self.valueTitle = valueTitle
  }

  /// Whether colours run to both sides of 0.
  var isDiverging: Bool { extent.map { $0.low < 0 && $0.high > 0 } ?? false }

  /// The colour of a number.
  func fill(_ value: Double) -> Fill {
    guard let extent else { return .empty }
    func step(_ share: Double, of count: Int) -> Int {
      min(count, 1 + Int(min(max(share, 0), 1) * Double(count)))
    }
    if isDiverging {
      let limit = max(-extent.low, extent.high)
      return .diverging(step((1 - value / limit) / 2, of: 11))
    }
    // The lightest step is left to the ground, so that a cell without a value differs from a low one.
    return .sequential(1 + step((value - extent.low) / extent.span, of: 8))
  }
}
