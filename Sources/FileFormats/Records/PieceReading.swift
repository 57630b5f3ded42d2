import Diagnostics

/// How far a piece of a file is read.
struct PieceReading<Parser: RecordParser>: Sendable {
  /// The parser with what it has read.
  var parser: Parser
  /// The offset in the file of the first record.
  let start: Int
  /// The offset in the file of the next record to read.
  var next: Int
  /// Why the file cannot be read, if so.
  var fault: PieceFault?

  init(parser: Parser, start: Int, next: Int) {
    self.parser = parser
    self.start = start
    self.next = next
  }
}

/// Why a piece cannot be read, its line counted from the record that was to be read.
struct PieceFault: Sendable {
  private let lineOffset: Int
  private let column: Int?
  private let cause: FormatError

  init(lineOffset: Int, column: Int?, _ cause: FormatError) {
    self.lineOffset = lineOffset
    self.column = column
    self.cause = cause
  }

  /// A fault at an offset of a window, in the record that begins at `record`.
  init(_ window: RecordWindow, record: Int, offset: Int, found: String, expected: String) {
    let before = window.bytes[record..<max(offset, record)]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? record
    self.init(
      lineOffset: before.count { $0 == UInt8(ascii: "\n") }, column: offset - lineStart + 1,
      FormatError(at: SourcePlace(path: ""), found: found, expected: expected))
  }

  /// The error, once it is known on which line of the file the record begins.
  func error(path: String, line: Int) -> FormatError {
    guard let column else { return cause }
    var error = cause
    error.place = SourcePlace(path: path, line: line + lineOffset, column: column)
    return error
  }
}
