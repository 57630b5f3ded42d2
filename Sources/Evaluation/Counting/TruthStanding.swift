/// How the probabilities of a row treat its one true label.
struct TruthStanding: BitwiseCopyable {
  /// −ln p of the true label, clipped.
  let logLoss: Double
  /// The squared error: of the positive label's probability, or summed over all labels.
  let squaredError: Double
  /// Where the true label stands.
  let place: TruthPlace

  /// The standings of some rows of a batch in which every row has one label and every label a probability.
  ///
  /// `order` is that of the labels, ``LabelSorting/ranks(of:)``.
  static func ofRows(
    _ rows: Range<Int>, in batch: PredictionBatch, schema: PredictionSchema, order: [Int32]
  ) -> [TruthStanding] {
    let width = schema.scoredLabelCount
    let positive = schema.positive
    return TruthPlace.map(rows, in: batch, schema: schema, order: order) { row, truth, place in
      TruthStanding(
        logLoss: RowSums.logLoss(row[truth]),
        squaredError: RowSums.squaredError(row, width: width, truth: truth, positive: positive), place: place)
    }
  }
}
