/// Finds ids that occur twice.
struct DuplicateIDs {
  /// An id that was there before.
  struct Found: Hashable {
    /// The id.
    let id: String
    /// The number of the row, counted from 0.
    let row: Int
  }

  /// The first few.
  private(set) var first: [Found] = []
  /// How many there are.
  private(set) var count = 0

  private static let keptCount = 20

  /// The repetitions in the columns of ids of consecutive pieces.
  init(in columns: [TextRows]) {
    if !Self.isAscending(columns) { search(columns) }
  }

  /// Whether each id is longer than the one before, or as long and greater: numbered ids are, and need no search.
  private static func isAscending(_ columns: [TextRows]) -> Bool {
    var last: (column: TextRows, row: Int)?
    for column in columns {
      for row in 0..<column.count {
        let isNext = column.withBytes(of: row) { bytes in
          last.map { last in last.column.withBytes(of: last.row) { isLess($0, bytes) } } ?? true
        }
        if !isNext { return false }
        last = (column, row)
      }
    }
    return true
  }

  private static func isLess(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
  }

  private mutating func search(_ columns: [TextRows]) {
    var table = TextTable()
    var row = 0
    for column in columns {
      for index in 0..<column.count {
        let known = table.count
        column.withBytes(of: index) { _ = table.insert($0) }
        if table.count == known {
          count += 1
          if first.count < Self.keptCount { first.append(Found(id: column[index], row: row)) }
        }
        row += 1
      }
    }
  }
}
