/// Walks along the cells of comma- or tab-separated records without copying any (RFC 4180).
///
/// A cell begins behind a separator and is never trimmed; a quote has a meaning only as a cell's first byte. A record
/// ends with LF or CR LF or the end of the file; an empty line is no record.
///
/// ```swift
/// var cursor = DelimitedCursor(window, delimiter: UInt8(ascii: ","))
/// while cursor.beginRow() {
///   while cursor.hasCell { cells.append(cursor.cell()) }
///   if cursor.isIncomplete { … }
/// }
/// ```
package struct DelimitedCursor {
  /// The bytes that the ranges of cells point into.
  package let bytes: UnsafeBufferPointer<UInt8>
  private let limit: Int
  let end: Int
  private let isFileEnd: Bool
  let delimiter: UInt8
  private let delimiters: UInt64

  /// The offset of the next byte.
  package internal(set) var position: Int
  /// The offset of the current record.
  package private(set) var rowStart: Int
  /// Whether the record has another cell.
  package private(set) var hasCell = false
  /// Whether the window ended before the record did.
  package private(set) var isIncomplete = false
  /// The quote that is still open where the window ends.
  package private(set) var openQuote: Int?
  /// How the last fraction was written, if it was short.
  var fractionForm: FractionForm?
  /// How many line ends lie before the current record, and before the next one once its last cell is read.
  package private(set) var lineCount = 0

  private static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  /// 1 in each of eight bytes.
  private static let everyByte: UInt64 = 0x0101_0101_0101_0101

  /// A cursor before the first record of `window`.
  package init(_ window: RecordWindow, delimiter: UInt8) {
    bytes = window.bytes
    limit = window.limit
    end = window.end
    isFileEnd = window.isFileEnd
    self.delimiter = delimiter
    delimiters = UInt64(delimiter) &* Self.everyByte
    position = window.start
    rowStart = window.start
  }

  /// Moves to the next record that begins before the window's limit, over empty lines; false if there is none.
  package mutating func beginRow() -> Bool {
    while position < min(limit, end) {
      let length = emptyLineLength
      if length == 0 {
        rowStart = position
        hasCell = true
        return true
      }
      position += length
      lineCount += 1
    }
    rowStart = position
    return false
  }

  /// Moves to the record at the position even if its line is empty.
  package mutating func beginRowOfAnyLength() {
    rowStart = position
    hasCell = true
  }

  /// Reads the next cell.
  ///
  /// - Precondition: ``hasCell``.
  package mutating func cell() -> DelimitedCell {
    if bytes[position] == Self.quote, position < end { return quotedCell() }
    let start = position
    let index = separator(from: start)
    endCell(at: index)
    let isLast = !hasCell && index > start && bytes[index &- 1] == Self.carriageReturn
    return DelimitedCell(
      range: Range(uncheckedBounds: (start, isLast ? index &- 1 : index)), form: .plain)
  }

  /// The offset of the next delimiter or line feed, `index` being at most ``end``, where there is one.
  ///
  /// Eight bytes at a time: a byte that is 0 after the exclusive or sets its high bit by the subtraction. What lies
  /// behind the first such byte may be wrong, but is not asked.
  @inline(__always)
  private func separator(from index: Int) -> Int {
    var index = index
    while true {
      let word = word(at: index)
      let delimiters = word ^ delimiters
      let lineFeeds = word ^ (UInt64(Self.lineFeed) &* Self.everyByte)
      let found =
        ((delimiters &- Self.everyByte) & ~delimiters | (lineFeeds &- Self.everyByte) & ~lineFeeds)
        & (Self.everyByte &<< 7)
      if found != 0 { return index &+ (found.trailingZeroBitCount &>> 3) }
      index &+= 8
    }
  }

  /// The eight bytes at an offset of at most ``end`` + 2, the first being the lowest.
  @inline(__always)
  private func word(at offset: Int) -> UInt64 { Self.word(bytes.baseAddress.unsafelyUnwrapped, offset) }

  /// The same of `bytes`.
  @inline(__always)
  static func word(_ bytes: UnsafePointer<UInt8>, _ offset: Int) -> UInt64 {
    UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }

  /// Reads the next cell as a number, none if it is anything else; `range` says where it stands.
  ///
  /// - Precondition: ``hasCell``.
  package mutating func number(_ range: inout Range<Int>) -> Double? {
    var index = position
    if let value = DecimalNumber.scan(bytes, at: &index) {
      range = position..<index
      if bytes[index] == Self.carriageReturn, bytes[index &+ 1] == Self.lineFeed { index &+= 1 }
      if bytes[index] == delimiter || bytes[index] == Self.lineFeed {
        endCell(at: index)
        return value
      }
    }
    let cell = cell()
    range = cell.range
    guard cell.form == .plain else { return nil }
    return DecimalNumber.parse(UnsafeBufferPointer(rebasing: bytes[cell.range]))
  }

  /// Where a byte of the current record stands: how many lines below the record's first, and in which column from 1.
  package func place(of offset: Int) -> (lines: Int, column: Int) {
    let before = bytes[rowStart..<max(offset, rowStart)]
    let lineStart = before.lastIndex(of: Self.lineFeed).map { $0 + 1 } ?? rowStart
    return (before.count { $0 == Self.lineFeed }, offset - lineStart + 1)
  }

  /// The bytes of the empty line at the position; 0 if it is not empty.
  private var emptyLineLength: Int {
    if bytes[position] == Self.lineFeed { return 1 }
    guard bytes[position] == Self.carriageReturn, bytes[position + 1] == Self.lineFeed else { return 0 }
    return position + 1 < end ? 2 : (isFileEnd ? 1 : 0)
  }

  /// Moves over the separator at `index`, which ends a cell.
  @inline(__always)
  mutating func endCell(at index: Int) {
    if bytes[index] == delimiter {
      position = index &+ 1
      return
    }
    hasCell = false
    lineCount &+= 1
    if index < end {
      position = index &+ 1
    } else {
      position = end
      isIncomplete = !isFileEnd
    }
  }

  private mutating func quotedCell() -> DelimitedCell {
    let opening = position
    var index = opening + 1
    var hasDoubledQuotes = false
    while true {
      if bytes[index] == Self.lineFeed {
        guard index < end else { return unterminatedCell(from: opening) }
        lineCount += 1
      } else if bytes[index] == Self.quote {
        guard bytes[index + 1] == Self.quote, index + 1 < end else { break }
        hasDoubledQuotes = true
        index += 1
      }
      index += 1
    }
    let content = opening + 1..<index
    index += 1
    if bytes[index] == Self.carriageReturn, bytes[index + 1] == Self.lineFeed { index += 1 }
    guard bytes[index] == delimiter || bytes[index] == Self.lineFeed else {
      while bytes[index] != delimiter, bytes[index] != Self.lineFeed { index += 1 }
      endCell(at: index)
      return DelimitedCell(range: opening..<index, form: .textAfterQuote)
    }
    endCell(at: index)
    return DelimitedCell(range: content, form: hasDoubledQuotes ? .doubledQuotes : .plain)
  }

  private mutating func unterminatedCell(from opening: Int) -> DelimitedCell {
    hasCell = false
    isIncomplete = true
    openQuote = opening
    position = end
    return DelimitedCell(range: opening + 1..<end, form: .plain)
  }
}
