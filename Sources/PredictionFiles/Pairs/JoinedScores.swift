import Diagnostics

/// The rows of a file of probabilities in one piece, so that any of them can be looked up.
struct JoinedScores {
  /// How many probabilities a row has.
  let columnCount: Int
  /// The probabilities of all rows.
  let probabilities: [Double]
  /// The weights of all rows; none without any.
  let weights: [Double]
  /// The predicted labels of all rows; none without any.
  let predicted: [ExactString]
  private let pieces: [PredictionRows]
  private let starts: [Int]

  /// The rows of all pieces.
  init(_ rows: PairedRows) {
    columnCount = rows.columnCount
    pieces = rows.pieces
    probabilities = pieces.count == 1 ? pieces[0].probabilities : pieces.flatMap(\.probabilities)
    weights = pieces.flatMap(\.weights)
    predicted =
      rows.hasPredicted
      ? pieces.flatMap { piece in
        let labels = piece.labels.all
        return piece.predicted.map { labels[Int($0)] }
      } : []
    var starts: [Int] = []
    var next = 0
    for piece in pieces {
      starts.append(next)
      next += piece.count
    }
    self.starts = starts
  }

  /// Gives the text of a row to `body`.
  func withText(_ column: Int, of row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= row { low = middle } else { high = middle }
    }
    pieces[low].texts[column].withBytes(of: row - starts[low], body)
  }
}
