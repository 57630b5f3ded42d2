/// A number that every row has and whose mean, by weight, a metric is.
public struct RowTerm: Sendable {
  /// The terms of the rows of a batch, in order; finite.
  public var values: @Sendable (PredictionBatch, PredictionSchema) -> [Double]
  /// The sums over all rows, where they were formed while rows were added.
  var summed: (@Sendable (ClassificationStatistics) -> RowMean?)?

  /// A term with these values.
  public init(_ values: @escaping @Sendable (PredictionBatch, PredictionSchema) -> [Double]) {
    self.values = values
  }

  init(
    summed: @escaping @Sendable (ClassificationStatistics) -> RowMean?,
    _ values: @escaping @Sendable (PredictionBatch, PredictionSchema) -> [Double]
  ) {
    self.values = values
    self.summed = summed
  }

  /// The sums over all rows, which count alike.
  ///
  /// - Complexity: Constant where the sums are there already, else linear in the number of rows.
  func mean(over statistics: ClassificationStatistics) -> RowMean {
    if let mean = summed?(statistics) { return mean }
    let batches = statistics.predictions.batches
    return RowMean(concurrentMap(count: batches.count) { values(batches[$0], statistics.schema) })
  }
}

extension RowTerm {
  /// 1 where exactly the true labels were predicted, else 0.
  static let right = RowTerm(summed: { $0.rowMeans.right }) { batch, schema in
    batch.isRight(schema).map { $0 ? 1 : 0 }
  }

  /// 0 where exactly the true labels were predicted, else 1.
  static let wrong = RowTerm(summed: { statistics in
    let right = statistics.rowMeans.right
    return RowMean(ones: Double(right.count) - right.sum, count: right.count)
  }) { batch, schema in
    batch.isRight(schema).map { $0 ? 0 : 1 }
  }

  /// −ln p of the true label, clipped.
  static let logLoss = RowTerm(summed: { $0.rowMeans.logLoss }) { batch, schema in
    (0..<batch.count).map { RowSums.logLoss(of: $0, in: batch, schema: schema) }
  }

  /// The squared error of the probabilities.
  static let squaredError = RowTerm(summed: { $0.rowMeans.squaredError }) { batch, schema in
    (0..<batch.count).map { RowSums.squaredError(of: $0, in: batch, schema: schema) }
  }

  /// One of the shares that the label sets of a row say.
  static func sets(
    _ summed: @escaping @Sendable (RowMeans) -> RowMean?,
    _ share: @escaping @Sendable (SampleAverages) -> Double
  ) -> RowTerm {
    RowTerm(summed: { summed($0.rowMeans) }) { batch, schema in
      (0..<batch.count).map { share(batch.setShares(of: $0, schema: schema)) }
    }
  }
}

extension PredictionBatch {
  /// Whether exactly the true labels were predicted for each row.
  func isRight(_ schema: PredictionSchema) -> [Bool] {
    guard schema.task == .multilabel else { return zip(truth, predicted).map { $0 == $1 } }
    let width = schema.labels.count
    return (0..<count).map { row in
      truthSets[row * width..<(row + 1) * width].elementsEqual(predictedSets[row * width..<(row + 1) * width])
    }
  }

  /// What the label sets of one row say.
  func setShares(of row: Int, schema: PredictionSchema) -> SampleAverages {
    let places = row * schema.labels.count..<(row + 1) * schema.labels.count
    var both = 0
    var predictedCount = 0
    var truthCount = 0
    for place in places {
      let isTrue = truthSets[place] != 0
      let isPredicted = predictedSets[place] != 0
      if isTrue { truthCount += 1 }
      if isPredicted { predictedCount += 1 }
      if isTrue && isPredicted { both += 1 }
    }
    var sums = SampleSums()
    sums.add(both: both, predicted: predictedCount, truth: truthCount, weight: nil)
    return sums.averages(weightSum: 1, labelCount: schema.labels.count)
  }
}
