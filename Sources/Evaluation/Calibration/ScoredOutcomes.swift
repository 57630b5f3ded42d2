/// A probability of each row that counts and whether it came true, in one word each.
struct ScoredOutcomes: Sendable {
  /// The bits of the probability, shifted left by one, the freed bit being 1 where it came true.
  ///
  /// Bits of doubles from 0 to 1 are in the order of the numbers.
  struct Outcome: BitwiseCopyable {
    var key: UInt64
    var weight: Double

    var probability: Double { Double(bitPattern: key >> 1) }
    var isHit: Bool { key & 1 == 1 }
  }

  /// Without weights, the keys of the rows, batch by batch.
  private(set) var keys: [[UInt64]] = []
  /// With weights, the rows of a weight above 0.
  private(set) var weighted: [Outcome] = []

  /// The largest probability of each row, and whether its label is the true one; of a label, its probability
  /// and whether the row has it.
  ///
  /// - Complexity: Linear in the number of rows, for the largest in rows × labels.
  init(_ predictions: Predictions, label: Int?) {
    let schema = predictions.schema
    let batches = predictions.batches
    let parts = concurrentMap(count: batches.count) { index in
      label.map { Self.keys(ofLabel: $0, in: batches[index], schema: schema) }
        ?? TruthPlace.mapAll(in: batches[index], schema: schema) {
          Self.key($0.largest, isHit: $0.isFirstLargest)
        }
    }
    guard schema.hasWeights else {
      keys = parts
      return
    }
    weighted.reserveCapacity(predictions.count)
    for (batch, keys) in zip(batches, parts) {
      for (key, weight) in zip(keys, batch.weights) where weight > 0 {
        weighted.append(Outcome(key: key, weight: weight))
      }
    }
  }

  private static func keys(ofLabel label: Int, in batch: PredictionBatch, schema: PredictionSchema)
    -> [UInt64]
  {
    (0..<batch.count).map { row in
      let isTrue =
        schema.task == .multilabel
        ? batch.truthSets[row &* schema.labels.count &+ label] != 0 : batch.truth[row] == label
      return key(batch.probabilities[row &* schema.scoredLabelCount &+ label], isHit: isTrue)
    }
  }

  @inline(__always)
  private static func key(_ probability: Double, isHit: Bool) -> UInt64 {
    // Adding 0 makes of a negative zero a positive one.
    (probability + 0).bitPattern &<< 1 | (isHit ? 1 : 0)
  }

  /// Puts rows that have weights in the order of their probabilities.
  mutating func sortWeighted() {
    RadixSort.sort(&weighted) { $0.key }
  }
}
