/// The rows of a piece and where the piece begins.
struct ReadRows: Sendable {
  /// The rows.
  var rows: PredictionRows
  /// The line of the piece's first row, counted from 1.
  let firstLine: Int
}
