extension PredictionBatch {
  /// The batch of these rows, counted within the batch, in the order given.
  ///
  /// Where the batch has no ids, those of the result are the numbers that the rows have in the whole of the
  /// predictions, in which `firstRow` is the number of the first row of the batch. With `numbersOnly`, the columns
  /// of text are left out, as for counting nothing else is needed; attributes are then columns of empty texts.
  ///
  /// - Precondition: Each of `rows` is from 0 to below ``count``.
  func selecting(
    _ rows: [Int], schema: PredictionSchema, firstRow: Int, numbersOnly: Bool = false
  ) -> PredictionBatch {
    var part = PredictionBatch(
      count: rows.count,
      truth: Self.cells(of: truth, rows, width: 1),
      predicted: Self.cells(of: predicted, rows, width: 1),
      truthSets: Self.cells(of: truthSets, rows, width: schema.labels.count),
      predictedSets: Self.cells(of: predictedSets, rows, width: schema.labels.count),
      probabilities: Self.cells(of: probabilities, rows, width: schema.scoredLabelCount),
      weights: Self.cells(of: weights, rows, width: 1),
      groups: groups?.selecting(rows))
    guard !numbersOnly else {
      let empty = TextColumn(bytes: [], ends: [Int](repeating: 0, count: rows.count))
      part.attributes = attributes.map { _ in empty }
      return part
    }
    part.ids = ids?.selecting(rows) ?? TextColumn(rows.lazy.map { String(firstRow + $0) })
    part.texts = texts?.selecting(rows)
    part.images = images?.selecting(rows)
    part.folds = folds?.selecting(rows)
    part.attributes = attributes.map { $0.selecting(rows) }
    return part
  }

  /// The cells of these rows of a column of `width` cells a row; nothing of a column that is not there.
  private static func cells<Cell>(of column: [Cell], _ rows: [Int], width: Int) -> [Cell] {
    guard !column.isEmpty, width > 0 else { return [] }
    if width == 1 { return rows.map { column[$0] } }
    return [Cell](unsafeUninitializedCapacity: rows.count * width) { target, count in
      column.withUnsafeBufferPointer { source in
        for row in rows {
          let cells = UnsafeBufferPointer(rebasing: source[row * width..<(row + 1) * width])
          _ = UnsafeMutableBufferPointer(rebasing: target[count..<count + width]).initialize(from: cells)
          count += width
        }
      }
    }
  }
}
