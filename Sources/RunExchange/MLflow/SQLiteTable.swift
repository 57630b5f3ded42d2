import GRDB

/// A plain table of a database of unknown origin: no view, no virtual table, no computed column.
struct SQLiteTable {
  /// The table's name.
  let name: String
  /// The names of its stored columns.
  let columns: Set<String>
  private let rowLimit: Int

  /// Every record takes at least so many bytes of the file: more rows only a damaged file can seem to have.
  private static let leastRecordBytes = 8

  /// The table `name`; nil if there is no plain table of this name.
  ///
  /// - Parameters:
  ///   - name: The name, in letters that need no quoting.
  ///   - database: Where it is looked for.
  ///   - size: Bytes of the database and its log.
  /// - Throws: `DatabaseError` where SQLite cannot read the schema.
  init?(_ name: String, in database: Database, size: Int) throws {
    let sql = """
      SELECT 1 FROM sqlite_master
      WHERE type = 'table' AND name = ? AND rootpage > 0 AND sql NOT LIKE 'CREATE VIRTUAL%' LIMIT 1
      """
    guard try Row.fetchOne(database, sql: sql, arguments: [name]) != nil else { return nil }
    var columns: Set<String> = []
    let rows = try Row.fetchCursor(database, sql: "PRAGMA table_xinfo(\"\(name)\")")
    while let row = try rows.next() {
      let hidden: DatabaseValue = row["hidden"]
      if let name = (row["name"] as DatabaseValue).text, hidden.integer == 0 { columns.insert(name) }
    }
    self.name = name
    self.columns = columns
    rowLimit = size / Self.leastRecordBytes + 1
  }

  /// Gives each row to `body`: the values of `names` in this order, null for columns that are not there.
  ///
  /// - Returns: Whether that were all; false where the table seems to have more rows than its file has room for.
  /// - Throws: `DatabaseError` where a page is damaged, after the rows before it.
  func forEach(
    _ names: [String], in database: Database, _ body: ([DatabaseValue]) throws -> Void
  ) throws -> Bool {
    let list = names.map { columns.contains($0) ? "\"\($0)\"" : "NULL" }.joined(separator: ", ")
    let rows = try Row.fetchCursor(database, sql: "SELECT \(list) FROM \"\(name)\" NOT INDEXED")
    var count = 0
    while let row = try rows.next() {
      guard count < rowLimit else { return false }
      count += 1
      try body(names.indices.map { row[$0] })
    }
    return true
  }
}
