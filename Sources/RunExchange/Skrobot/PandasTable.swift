import Diagnostics
import FileFormats

/// A table that pandas wrote as HTML by `to_html(index=False)`, or Assay as CSV.
///
/// Of HTML read is exactly what pandas writes: `<table border="1" class="dataframe">`, one row of `<th>`, rows of `<td>`, and
/// in cells no markup but `&lt;`, `&gt;` and `&amp;`. Anything else is no such table. It prints numbers to six places.
struct PandasTable {
  /// The names of the columns.
  let columns: [String]
  /// The rows, each of a cell for each column.
  let rows: [[String]]

  /// The most bytes of a file.
  static let byteLimit = 16 << 20

  /// The table in `bytes`.
  ///
  /// - Throws: ``FormatError`` at the first place where something else stands.
  init(_ bytes: [UInt8], path: String) throws(FormatError) {
    var scanner = Scanner(bytes: bytes)
    do throws(Fault) {
      try scanner.expect(#"<table border="1" class="dataframe">"#)
      try scanner.expect("<thead>")
      try scanner.expect(#"<tr style="text-align: right;">"#)
      let columns = try scanner.cells("th")
      try scanner.expect("</thead>")
      try scanner.expect("<tbody>")
      var rows: [[String]] = []
      while scanner.skip("<tr>") {
        let start = scanner.position
        let row = try scanner.cells("td")
        guard row.count == columns.count else {
          throw Fault(offset: start, expected: "\(columns.count) cells")
        }
        rows.append(row)
      }
      try scanner.expect("</tbody>")
      try scanner.expect("</table>")
      guard scanner.isAtEnd else { throw Fault(offset: scanner.position, expected: "the end of the file") }
      self.columns = columns
      self.rows = rows
    } catch {
      throw FormatError(
        at: LineIndex(bytes).place(of: error.offset, path: path), found: "something else than pandas writes",
        expected: error.expected)
    }
  }

  /// The table in a file of comma-separated values, as Assay writes them.
  ///
  /// - Throws: ``FormatError`` for what is no such file, and for rows of other lengths than the header.
  init(csv bytes: [UInt8], path: String) throws(FormatError) {
    let file = ReadableFile(size: bytes.count, isInMemory: true) { offset, buffer in
      let count = max(0, min(buffer.count, bytes.count - offset))
      if count > 0 { bytes[offset..<offset + count].withUnsafeBytes { buffer.copyMemory(from: $0) } }
      return count
    }
    let reader = DelimitedReader(file, path: path, delimiter: UInt8(ascii: ","))
    columns = try reader.header().names
    rows = try reader.rows()
    if let row = rows.firstIndex(where: { $0.count != columns.count }) {
      throw FormatError(
        at: SourcePlace(path: path), found: "\(rows[row].count) cells in row \(row + 1)",
        expected: "\(columns.count)")
    }
  }

  /// The position of the column `name`; none if there is none of that name.
  func column(_ name: String) -> Int? {
    columns.firstIndex { ExactString($0) == ExactString(name) }
  }

  /// The cells of a row by the names of their columns, those only whose names begin with `prefix`, without it.
  func cells(_ row: [String], behind prefix: String) -> [(name: String, cell: String)] {
    zip(columns, row).compactMap { name, cell in
      guard name.utf8.starts(with: prefix.utf8), name.utf8.count > prefix.utf8.count else { return nil }
      return (String(decoding: name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self), cell)
    }
  }
}

/// That something else was expected at a byte.
private struct Fault: Error {
  var offset: Int
  var expected: String
}

/// Walks over the tags of a table.
private struct Scanner {
  let bytes: [UInt8]
  private(set) var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return position == bytes.count
    }
  }

  /// Moves over `text` and the blanks before it, if it comes next.
  mutating func skip(_ text: String) -> Bool {
    skipBlanks()
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  mutating func expect(_ text: String) throws(Fault) {
    guard skip(text) else { throw Fault(offset: position, expected: text) }
  }

  /// The cells of a row up to the end of the row.
  mutating func cells(_ tag: String) throws(Fault) -> [String] {
    var cells: [String] = []
    while skip("<\(tag)>") {
      let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      let cell = String(decoding: bytes[position..<end], as: UTF8.self)
      position = end
      guard skip("</\(tag)>") else { throw Fault(offset: position, expected: "</\(tag)>") }
      cells.append(Self.unescaped(cell))
    }
    try expect("</tr>")
    return cells
  }

  private mutating func skipBlanks() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
  }

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let names: [(name: String, byte: UInt8)] = [
      ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&amp;", UInt8(ascii: "&")),
    ]
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if let (name, byte) = names.first(where: { rest.starts(with: $0.name.utf8) }) {
        result.append(byte)
        rest = rest.dropFirst(name.utf8.count)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
