/// How many scores of each label fall into each bucket of a scale: the first pass of sorting them.
struct ScoreBuckets: Sendable {
  /// The number of buckets of a label.
  static let count = 2_048

  /// Whether every score is a multiple of a millionth, so that ``Millionths`` is the scale; else it is ``DoubleBits``.
  let isInMillionths: Bool
  /// The scores of each label in each bucket, label by label.
  private let counts: [UInt32]

  /// Parts of the rows are counted at once; their number changes nothing but the time.
  private static let parts = 8
  /// So many of the first rows show whether it is worth while to try the narrower scale.
  private static let probe = 64

  /// Counts the scores of `labels`.
  ///
  /// - Complexity: Linear in rows × `labels`.
  init(_ predictions: Predictions, labels: [Int]) {
    if Self.startsInMillionths(predictions, labels: labels),
      let counts = Self.counts(predictions, labels: labels, on: Millionths.self)
    {
      isInMillionths = true
      self.counts = counts
    } else {
      isInMillionths = false
      counts = Self.counts(predictions, labels: labels, on: DoubleBits.self) ?? []
    }
  }

  /// The number of scores in each bucket of the label at this place of the labels counted.
  func counts(at place: Int) -> ArraySlice<UInt32> {
    counts[place * Self.count..<(place + 1) * Self.count]
  }

  private static func startsInMillionths(_ predictions: Predictions, labels: [Int]) -> Bool {
    guard let batch = predictions.batches.first(where: { $0.count > 0 }) else { return false }
    return (0..<min(batch.count, probe)).allSatisfy { row in
      labels.allSatisfy {
        Millionths.holds(batch.probabilities[row * predictions.schema.scoredLabelCount + $0])
      }
    }
  }

  /// The counts, or nil if some score is not on the scale.
  private static func counts<Scale: ScoreScale>(
    _ predictions: Predictions, labels: [Int], on scale: Scale.Type
  ) -> [UInt32]? {
    let found = concurrentMap(count: parts) { part in
      count(predictions, part: part, labels: labels, on: scale)
    }
    var sum = [UInt32](repeating: 0, count: labels.count * count)
    for part in found {
      guard let part else { return nil }
      for place in sum.indices { sum[place] &+= part[place] }
    }
    return sum
  }

  private static func count<Scale: ScoreScale>(
    _ predictions: Predictions, part: Int, labels: [Int], on scale: Scale.Type
  ) -> [UInt32]? {
    var counts = [UInt32](repeating: 0, count: labels.count * count)
    let width = predictions.schema.scoredLabelCount
    var strangers: UInt64 = 0
    counts.withUnsafeMutableBufferPointer { counts in
      labels.withUnsafeBufferPointer { labels in
        predictions.forEachBatch(ofPart: part, of: parts) { batch, rows, _ in
          guard strangers == 0 || Scale.self == DoubleBits.self else { return }
          batch.probabilities.withUnsafeBufferPointer { probabilities in
            for row in rows {
              let start = row &* width
              for place in 0..<labels.count {
                let score = probabilities[start &+ labels[place]]
                let key = Scale.key(score)
                strangers |= Scale.score(key) == score ? 0 : 1
                counts[place &* count &+ Scale.bucket(score, key: key)] &+= 1
              }
            }
          }
        }
      }
    }
    return strangers == 0 || Scale.self == DoubleBits.self ? counts : nil
  }
}
