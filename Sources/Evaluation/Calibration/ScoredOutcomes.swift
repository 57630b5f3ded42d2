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

  /// Without weights, the keys of the rows.
  private(set) var keys: [UInt64] = []
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
      keys = Array(parts.joined())
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

  /// So many stretches of the scale are told apart before rows are sorted.
  private static let stretches = 4_096

  /// Puts rows without weights in an order in which the rows around each of `places` are sorted by
  /// probability, and all others are on the right side of them; that is faster than sorting them all.
  mutating func sort(around places: [Int]) {
    guard keys.count > Self.stretches else { return keys.sort() }
    var ends = [Int](repeating: 0, count: Self.stretches + 2)
    for key in keys { ends[Self.stretch(of: key) &+ 1] &+= 1 }
    for stretch in ends.indices.dropFirst() { ends[stretch] &+= ends[stretch &- 1] }
    let starts = ends
    keys = [UInt64](unsafeUninitializedCapacity: keys.count) { [keys] sorted, count in
      // As the rows of a stretch are put there, its start becomes its end.
      for key in keys {
        let stretch = Self.stretch(of: key)
        sorted[ends[stretch]] = key
        ends[stretch] &+= 1
      }
      count = keys.count
    }
    for stretch in 0...Self.stretches where places.contains(where: { starts[stretch]..<ends[stretch] ~= $0 })
    {
      keys[starts[stretch]..<ends[stretch]].sort()
    }
  }

  /// The stretch in which the probability of a key lies, the same for equal ones and never smaller for larger
  /// ones.
  @inline(__always)
  private static func stretch(of key: UInt64) -> Int {
    let probability = Double(bitPattern: key &>> 1)
    return Int(truncatingIfNeeded: (probability * Double(stretches) + 0x1p52).bitPattern & 0xFFFF)
  }
}
