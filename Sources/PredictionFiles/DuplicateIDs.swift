import Diagnostics
import Evaluation

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

  /// The repetitions in the columns of ids of consecutive pieces; texts that are not here are in `file`.
  init(in columns: [TextRows], of file: ReadableFile) {
    if columns.contains(where: { !$0.isHere }) {
      // The texts are read again only where two have one hash.
      if Self.hasRepetition(columns) { search(columns.map { $0.column(in: file) }) }
    } else if !Self.isAscending(columns) {
      search(columns.map { $0.column(in: file) })
    }
  }

  /// Whether each id is longer than the one before, or as long and greater: numbered ids are, and need no search.
  private static func isAscending(_ columns: [TextRows]) -> Bool {
    let columns = columns.filter { $0.count > 0 }
    return concurrentMap(count: columns.count) { columns[$0].isAscending }.allSatisfy(\.self)
      && zip(columns, columns.dropFirst()).allSatisfy { left, right in
        left.withBytes(of: left.count - 1) { last in
          right.withBytes(of: 0) { TextRows.isAscending(last, $0) }
        }
      }
  }

  /// Whether two rows have one hash.
  private static func hasRepetition(_ columns: [TextRows]) -> Bool {
    let count = columns.reduce(0) { $0 + $1.count }
    var mask = 15
    while mask < 2 * count { mask = mask << 1 | 1 }
    // 0 is a free slot; that it is a hash as well costs a search at most.
    var slots = [UInt64](repeating: 0, count: mask + 1)
    for column in columns {
      for row in 0..<column.count {
        let hash = column.hash(of: row)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
          if slots[slot] == hash { return true }
          slot = (slot + 1) & mask
        }
        if hash == 0 { return true }
        slots[slot] = hash
      }
    }
    return false
  }

  private mutating func search(_ columns: [TextColumn]) {
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
