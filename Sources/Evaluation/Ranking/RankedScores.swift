/// The scores of rows, sorted, each with whether it belongs to a row with the label.
///
/// Rows of weight 0 are left out, as scikit-learn does.
struct RankedScores {
  /// The bits of a score, shifted left by one, the freed bit being 1 for a row with the label.
  ///
  /// Bits of doubles from 0 to 1 are in the order of the numbers.
  private struct Weighted: BitwiseCopyable {
    var key: UInt64
    var weight: Double
  }

  private var keys: [UInt64] = []
  private var weighted: [Weighted] = []
  /// The weight of the rows with the label.
  private(set) var positives = 0.0
  /// The weight of the other rows.
  private(set) var negatives = 0.0

  /// The scores of these labels for all rows: one label, or all of them thrown together.
  ///
  /// - Complexity: Linear in rows × `labels`.
  init(_ predictions: Predictions, labels: Range<Int>) {
    let schema = predictions.schema
    if schema.hasWeights {
      weighted.reserveCapacity(predictions.count * labels.count)
    } else {
      keys.reserveCapacity(predictions.count * labels.count)
    }
    for label in labels {
      for batch in predictions.batches { add(batch, label: label, schema: schema) }
    }
    RadixSort.sort(&keys) { $0 }
    RadixSort.sort(&weighted) { $0.key }
  }

  private mutating func add(_ batch: PredictionBatch, label: Int, schema: PredictionSchema) {
    let isMultilabel = schema.task == .multilabel
    let labelCount = schema.labels.count
    var trueCount = 0
    var place = label
    for row in 0..<batch.count {
      let isTrue = isMultilabel ? batch.truthSets[row &* labelCount &+ label] != 0 : batch.truth[row] == label
      // Adding 0 makes of a negative zero a positive one.
      let key = (batch.probabilities[place] + 0).bitPattern &<< 1 | (isTrue ? 1 : 0)
      place &+= schema.scoredLabelCount
      if schema.hasWeights {
        let weight = batch.weights[row]
        guard weight > 0 else { continue }
        weighted.append(Weighted(key: key, weight: weight))
        if isTrue { positives += weight } else { negatives += weight }
      } else {
        keys.append(key)
        trueCount &+= isTrue ? 1 : 0
      }
    }
    guard !schema.hasWeights else { return }
    positives += Double(trueCount)
    negatives += Double(batch.count - trueCount)
  }

  /// Calls `body` for each distinct score, the highest first, with the weight of the rows with and without the label
  /// that have it.
  @inline(__always)
  func forEachScore(_ body: (_ score: Double, _ positives: Double, _ negatives: Double) -> Void) {
    var end = keys.count
    while end > 0 {
      let bits = keys[end - 1] >> 1
      var trueCount = 0
      let last = end
      while end > 0, keys[end - 1] >> 1 == bits {
        trueCount += Int(truncatingIfNeeded: keys[end - 1] & 1)
        end -= 1
      }
      body(Double(bitPattern: bits), Double(trueCount), Double(last - end - trueCount))
    }
    end = weighted.count
    while end > 0 {
      let bits = weighted[end - 1].key >> 1
      var sums = (positives: 0.0, negatives: 0.0)
      while end > 0, weighted[end - 1].key >> 1 == bits {
        let row = weighted[end - 1]
        if row.key & 1 == 1 { sums.positives += row.weight } else { sums.negatives += row.weight }
        end -= 1
      }
      body(Double(bitPattern: bits), sums.positives, sums.negatives)
    }
  }
}
