import Foundation

extension RowSums {
  /// The least probability of the true label that log loss knows, and its distance from 1: 2⁻⁵².
  static let logLossClip = 0x1p-52

  /// Adds log loss and squared errors of the rows of a batch in which each row has one label.
  ///
  /// Nothing is added unless every label has a probability.
  mutating func addProbabilities(of batch: PredictionBatch, schema: PredictionSchema) {
    let width = schema.scoredLabelCount
    guard width > 0, width == schema.labels.count else { return }
    for row in 0..<batch.count {
      let truth = Int(batch.truth[row])
      let start = row * width
      let clipped = min(max(batch.probabilities[start + truth], Self.logLossClip), 1 - Self.logLossClip)
      let loss = -log(clipped)
      let error: Double
      if let positive = schema.positive {
        let difference = batch.probabilities[start + positive] - (truth == positive ? 1 : 0)
        error = difference * difference
      } else {
        error = Self.squaredDistance(batch.probabilities, start: start, width: width, truth: truth)
      }
      if schema.hasWeights {
        logLoss.add(loss, weight: batch.weights[row])
        squaredError.add(error, weight: batch.weights[row])
      } else {
        logLoss.add(loss)
        squaredError.add(error)
      }
    }
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
