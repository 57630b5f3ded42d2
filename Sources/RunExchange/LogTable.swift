import Diagnostics
import FileFormats

/// A log in rows and columns, read a little at a time from its beginning.
///
/// ```swift
/// var table = try LogTable(try files.open("training.log"), path: "training.log", delimiter: UInt8(ascii: ","))
/// while let rows = try table.next() { … }
/// ```
struct LogTable {
  /// The names of the columns.
  let names: [String]
  /// Why it could not be read to its end: in the words of “found …”.
  private(set) var fault: (line: Int, found: String)?
  private let records: RecordFile
  private let delimiter: UInt8
  private var offset: Int
  private var line: Int

  private static let pieceSize = 1 << 16

  /// The log in `file`.
  ///
  /// - Throws: ``FormatError`` if it has no line of names.
  init(_ file: ReadableFile, path: String, delimiter: UInt8) throws(FormatError) {
    let header = try DelimitedReader(file, path: path, delimiter: delimiter).header()
    names = header.names
    offset = header.end
    line = header.nextLine
    records = RecordFile(file, path: path, recordLimit: 1 << 22)
    self.delimiter = delimiter
  }

  /// The next rows; none at the end.
  ///
  /// - Throws: ``FormatError`` if the file cannot be read.
  mutating func next() throws(FormatError) -> [LogRow]? {
    guard fault == nil, offset < records.file.size else { return nil }
    let end = min(offset + Self.pieceSize, records.file.size)
    let (parser, next) = try records.read(
      beginningIn: offset..<end, line: line, LogRowParser(delimiter: delimiter, firstLine: line))
    line += parser.lineCount
    // A file that became shorter while it is read must not be read for ever.
    offset = max(next, offset + 1)
    fault = parser.fault
    return parser.rows
  }
}
