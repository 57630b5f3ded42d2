/// Keeps every record as a list of texts.
struct DelimitedTableParser: RecordParser {
  /// The records.
  private(set) var rows: [[String]] = []
  private(set) var lineCount = 0
  private let delimiter: UInt8
  private let acceptsEmptyLines: Bool
  private let cellLimit: Int
  private var scratch: [UInt8] = []

  /// A parser that refuses a record of more than `cellLimit` cells.
  init(delimiter: UInt8, acceptsEmptyLines: Bool, cellLimit: Int) {
    self.delimiter = delimiter
    self.acceptsEmptyLines = acceptsEmptyLines
    self.cellLimit = cellLimit
  }

  mutating func read(_ window: RecordWindow) -> RecordStop {
    var cursor = DelimitedCursor(window, delimiter: delimiter)
    let lineBase = lineCount
    while begin(&cursor) {
      lineCount = lineBase + cursor.lineCount
      var row: [String] = []
      while cursor.hasCell {
        let cell = cursor.cell()
        if let refusal = refusal(of: cell, in: row, cursor), !cursor.isIncomplete { return refusal }
        row.append(
          cell.withText(in: cursor.bytes, &scratch) { text in String(decoding: text, as: UTF8.self) })
      }
      if cursor.isIncomplete {
        return cursor.stopAtOpenEnd(isFileEnd: window.isFileEnd)
      }
      rows.append(row)
      lineCount = lineBase + cursor.lineCount
      if acceptsEmptyLines { break }
    }
    lineCount = lineBase + cursor.lineCount
    return .done(next: cursor.position)
  }

  private func begin(_ cursor: inout DelimitedCursor) -> Bool {
    guard acceptsEmptyLines else { return cursor.beginRow() }
    cursor.beginRowOfAnyLength()
    return true
  }

  private func refusal(of cell: DelimitedCell, in row: [String], _ cursor: DelimitedCursor) -> RecordStop? {
    func refused(_ offset: Int, _ found: String, _ expected: String) -> RecordStop {
      .refused(next: cursor.rowStart, offset: offset, found: found, expected: expected)
    }
    if cell.form == .textAfterQuote {
      return refused(
        cell.range.lowerBound, "text after the closing quote of a cell", "a separator or a line end")
    }
    let bytes = UnsafeBufferPointer(rebasing: cursor.bytes[cell.range])
    if let invalid = UTF8Validity.firstInvalidByte(in: bytes) {
      return refused(cell.range.lowerBound + invalid, "a byte that is not UTF-8", "text in UTF-8")
    }
    if row.count >= cellLimit {
      return refused(cell.range.lowerBound, "more than \(cellLimit) cells in a line", "fewer")
    }
    return nil
  }
}
