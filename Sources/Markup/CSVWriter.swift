/// Writes rows of comma-separated values (RFC 4180).
///
/// A cell is quoted if it holds the separator, a quote or a line break. Nothing else is changed: what a cell means to
/// a spreadsheet is for the reader of the file to decide.
///
/// ```swift
/// var csv = CSVWriter(lineEnd: "\n")
/// csv.row(["id", "says \"a,b\""])
/// csv.string  // id,"says ""a,b"""
/// ```
package struct CSVWriter: Sendable {
  /// The text so far, in UTF-8.
  package private(set) var bytes: [UInt8] = []

  private let separator: UInt8
  private let lineEnd: [UInt8]

  /// A writer that has written nothing; `separator` is one ASCII character, a tab for TSV.
  package init(separator: Unicode.Scalar = ",", lineEnd: StaticString = "\r\n") {
    precondition(separator.isASCII, "cells are separated by an ASCII character")
    self.separator = UInt8(ascii: separator)
    self.lineEnd = lineEnd.withUTF8Buffer { Array($0) }
  }

  /// The text so far.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes one row.
  ///
  /// A row of one empty cell is written as `""`, since readers skip empty lines.
  package mutating func row(_ cells: some Sequence<String>) {
    let start = bytes.count
    var count = 0
    for cell in cells {
      if count > 0 { bytes.append(separator) }
      append(cell)
      count += 1
    }
    if count == 1, bytes.count == start { bytes.append(contentsOf: "\"\"".utf8) }
    bytes.append(contentsOf: lineEnd)
  }

  private mutating func append(_ cell: String) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = cell.utf8.contains {
      $0 == separator || $0 == quote || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n")
    }
    guard needsQuotes else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(quote)
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
