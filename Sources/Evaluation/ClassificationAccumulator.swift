/// Adds up batches of predictions to an evaluation.
///
/// ```swift
/// var left = ClassificationAccumulator(schema: schema)
/// var right = left
/// left.add(batches[0])
/// right.add(batches[1])
/// left.merge(right)
/// left.finish()  // as if both batches had been added to one
/// ```
///
/// Counts add, batches line up, ranking happens at the end. While rows are unweighted, every split of the rows gives
/// the same bits; weighted sums are added up batch by batch, so that they depend on where batches end, but not on
/// who adds which.
public struct ClassificationAccumulator: Sendable {
  private let schema: PredictionSchema
  private let options: EvaluationOptions
  private var batches: [PredictionBatch] = []
  private var parts: [RowSums] = []

  /// An accumulator without rows.
  public init(schema: PredictionSchema, options: EvaluationOptions = EvaluationOptions()) {
    self.schema = schema
    self.options = options
  }

  /// Adds the rows of a batch after those already added.
  public mutating func add(_ batch: PredictionBatch) {
    precondition(batch.fits(schema), "the columns of a batch must fit its schema")
    batches.append(batch)
    parts.append(RowSums(batch, schema: schema))
  }

  /// Adds the rows of another accumulator after those already added.
  ///
  /// - Precondition: Both have the same schema.
  public mutating func merge(_ other: ClassificationAccumulator) {
    precondition(schema == other.schema, "only predictions of one schema add up")
    batches += other.batches
    parts += other.parts
  }

  /// What all rows say.
  ///
  /// - Complexity: Linear in rows × labels.
  public func finish() -> ClassificationEvaluation {
    let sums = parts.reduce(into: RowSums(schema: schema)) { $0.merge($1) }
    let predictions = Predictions(schema: schema, batches: batches)
    let statistics = ClassificationStatistics(predictions: predictions, sums: sums)
    return ClassificationEvaluation(statistics, options: options)
  }
}
