import FileFormats

/// A value of a line of JSON that serves as text.
enum JSONCell: Hashable, Sendable {
  /// Nothing.
  case absent
  /// A string.
  case string(JSONText)
  /// A number, a boolean, or a whole array or object: its source text.
  case source(Range<Int>)

  /// Whether this is nothing or an empty string.
  var isEmpty: Bool {
    switch self {
    case .absent: true
    case .string(let text): text.range.isEmpty
    case .source: false
    }
  }
}
