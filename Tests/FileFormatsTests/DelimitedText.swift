import Diagnostics
import FileFormats

/// Writes and reads delimited text in tests.
enum DelimitedText {
  /// The rows as a file: cells in quotes where they must be, or wherever `quotesAll` says.
  static func write(
    _ rows: [[String]], delimiter: String = ",", lineEnd: String = "\n", quotesAll: Bool = false
  ) -> String {
    rows.map { row in
      row.map { cell -> String in
        let special = cell.utf8.contains { [0x22, 0x0A, 0x0D, delimiter.utf8.first].contains($0) }
        guard quotesAll || special || (row.count == 1 && cell.isEmpty) else { return cell }
        return "\"" + cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
      }.joined(separator: delimiter) + lineEnd
    }.joined()
  }

  /// A reader of bytes in memory.
  static func reader(
    _ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ","), pieceSize: Int = 1 << 20
  ) throws -> DelimitedReader {
    let files = FileSystem.inMemory(bytes: ["/a.csv": bytes])
    return DelimitedReader(
      try files.open("/a.csv"), path: "a.csv", delimiter: delimiter, pieceSize: pieceSize)
  }

  /// A reader of a text in memory.
  static func reader(_ text: String, pieceSize: Int = 1 << 20) throws -> DelimitedReader {
    try reader(Array(text.utf8), pieceSize: pieceSize)
  }
}
