/// The label that is predicted where a file names none: the one with the first largest probability.
enum FirstLargest {
  /// The offset of the first largest of each row of `columns` probabilities; 0 where there are no columns.
  static func offsets(in probabilities: [Double], columns: Int, rows: Int) -> [Int32] {
    precondition(probabilities.count == columns * rows, "there are probabilities for each row")
    return [Int32](unsafeUninitializedCapacity: rows) { buffer, count in
      probabilities.withUnsafeBufferPointer { values in
        // Of two labels, without a branch that nobody can foresee.
        for row in 0..<(columns == 2 ? rows : 0) {
          buffer.initializeElement(at: row, to: values[2 &* row &+ 1] > values[2 &* row] ? 1 : 0)
        }
        for row in 0..<(columns == 2 ? 0 : rows) {
          let start = row &* columns
          var best = 0
          for column in 0..<columns where values[start &+ column] > values[start &+ best] { best = column }
          buffer.initializeElement(at: row, to: Int32(truncatingIfNeeded: best))
        }
      }
      count = rows
    }
  }
}
