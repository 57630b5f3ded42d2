/// What calibration errors and the Brier scores of labels follow from, added up row by row.
struct CalibrationSums: Hashable, Sendable {
  /// Errors have so many bins (Guo, Pleiss, Sun and Weinberger 2017, ICML).
  static let errorBins = 15
  /// Curves of labels have so many.
  static let curveBins = 10

  /// The largest probability of each row, and whether its label is the true one.
  private(set) var topLabel: BinnedSums
  /// The probability of each label in each row, and whether the row has it: a lane for each label that has
  /// probabilities.
  private(set) var labels: BinnedSums
  /// Σ (p − y)² of each such label.
  private var squaredErrors: SquaredErrors

  init(schema: PredictionSchema) {
    let width = schema.scoredLabelCount
    topLabel = BinnedSums(bins: Self.errorBins, hasWeights: schema.hasWeights)
    labels = BinnedSums(lanes: width, bins: Self.errorBins, hasWeights: schema.hasWeights)
    squaredErrors = SquaredErrors(labelCount: width)
  }

  /// Σ w (p − y)² of each label that has probabilities.
  var squaredErrorSums: [Double] { squaredErrors.values }

  /// Adds later rows.
  mutating func merge(_ other: CalibrationSums) {
    topLabel.merge(other.topLabel)
    labels.merge(other.labels)
    squaredErrors.merge(other.squaredErrors)
  }

  /// Adds the largest probabilities of rows; without weights they count once.
  mutating func addTopLabels(_ rows: [TruthStanding], weights: ArraySlice<Double>?) {
    guard let weights else { return topLabel.add(rows) }
    for (row, weight) in zip(rows, weights) { topLabel.add(row, weight: weight) }
  }

  /// Adds the probabilities of all labels in some rows of a batch.
  mutating func addLabels(_ rows: Range<Int>, of batch: PredictionBatch, schema: PredictionSchema) {
    let width = schema.scoredLabelCount
    batch.probabilities.withUnsafeBufferPointer { all in
      batch.weights.withUnsafeBufferPointer { weights in
        let cells = UnsafeBufferPointer(rebasing: all[rows.lowerBound * width..<rows.upperBound * width])
        let trueCells = TrueCell.cells(rows, of: batch, schema: schema)
        labels.addCells(
          cells, weights: schema.hasWeights ? UnsafeBufferPointer(rebasing: weights[rows]) : nil)
        labels.addHits(trueCells)
        guard schema.hasWeights else {
          squaredErrors.addCells(cells)
          squaredErrors.addHits(trueCells)
          return
        }
        addWeightedErrors(cells, rows, of: batch, schema: schema)
      }
    }
  }

  private mutating func addWeightedErrors(
    _ cells: UnsafeBufferPointer<Double>, _ rows: Range<Int>, of batch: PredictionBatch,
    schema: PredictionSchema
  ) {
    let width = schema.scoredLabelCount
    for row in rows {
      for label in 0..<width {
        let isTrue =
          schema.task == .multilabel
          ? batch.truthSets[row &* schema.labels.count &+ label] != 0 : batch.truth[row] == label
        let probability = cells[(row &- rows.lowerBound) &* width &+ label]
        squaredErrors.add(isTrue ? 1 - probability : probability, label: label, weight: batch.weights[row])
      }
    }
  }
}
