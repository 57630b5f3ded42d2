extension Predictions {
  /// The predictions of these rows, named by their global numbers.
  ///
  /// ```swift
  /// let part = predictions.selecting(rows: [2, 0])
  /// part.count      // 2
  /// part.row(1).id  // "2": rows keep their names
  /// ```
  ///
  /// Rows keep their order in the predictions, whatever the order of `rows`; a row that is named twice is there
  /// once. Where rows were named by their number, the result has ids, so that each keeps its name. Batches keep
  /// their order; one of which no row is taken is dropped. What the schema says of all rows, such as
  /// ``PredictionSchema/probabilityProblem``, stays.
  ///
  /// - Precondition: Each of `rows` is from 0 to below ``count``.
  /// - Complexity: Linear in the cells of the rows taken; O(*n* log *n*) where `rows` do not ascend.
  public func selecting(rows: some Sequence<Int>) -> Predictions {
    var offsets = [[Int]](repeating: [], count: batches.count)
    var batch = 0
    var previous = -1
    for row in rows.sorted() where row != previous {
      precondition(row >= 0 && row < count, "no such row")
      while row >= batchStarts[batch + 1] { batch += 1 }
      offsets[batch].append(row - batchStarts[batch])
      previous = row
    }
    return selecting(offsets: offsets)
  }

  /// The predictions of the rows for which `isIncluded` holds, as ``selecting(rows:)`` gives them.
  ///
  /// - Complexity: Linear in the number of rows and in the cells of those taken.
  public func selecting(_ isIncluded: (PredictionRow) throws -> Bool) rethrows -> Predictions {
    var offsets: [[Int]] = []
    for (batch, start) in zip(batches, batchStarts) {
      offsets.append(
        try (0..<batch.count).filter { offset in
          try isIncluded(
            PredictionRow(number: start + offset, offset: offset, batch: batch, schema: schema))
        })
    }
    return selecting(offsets: offsets)
  }

  /// The predictions of rows that are given for each batch, ascending, counted within it.
  ///
  /// With `numbersOnly`, the columns of text are left out, but for groups.
  func selecting(offsets: [[Int]], numbersOnly: Bool = false) -> Predictions {
    let parts = concurrentMap(count: batches.count) { index in
      batches[index].selecting(
        offsets[index], schema: schema, firstRow: batchStarts[index], numbersOnly: numbersOnly)
    }
    return Predictions(schema: schema, batches: parts.filter { $0.count > 0 })
  }
}
