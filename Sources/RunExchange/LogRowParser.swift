import FileFormats

/// Keeps the rows of one piece of a log as texts; refuses nothing, so that one broken row hides no other.
struct LogRowParser: RecordParser {
  /// The rows.
  private(set) var rows: [LogRow] = []
  /// Why the log cannot be read on from a line, if so: in the words of “found …”.
  private(set) var fault: (line: Int, found: String)?
  private(set) var lineCount = 0
  private let delimiter: UInt8
  private let firstLine: Int
  private var scratch: [UInt8] = []

  /// The longest row, in bytes.
  private static let rowLimit = 1 << 20

  /// A parser of the piece that begins on a line.
  init(delimiter: UInt8, firstLine: Int) {
    self.delimiter = delimiter
    self.firstLine = firstLine
  }

  mutating func read(_ window: RecordWindow) -> RecordStop {
    var cursor = DelimitedCursor(window, delimiter: delimiter)
    let base = lineCount
    while fault == nil, cursor.beginRow() {
      let line = firstLine + base + cursor.lineCount
      var cells: [String] = []
      while cursor.hasCell {
        let cell = cursor.cell()
        guard cells.count < DelimitedReader.columnLimit else { continue }
        cells.append(
          cell.withText(in: cursor.bytes, &scratch) { String(decoding: $0, as: UTF8.self) })
      }
      if cursor.isIncomplete, !window.isFileEnd, window.end - cursor.rowStart <= Self.rowLimit {
        lineCount = line - firstLine
        return .incomplete(next: cursor.rowStart, openQuote: cursor.openQuote)
      }
      if cursor.isIncomplete {
        fault = (
          line,
          cursor.openQuote == nil ? "a row of more than \(Self.rowLimit) bytes" : "a quote that is not closed"
        )
        break
      }
      let isOpen =
        window.isFileEnd && cursor.position >= window.end && window.end > 0
        && window.bytes[window.end - 1] != UInt8(ascii: "\n")
      rows.append(LogRow(cells: cells, line: line, isOpen: isOpen))
    }
    lineCount = base + cursor.lineCount
    return .done(next: fault == nil ? cursor.position : window.end)
  }
}
