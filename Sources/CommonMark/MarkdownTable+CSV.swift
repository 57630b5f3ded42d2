extension MarkdownTable<String> {
  /// The table that a block of comma-separated values spells (RFC 4180); the first line is the header.
  ///
  /// Nothing for an empty block and for one that ends inside quotes.
  init?(csv text: String) {
    guard var rows = Self.rows(of: text), !rows.isEmpty else { return nil }
    let header = rows.removeFirst()
    self.init(header: header, rows: rows, empty: "")
  }

  private static func rows(of text: String) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    func endRow() {
      let isBlank = row.isEmpty && cell.isEmpty && !wasQuoted
      if !isBlank { rows.append(row + [String(decoding: cell, as: UTF8.self)]) }
      (row, cell, wasQuoted) = ([], [], false)
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""):
        // Inside quotes the first of a pair ends them and the second opens them again, having left one quote.
        if !isQuoted, wasQuoted { cell.append(byte) }
        if isQuoted || wasQuoted || cell.isEmpty { isQuoted.toggle() } else { cell.append(byte) }
        wasQuoted = wasQuoted || isQuoted
      case UInt8(ascii: ",") where !isQuoted:
        row.append(String(decoding: cell, as: UTF8.self))
        (cell, wasQuoted) = ([], false)
      case UInt8(ascii: "\n") where !isQuoted: endRow()
      case UInt8(ascii: "\r") where !isQuoted: break
      default: cell.append(byte)
      }
    }
    endRow()
    return isQuoted ? nil : rows
  }
}
