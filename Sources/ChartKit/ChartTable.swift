/// The data of a figure as a table, for those who do not see it and those who want the numbers.
package struct ChartTable: Hashable, Sendable {
  /// A column's head.
  package struct Column: Hashable, Sendable {
    /// The words of the head.
    package var title: String
    /// Whether it holds numbers, which are set right.
    package var isNumber: Bool

    /// A column of words.
    package static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
    /// A column of numbers.
    package static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  /// The heads.
  package let columns: [Column]
  /// At most ``rowLimit`` rows, each with a cell for every column; the first cell names the row.
  package let rows: [[String]]
  /// How many further rows the data have.
  package let rowsLeftOut: Int

  /// More rows than a reader reads or a page should carry.
  package static let rowLimit = 200

  /// A table of the first ``rowLimit`` of `items`, each made into a row.
  package init<Items: Collection>(columns: [Column], items: Items, row: (Items.Element) -> [String]) {
    self.columns = columns
    rows = items.prefix(Self.rowLimit).map(row)
    rowsLeftOut = items.count - rows.count
  }

  /// A table of the first ``rowLimit`` of `rows`.
  package init(columns: [Column], rows: [[String]]) {
    self.init(columns: columns, items: rows) { $0 }
  }
}
