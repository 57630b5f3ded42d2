package import Diagnostics

/// Reads comma- or tab-separated files: RFC 4180 quoting, UTF-8 with or without byte order mark, LF or CR LF.
///
/// ```swift
/// let reader = DelimitedReader(try files.open("log.csv"), path: "log.csv", delimiter: UInt8(ascii: ","))
/// try reader.header().names  // ["epoch", "loss"]
/// try reader.rows()          // [["0", "0.7"], ["1", "0.5"]]
/// ```
package struct DelimitedReader: Sendable {
  /// The most columns that a file may have.
  package static let columnLimit = 1 << 14

  private let records: RecordFile
  private let delimiter: UInt8

  /// A reader of `file`; `pieceSize` is there for tests.
  package init(_ file: ReadableFile, path: String, delimiter: UInt8, pieceSize: Int = 1 << 20) {
    records = RecordFile(file, path: path, pieceSize: pieceSize)
    self.delimiter = delimiter
  }

  /// The column names: the cells of the first line.
  ///
  /// - Throws: ``FormatError`` for an empty file, one in UTF-16, and a line that cannot be read.
  package func header() throws(FormatError) -> DelimitedHeader {
    let start = try startOfText()
    guard start < records.file.size else {
      throw FormatError(
        at: SourcePlace(path: records.path), found: "an empty file", expected: "a line of column names")
    }
    let parser = DelimitedTableParser(
      delimiter: delimiter, acceptsEmptyLines: true, cellLimit: Self.columnLimit)
    let (reading, next) = try records.read(beginningIn: start..<start + 1, line: 1, parser)
    return DelimitedHeader(names: reading.rows.first ?? [], end: next, nextLine: 1 + reading.lineCount)
  }

  /// All records behind the header as texts; empty lines are none.
  ///
  /// - Throws: ``FormatError`` for an unclosed quote, text after a closing quote, and bytes that are not UTF-8.
  package func rows() throws(FormatError) -> [[String]] {
    let header = try header()
    let pieces = try read(behind: header) { [delimiter] in
      DelimitedTableParser(delimiter: delimiter, acceptsEmptyLines: false, cellLimit: Self.columnLimit)
    }
    return pieces.flatMap(\.parser.rows)
  }

  /// Reads all records behind the header with parsers that take of them what they need.
  package func read<Parser: RecordParser>(
    behind header: DelimitedHeader, _ makeParser: @Sendable () -> Parser
  ) throws(FormatError) -> [RecordPiece<Parser>] {
    try records.read(from: header.end, line: header.nextLine, makeParser)
  }

  private func startOfText() throws(FormatError) -> Int {
    let head: [UInt8]
    do throws(FileSystemError) {
      head = try records.file.bytes(at: 0, count: 3)
    } catch {
      throw FormatError(error, path: records.path)
    }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      throw FormatError(
        at: SourcePlace(path: records.path), found: "text in UTF-16", expected: "text in UTF-8")
    }
    return head == [0xEF, 0xBB, 0xBF] ? 3 : 0
  }
}
