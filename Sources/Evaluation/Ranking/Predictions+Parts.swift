extension Predictions {
  /// Calls `body` with the rows of one of `parts` equal parts of all rows, batch by batch: the batch, the rows within it,
  /// and the global number of its first row.
  func forEachBatch(
    ofPart part: Int, of parts: Int,
    _ body: (_ batch: PredictionBatch, _ rows: Range<Int>, _ firstRow: Int) -> Void
  ) {
    let low = count * part / parts
    let high = count * (part + 1) / parts
    for (index, batch) in batches.enumerated() {
      let start = batchStarts[index]
      let rows = max(low, start)..<max(min(high, start + batch.count), max(low, start))
      guard !rows.isEmpty else { continue }
      body(batch, rows.lowerBound - start..<rows.upperBound - start, start)
    }
  }
}
