import Foundation

extension RowSums {
  /// The least probability of the true label that log loss knows, and its distance from 1: 2⁻⁵².
  static let logLossClip = 0x1p-52

  /// Adds log loss, squared errors and the ranks of true labels of the rows of a batch in which each row has one label.
  ///
  /// Nothing is added unless every label has a probability.
  mutating func addProbabilities(of batch: PredictionBatch, schema: PredictionSchema) {
    let width = schema.scoredLabelCount
    guard width > 0, width == schema.labels.count else { return }
    let order = LabelSorting.ranks(of: schema.labels)
    for row in 0..<batch.count {
      let rank = TruthRanks.rank(of: row, in: batch, schema: schema, order)
      truthRanks.add(rank: rank, weight: schema.hasWeights ? batch.weights[row] : 1)
      let loss = Self.logLoss(of: row, in: batch, schema: schema)
      let error = Self.squaredError(of: row, in: batch, schema: schema)
      if schema.hasWeights {
        logLoss.add(loss, weight: batch.weights[row])
        squaredError.add(error, weight: batch.weights[row])
      } else {
        logLoss.add(loss)
        squaredError.add(error)
      }
    }
  }

  /// −ln p of the true label of a row, clipped; every label has a probability.
  @inline(__always)
  static func logLoss(of row: Int, in batch: PredictionBatch, schema: PredictionSchema) -> Double {
    let place = row &* schema.scoredLabelCount &+ Int(batch.truth[row])
    return -log(min(max(batch.probabilities[place], logLossClip), 1 - logLossClip))
  }

  /// The squared error of a row: of the positive label's probability, or summed over all labels.
  @inline(__always)
  static func squaredError(of row: Int, in batch: PredictionBatch, schema: PredictionSchema) -> Double {
    let truth = Int(batch.truth[row])
    let start = row &* schema.scoredLabelCount
    guard let positive = schema.positive else {
      return squaredDistance(batch.probabilities, start: start, width: schema.scoredLabelCount, truth: truth)
    }
    let difference = batch.probabilities[start + positive] - (truth == positive ? 1 : 0)
    return difference * difference
  }

  /// Σ (p − y)² over the labels of one row.
  private static func squaredDistance(
    _ probabilities: [Double], start: Int, width: Int, truth: Int
  ) -> Double {
    var sum = 0.0
    for label in 0..<width {
      let difference = probabilities[start + label] - (label == truth ? 1 : 0)
      sum += difference * difference
    }
    return sum
  }
}
