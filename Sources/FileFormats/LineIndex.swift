package import Diagnostics

/// Turns byte offsets of a text into lines and columns.
///
/// Values that are read from a file carry their offset only, one number; the index of the file turns it into
/// the place that a message shows.
///
/// ```swift
/// let index = LineIndex(Array("a\nbc".utf8))
/// index.position(of: 3)  // line 2, column 2
/// ```
package struct LineIndex: Sendable {
  /// The offset of each line's first byte, ascending; the first is 0.
  private let starts: [Int]

  /// The lines of `bytes`; a line ends with LF.
  package init(_ bytes: [UInt8]) {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    self.starts = starts
  }

  /// Line and column of a byte, both counted from 1, the column in bytes.
  ///
  /// - Complexity: O(log lines).
  package func position(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - starts[low] + 1)
  }

  /// The offset of a line's first byte, the lines counted from 1; none beyond the last.
  package func start(ofLine line: Int) -> Int? {
    starts.indices.contains(line - 1) ? starts[line - 1] : nil
  }

  /// The place of a byte in the file at `path`.
  package func place(of offset: Int, path: String) -> SourcePlace {
    let position = position(of: offset)
    return SourcePlace(path: path, line: position.line, column: position.column)
  }
}
