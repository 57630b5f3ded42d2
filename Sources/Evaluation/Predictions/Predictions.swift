/// What a classifier predicted for every row of a test set, beside what is true.
///
/// ```swift
/// let predictions = try Predictions(
///   labels: ["cat", "dog"], truth: ["cat", "dog", "dog"], predicted: ["cat", "cat", "dog"])
/// predictions.evaluate()["accuracy"]  // .value(2 / 3)
/// ```
///
/// Rows come in batches, so that several can be read and counted at once; a global row number counts through all
/// batches from 0.
public struct Predictions: Sendable {
  /// What the rows have in common.
  public let schema: PredictionSchema
  /// The rows, in order.
  public let batches: [PredictionBatch]
  /// The global number of the first row of each batch, then the number of all rows.
  let batchStarts: [Int]

  /// Predictions of these batches.
  ///
  /// - Precondition: The columns of every batch have the lengths that `schema` calls for.
  public init(schema: PredictionSchema, batches: [PredictionBatch]) {
    precondition(batches.allSatisfy { $0.fits(schema) }, "the columns of a batch must fit its schema")
    self.schema = schema
    self.batches = batches
    batchStarts = batches.reduce(into: [0]) { starts, batch in
      starts.append(starts[starts.count - 1] + batch.count)
    }
  }

  /// The number of rows of all batches.
  public var count: Int { batchStarts[batches.count] }

  /// The row with this global number.
  ///
  /// - Complexity: Logarithmic in the number of batches.
  /// - Precondition: `row` is from 0 to below ``count``.
  public func row(_ row: Int) -> PredictionRow {
    let place = place(of: row)
    return PredictionRow(number: row, offset: place.offset, batch: batches[place.batch], schema: schema)
  }

  /// The probability of a label that has probabilities, in the row with this global number.
  func probability(of label: Int, row: Int) -> Double {
    let place = place(of: row)
    return batches[place.batch].probabilities[place.offset * schema.scoredLabelCount + label]
  }

  /// Where the row with this global number is: its batch, and its number there.
  func place(of row: Int) -> (batch: Int, offset: Int) {
    precondition(row >= 0 && row < count, "no such row")
    var low = 0
    var high = batches.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if batchStarts[middle] <= row { low = middle } else { high = middle }
    }
    return (low, row - batchStarts[low])
  }
}
