/// Rows by the confidence of their likeliest label, in bins of equal weight.
///
/// A row belongs to the bin floor(count · W / total), W being the weight of all rows of lower confidence: rows of equal
/// confidence stay together.
struct EqualMassBins {
  private(set) var bins: [BinnedSums.Bin]

  /// The bins of rows that have one label each, all labels having probabilities.
  ///
  /// - Complexity: Linear in rows × labels.
  init(_ predictions: Predictions, count: Int) {
    bins = [BinnedSums.Bin](repeating: BinnedSums.Bin(), count: count)
    var rows = Self.confidences(of: predictions)
    RadixSort.sort(&rows) { $0.key }
    let total = rows.reduce(0) { $0 + $1.weight }
    let hasWeights = predictions.schema.hasWeights
    var below = 0.0
    var start = 0
    while start < rows.count {
      let bits = rows[start].key >> 1
      let bin = min(count - 1, Int(Double(count) * below / total))
      while start < rows.count, rows[start].key >> 1 == bits {
        let row = rows[start]
        let isRight = row.key & 1 == 1
        if hasWeights {
          bins[bin].add(Double(bitPattern: bits), isHit: isRight, weight: row.weight)
        } else {
          bins[bin].add(Double(bitPattern: bits), isHit: isRight)
        }
        below += row.weight
        start += 1
      }
    }
  }

  private struct Confidence: BitwiseCopyable {
    /// The bits of the confidence, shifted left by one, the freed bit being 1 where its label is the true one.
    var key: UInt64
    var weight: Double
  }

  private static func confidences(of predictions: Predictions) -> [Confidence] {
    let width = predictions.schema.scoredLabelCount
    var rows: [Confidence] = []
    rows.reserveCapacity(predictions.count)
    for batch in predictions.batches {
      for row in 0..<batch.count {
        let weight = batch.weights.isEmpty ? 1 : batch.weights[row]
        guard weight > 0 else { continue }
        var largest = (label: 0, probability: -1.0)
        for label in 0..<width {
          let probability = batch.probabilities[row &* width &+ label]
          if probability > largest.probability { largest = (label, probability) }
        }
        let isRight = largest.label == Int(batch.truth[row])
        // Adding 0 makes of a negative zero a positive one.
        rows.append(
          Confidence(key: (largest.probability + 0).bitPattern &<< 1 | (isRight ? 1 : 0), weight: weight))
      }
    }
    return rows
  }
}
