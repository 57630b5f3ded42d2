/// One row of a log.
struct LogRow: Sendable {
  /// The cells, as they are written.
  let cells: [String]
  /// The line on which it begins, counted from 1.
  let line: Int
  /// Whether the file ends within the row: it may be half written.
  let isOpen: Bool
}
