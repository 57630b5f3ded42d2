import Diagnostics
import FileFormats

/// A table in a file of `{"columns": […], "data": [[…], …]}`, as wandb logs them.
///
/// The rows are walked over, not kept: a table may be large.
struct LoggedTable {
  /// The names of the columns; a name that is a number is written in its digits.
  let columns: [String]
  private let bytes: [UInt8]
  private let path: String

  /// A cell.
  enum Cell {
    /// Nothing.
    case none
    /// A text.
    case text(String)
    /// A number or a truth value, as written.
    case plain(String)
    /// A list or an object: its JSON.
    case json(String)
  }

  /// The most columns that a table may have.
  static let columnLimit = 4096

  /// The table in `bytes`, of which only the columns are looked at.
  ///
  /// - Throws: ``FormatError`` for what is no JSON, or no such table.
  init(_ bytes: [UInt8], path: String) throws(FormatError) {
    self.bytes = bytes
    self.path = path
    var columns: [String]?
    var hasData = false
    try Self.walk(bytes, path: path) { cursor throws(JSONFault) in
      try Self.members(&cursor) { cursor, name throws(JSONFault) in
        let token = try cursor.peek()
        switch (name, token) {
        case ("columns", .array):
          columns = try Self.cells(&cursor).map(\.text)
        case ("data", .array):
          hasData = true
          try cursor.skip()
        default: try cursor.skip()
        }
      }
    }
    guard let columns, hasData else {
      throw FormatError(
        at: SourcePlace(path: path), found: "no table", expected: "an object with “columns” and “data”")
    }
    self.columns = columns
  }

  /// Calls `visit` with each row that has a cell for each column, until it returns false.
  ///
  /// - Returns: The number of rows with fewer or more cells, which are passed over.
  mutating func forEachRow(_ visit: ([Cell]) -> Bool) throws(FormatError) -> Int {
    var ragged = 0
    var goesOn = true
    try Self.walk(bytes, path: path) { cursor throws(JSONFault) in
      try Self.members(&cursor) { cursor, name throws(JSONFault) in
        guard name == "data", try cursor.peek() == .array else {
          try cursor.skip()
          return
        }
        try cursor.array { cursor throws(JSONFault) in
          guard goesOn, try cursor.peek() == .array else {
            try cursor.skip()
            return
          }
          let row = try Self.cells(&cursor)
          if row.count == columns.count { goesOn = visit(row) } else { ragged += 1 }
        }
      }
    }
    return ragged
  }

  private static func walk(
    _ bytes: [UInt8], path: String, _ visit: (inout JSONCursor) throws(JSONFault) -> Void
  ) throws(FormatError) {
    let fault = bytes.withUnsafeBufferPointer { buffer -> JSONFault? in
      do throws(JSONFault) {
        if let offset = UTF8Validity.firstInvalidByte(in: buffer) {
          throw JSONFault(at: offset, found: "a byte that is not UTF-8", expected: "text in UTF-8")
        }
        var cursor = JSONCursor(buffer)
        cursor.skipByteOrderMark()
        try visit(&cursor)
        try cursor.finish()
        return nil
      } catch {
        return error
      }
    }
    guard let fault else { return }
    throw FormatError(
      at: LineIndex(bytes).place(of: fault.offset, path: path), found: fault.found, expected: fault.expected)
  }

  /// Calls `visit` with each member of the object that comes next; anything else is skipped.
  private static func members(
    _ cursor: inout JSONCursor, _ visit: (inout JSONCursor, String) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    guard try cursor.peek() == .object else {
      try cursor.skip()
      return
    }
    try cursor.object { cursor, name, _ throws(JSONFault) in
      try visit(&cursor, cursor.decode(name).string)
    }
  }

  /// The cells of the array that comes next; beyond ``columnLimit`` they are dropped but for one.
  private static func cells(_ cursor: inout JSONCursor) throws(JSONFault) -> [Cell] {
    var cells: [Cell] = []
    try cursor.array { cursor throws(JSONFault) in
      guard cells.count <= columnLimit else {
        try cursor.skip()
        return
      }
      cells.append(try cell(&cursor))
    }
    return cells
  }

  private static func cell(_ cursor: inout JSONCursor) throws(JSONFault) -> Cell {
    let token = try cursor.peek()
    let start = cursor.position
    if token == .string { return .text(cursor.decode(try cursor.string()).string) }
    try cursor.skip()
    let text = cursor.text(start..<cursor.position)
    return switch token {
    case .null: .none
    case .array, .object: .json(text)
    default: .plain(text)
    }
  }
}

extension LoggedTable.Cell {
  /// The cell's content as text; empty for nothing.
  var text: String {
    switch self {
    case .none: ""
    case .text(let text), .plain(let text), .json(let text): text
    }
  }
}
