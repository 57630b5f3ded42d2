import Foundation

extension RowSums {
  /// The least probability of the true label that log loss knows, and its distance from 1: 2⁻⁵².
  static let logLossClip = 0x1p-52
  /// So many probabilities are taken at a time, which stay in the nearest cache while they are gone through
  /// twice.
  private static let cellsAtATime = 2_048

  /// Adds what the probabilities of a batch say; of labels only what they say one by one, unless all have
  /// some.
  mutating func addProbabilities(
    of batch: PredictionBatch, schema: PredictionSchema, order known: [Int32]? = nil
  ) {
    let width = schema.scoredLabelCount
    guard width > 0 else { return }
    let isWhole = width == schema.labels.count
    let order = isWhole && schema.task != .multilabel ? known ?? LabelSorting.ranks(of: schema.labels) : []
    let step = max(1, Self.cellsAtATime / width)
    for start in stride(from: 0, to: batch.count, by: step) {
      let rows = start..<min(start + step, batch.count)
      calibration?.addLabels(rows, of: batch, schema: schema)
      guard isWhole else { continue }
      if schema.task == .multilabel {
        ranking?.add(rows, of: batch, schema: schema)
      } else {
        addTruths(rows, of: batch, schema: schema, order: order)
      }
    }
  }

  /// Adds what probabilities say about the one true label of some rows.
  private mutating func addTruths(
    _ rows: Range<Int>, of batch: PredictionBatch, schema: PredictionSchema, order: [Int32]
  ) {
    let standings = TruthStanding.ofRows(rows, in: batch, schema: schema, order: order)
    truthRanks.add(standings, weights: schema.hasWeights ? batch.weights[rows] : nil)
    calibration?.addTopLabels(standings, weights: schema.hasWeights ? batch.weights[rows] : nil)
    if schema.hasWeights {
      for (standing, weight) in zip(standings, batch.weights[rows]) {
        logLoss.add(standing.logLoss, weight: weight)
        squaredError.add(standing.squaredError, weight: weight)
      }
    } else {
      logLoss.add(standings.lazy.map(\.logLoss))
      squaredError.add(standings.lazy.map(\.squaredError))
      losses.add(standings, truth: batch.truth[rows])
    }
  }

  /// −ln p of the true label of a row, clipped; every label has a probability.
  static func logLoss(of row: Int, in batch: PredictionBatch, schema: PredictionSchema) -> Double {
    logLoss(batch.probabilities[row &* schema.scoredLabelCount &+ Int(batch.truth[row])])
  }

  /// −ln p, clipped.
  @inline(__always)
  static func logLoss(_ probability: Double) -> Double {
    -log(min(max(probability, logLossClip), 1 - logLossClip))
  }

  /// The squared error of a row: of the positive label's probability, or summed over all labels.
  static func squaredError(of row: Int, in batch: PredictionBatch, schema: PredictionSchema) -> Double {
    batch.probabilities.withUnsafeBufferPointer { probabilities in
      guard let start = probabilities.baseAddress else { return 0 }
      return squaredError(
        start + row &* schema.scoredLabelCount, width: schema.scoredLabelCount, truth: Int(batch.truth[row]),
        positive: schema.positive)
    }
  }

  /// The squared error of the probabilities of a row: of the positive label's, or summed over all labels.
  @inline(__always)
  static func squaredError(
    _ cells: UnsafePointer<Double>, width: Int, truth: Int, positive: Int?
  ) -> Double {
    if let positive {
      let difference = cells[positive] - (truth == positive ? 1 : 0)
      return difference * difference
    }
    // Two labels at a time.
    let truths = SIMD2(repeating: Double(truth))
    var labels = SIMD2(0.0, 1)
    var sum = SIMD2<Double>.zero
    for label in stride(from: 0, to: width &- 1, by: 2) {
      let ones = SIMD2<Double>.zero.replacing(with: 1, where: labels .== truths)
      let errors = SIMD2(cells[label], cells[label &+ 1]) - ones
      sum += errors * errors
      labels += 2
    }
    guard width % 2 == 1 else { return sum.x + sum.y }
    let last = cells[width &- 1] - (truth == width &- 1 ? 1 : 0)
    return sum.x + sum.y + last * last
  }
}
