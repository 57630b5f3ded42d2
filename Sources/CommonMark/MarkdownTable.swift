/// A table of cells of any sort; every row has as many cells as the header.
struct MarkdownTable<Cell> {
  /// Cells of one table at most; a larger one stays text.
  static var cellLimit: Int { 20_000 }

  /// One cell for each column.
  let header: [Cell]
  /// The rows below.
  let rows: [[Cell]]

  /// A table; rows that are too short are filled up with `empty`, and cells beyond the header are left out.
  ///
  /// Nothing if there is no column, or if the cells exceed the limit.
  init?(header: [Cell], rows: [[Cell]], empty: Cell) {
    let columns = header.count
    guard columns > 0, rows.count < Self.cellLimit / columns else { return nil }
    self.header = header
    self.rows = rows.map { row in
      row.prefix(columns) + Array(repeating: empty, count: max(0, columns - row.count))
    }
  }
}
