import FileFormats

/// Reads the rows of one piece of a JSON lines file.
struct JSONRowParser: RecordParser {
  /// The rows so far.
  private(set) var rows: JSONRows
  /// What the names in the lines serve as.
  private(set) var names: JSONNames
  private(set) var lineCount = 0
  private let isMultilabel: Bool
  private let isLone: Bool

  /// A parser of rows of this layout.
  init(_ layout: JSONLayout) {
    rows = JSONRows(textCount: layout.purposes.count)
    names = JSONNames(layout)
    isMultilabel = layout.isMultilabel
    isLone = layout.isLone
  }

  mutating func read(_ window: RecordWindow) -> RecordStop {
    var lines = LineCursor(window)
    let firstLine = lineCount
    while let line = lines.next() {
      lineCount = firstLine + lines.lineCount
      var cursor = JSONCursor(
        UnsafeBufferPointer(rebasing: window.bytes[line]), endName: "the end of the line")
      do throws(JSONRowFault) {
        let row = try JSONRowReader.read(&cursor, &names, isMultilabel: isMultilabel, isLone: isLone)
        rows.keep(row, cursor, line: lineCount - 1)
      } catch {
        rows.leaveOut(error, line: lineCount - 1)
      }
      if rows.labels.count > PredictionFileReader.labelLimit {
        lineCount -= 1
        return .refused(
          next: line.lowerBound, offset: line.lowerBound,
          found: "more than \(PredictionFileReader.labelLimit) different labels",
          expected: "labels, not texts")
      }
    }
    lineCount = firstLine + lines.lineCount
    return lines.isIncomplete
      ? .incomplete(next: lines.position, openQuote: nil) : .done(next: lines.position)
  }
}
