import Markup
public import RunModel

/// Results as rows and columns.
public struct ResultTable: Hashable, Sendable {
  /// How the cells are told.
  public enum Form: Hashable, Sendable {
    /// Every value as it was written; one row for each result and no other.
    case asWritten
    /// As `to_df` of nomadic has it, cell for cell: whole numbers of a column with gaps or fractions have a fraction
    /// (`32.0`), truth values are `True` and `False`, null is a gap, and where the search has metadata these are one
    /// more row at the end, in columns of their own.
    case dataFrame
  }

  /// The names of the columns, in order.
  public let columns: [String]
  /// `rows[i][k]`: the value of row `i` in column `k`; nil where it has none.
  public let rows: [[Scalar?]]

  init(columns: [String], rows: [[Scalar?]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The table as comma-separated values, a gap as an empty cell, lines that end in LF.
  public var csv: String {
    var csv = CSVWriter(lineEnd: "\n")
    csv.row(columns)
    for row in rows { csv.row(row.map { $0?.text ?? "" }) }
    return csv.string
  }
}
