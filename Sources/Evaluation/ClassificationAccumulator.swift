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
/// Counts add, batches line up, ranking happens at the end. While rows are unweighted, every split of the
/// rows gives the same bits; weighted sums are added up batch by batch, so that they depend on where batches
/// end, but not on who adds which. With ``EvaluationOptions/keepsRows`` off nothing but sums is held,
/// whatever the number of rows and batches; weighted sums then depend on who adds which, in their last bits.
public struct ClassificationAccumulator: Sendable {
  private let schema: PredictionSchema
  private let options: EvaluationOptions
  /// Where each label stands when labels are sorted.
  private let order: [Int32]
  private var batches: [PredictionBatch] = []
  /// The sums over each batch, one after another, while their order matters; else one for all.
  private var parts: [RowSums] = []

  /// An accumulator without rows.
  public init(schema: PredictionSchema, options: EvaluationOptions = EvaluationOptions()) {
    self.schema = schema
    self.options = options
    order = schema.hasProbabilities ? LabelSorting.ranks(of: schema.labels) : []
  }

  /// Adds the rows of a batch after those already added.
  public mutating func add(_ batch: PredictionBatch) {
    precondition(batch.fits(schema), "the columns of a batch must fit its schema")
    if options.keepsRows { batches.append(batch) }
    add(RowSums(batch, schema: schema, order: order))
  }

  /// Adds the rows of another accumulator after those already added.
  ///
  /// - Precondition: Both have the same schema.
  public mutating func merge(_ other: ClassificationAccumulator) {
    precondition(schema == other.schema, "only predictions of one schema add up")
    if options.keepsRows { batches += other.batches }
    for part in other.parts { add(part) }
  }

  private mutating func add(_ sums: RowSums) {
    if parts.isEmpty || schema.hasWeights && options.keepsRows {
      parts.append(sums)
    } else {
      parts[0].merge(sums)
    }
  }

  /// What all rows say.
  ///
  /// - Complexity: Linear in rows × labels.
  public func finish() -> ClassificationEvaluation {
    let sums = parts.reduce(into: RowSums(schema: schema)) { $0.merge($1) }
    let predictions = Predictions(schema: schema, batches: batches)
    let statistics = ClassificationStatistics(
      predictions: predictions, sums: sums,
      ranks: options.ranksLabels ? .everything : options.metrics.rankingExtent(for: schema),
      keepsRows: options.keepsRows, keepsCurves: options.keepsCurves)
    return ClassificationEvaluation(statistics, options: options)
  }
}
