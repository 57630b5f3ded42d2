import Evaluation

/// The rows whose probabilities do not sum to 1.
struct OffSums: Sendable {
  /// The first such row.
  struct Row: Sendable {
    /// The row's number, counted from 0.
    var number: Int
    /// The row's line, counted from 0 in a piece and from 1 in a file.
    var line: Int
    /// What its probabilities sum to.
    let sum: Double
  }

  /// The first such row.
  private(set) var first: Row?
  /// How many there are.
  private(set) var count = 0

  /// Looks at the sum of a row.
  @inline(__always)
  mutating func note(_ sum: Double, row: Int, line: Int) {
    guard !(abs(sum - 1) <= PredictionSchema.allowedSumError) else { return }
    if first == nil { first = Row(number: row, line: line, sum: sum) }
    count += 1
  }

  /// Adds those of the next piece, which begins with the given row and line of the file.
  mutating func add(_ other: OffSums, firstRow: Int, firstLine: Int) {
    if first == nil, var row = other.first {
      row.number += firstRow
      row.line += firstLine
      first = row
    }
    count += other.count
  }
}
