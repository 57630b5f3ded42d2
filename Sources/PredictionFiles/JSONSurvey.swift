import Diagnostics
import FileFormats

/// Looks at the beginning of a JSON lines file: which names its objects have.
struct JSONSurvey: RecordParser {
  /// The names of the objects, in the order in which they are first seen; at most ``nameLimit``.
  private(set) var names: [ExactString] = []
  /// The names whose first value other than `null` is an array.
  private(set) var arrays: Set<ExactString> = []
  /// The names whose first value other than `null` is a number.
  private(set) var numbers: Set<ExactString> = []
  private(set) var lineCount = 0
  private var seen: Set<ExactString> = []
  private var valued: Set<ExactString> = []

  private static let nameLimit = 1000

  mutating func read(_ window: RecordWindow) -> RecordStop {
    var lines = LineCursor(window)
    let firstLine = lineCount
    while let line = lines.next() {
      var cursor = JSONCursor(UnsafeBufferPointer(rebasing: window.bytes[line]))
      cursor.skipByteOrderMark()
      // What is wrong with a line is said when its row is read.
      try? readNames(&cursor)
      lineCount = firstLine + lines.lineCount
    }
    if lines.isIncomplete { return .incomplete(next: lines.position, openQuote: nil) }
    return .done(next: lines.position)
  }

  private mutating func readNames(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard try cursor.peek() == .object else { return }
    try cursor.object { cursor, text, _ throws(JSONFault) in
      let name = ExactString(cursor.decode(text).string)
      let token = try cursor.peek()
      if seen.count < Self.nameLimit, seen.insert(name).inserted { names.append(name) }
      if token != .null, seen.contains(name), valued.insert(name).inserted {
        if token == .array { arrays.insert(name) }
        if token == .number { numbers.insert(name) }
      }
      try cursor.skip()
    }
  }
}
