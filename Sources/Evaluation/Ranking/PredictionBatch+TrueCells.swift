extension PredictionBatch {
  /// Calls `body` with the place of each true cell among the probabilities, all labels having some.
  @inline(__always)
  func forEachTrueCell(_ rows: Range<Int>, width: Int, _ body: (Int) -> Void) {
    if truthSets.isEmpty {
      truth.withUnsafeBufferPointer { truth in
        for row in rows { body(row &* width &+ Int(truth[row])) }
      }
    } else {
      truthSets.withUnsafeBufferPointer { sets in
        for cell in rows.lowerBound &* width..<rows.upperBound &* width where sets[cell] != 0 { body(cell) }
      }
    }
  }
}
