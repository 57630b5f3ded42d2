/// Walks along the lines of a window.
///
/// A line ends with LF or CR LF or the end of the file; lines of nothing but blanks are passed over.
package struct LineCursor {
  private let window: RecordWindow
  /// The offset of the next line.
  package private(set) var position: Int
  /// How many lines were passed.
  package private(set) var lineCount = 0
  /// Whether the window ended before the line at ``position`` did.
  package private(set) var isIncomplete = false

  /// A cursor before the first line of `window`.
  package init(_ window: RecordWindow) {
    self.window = window
    position = window.start
  }

  /// The offsets of the next line that begins before the window's limit, without its line end; none if there is none.
  package mutating func next() -> Range<Int>? {
    while position < min(window.limit, window.end) {
      let start = position
      var end = start
      var isBlank = true
      while window.bytes[end] != UInt8(ascii: "\n") {
        isBlank = isBlank && [0x20, 0x09, 0x0D].contains(window.bytes[end])
        end += 1
      }
      if end == window.end, !window.isFileEnd {
        isIncomplete = true
        return nil
      }
      position = min(end + 1, window.end)
      lineCount += 1
      if !isBlank { return start..<end }
    }
    return nil
  }
}
