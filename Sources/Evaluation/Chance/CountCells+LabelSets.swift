extension CountCells {
  /// The pairs of true and predicted sets that occur among unweighted rows, in an order that does not depend on that of
  /// the rows; nil if there are more than `limit`.
  ///
  /// - Complexity: Linear in rows × labels.
  init?(labelSetsOf predictions: Predictions, limit: Int) {
    let labelCount = predictions.schema.labels.count
    guard
      let rows = labelCount <= 32
        ? Self.narrowRows(of: predictions, limit: limit) : Self.wideRows(of: predictions, limit: limit)
    else { return nil }
    self.init()
    for (key, count) in rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      var slots: [Int32] = []
      var isRight = true
      for label in 0..<labelCount {
        let bits = key[label / 32] >> UInt64(2 * (label % 32)) & 3
        guard bits > 0 else { continue }
        if bits != 3 { isRight = false }
        slots.append(Int32(3 * label) + (bits == 3 ? 0 : bits == 2 ? 1 : 2))
      }
      append(count, slots: slots, isRight: isRight)
    }
  }

  /// The rows of each kind, up to 32 labels: two bits for each, 1 for true, 2 for predicted.
  private static func narrowRows(of predictions: Predictions, limit: Int) -> [[UInt64]: Double]? {
    let labelCount = predictions.schema.labels.count
    var rows: [UInt64: Double] = [:]
    for batch in predictions.batches {
      for row in 0..<batch.count {
        rows[word(of: batch, from: row * labelCount, count: labelCount), default: 0] += 1
        guard rows.count <= limit else { return nil }
      }
    }
    return Dictionary(uniqueKeysWithValues: rows.map { ([$0.key], $0.value) })
  }

  /// The rows of each kind, any number of labels.
  private static func wideRows(of predictions: Predictions, limit: Int) -> [[UInt64]: Double]? {
    let labelCount = predictions.schema.labels.count
    var rows: [[UInt64]: Double] = [:]
    for batch in predictions.batches {
      for row in 0..<batch.count {
        let key = stride(from: 0, to: labelCount, by: 32).map { first in
          word(of: batch, from: row * labelCount + first, count: min(32, labelCount - first))
        }
        rows[key, default: 0] += 1
        guard rows.count <= limit else { return nil }
      }
    }
    return rows
  }

  private static func word(of batch: PredictionBatch, from start: Int, count: Int) -> UInt64 {
    var word: UInt64 = 0
    for label in 0..<count {
      let bits: UInt64 =
        (batch.truthSets[start + label] != 0 ? 1 : 0)
        | (batch.predictedSets[start + label] != 0 ? 2 : 0)
      word |= bits << UInt64(2 * label)
    }
    return word
  }
}
