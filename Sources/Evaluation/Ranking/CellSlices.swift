/// Ranks cells of any scores: a slice of the scale at a time is sorted, so that memory does not grow with rows × labels.
struct CellSlices: Sendable {
  /// The true cells in each bucket of ``DoubleBits``, and the others.
  private var positives = [UInt64](repeating: 0, count: ScoreBuckets.count)
  private var negatives = [UInt64](repeating: 0, count: ScoreBuckets.count)
  private let predictions: Predictions

  private static let parts = 8

  /// The ranking of all cells of rows that count alike; a slice has at most `sliceSize` cells, unless a single bucket has
  /// more.
  ///
  /// - Complexity: Linear in rows × labels × slices.
  static func ranking(of predictions: Predictions, sliceSize: Int = 2_500_000) -> LabelRanking {
    let cells = CellSlices(predictions)
    let slices = cells.slices(size: sliceSize)
    let sums = concurrentMap(count: slices.count) { cells.sums(of: slices[$0]) }
    return sums.reduce(into: CellSums()) { $0.merge($1) }.ranking
  }

  private init(_ predictions: Predictions) {
    self.predictions = predictions
    let width = predictions.schema.labels.count
    let counts = concurrentMap(count: Self.parts) { part in
      var positives = [UInt64](repeating: 0, count: ScoreBuckets.count)
      var all = positives
      all.withUnsafeMutableBufferPointer { all in
        predictions.forEachBatch(ofPart: part, of: Self.parts) { batch, rows, _ in
          batch.probabilities.withUnsafeBufferPointer { probabilities in
            for cell in rows.lowerBound &* width..<rows.upperBound &* width {
              all[Self.bucket(probabilities[cell])] &+= 1
            }
            batch.forEachTrueCell(rows, width: width) { positives[Self.bucket(probabilities[$0])] &+= 1 }
          }
        }
      }
      return (positives: positives, all: all)
    }
    for part in counts {
      for bucket in positives.indices {
        positives[bucket] += part.positives[bucket]
        negatives[bucket] += part.all[bucket] - part.positives[bucket]
      }
    }
  }

  @inline(__always)
  private static func bucket(_ score: Double) -> Int {
    DoubleBits.bucket(score, key: DoubleBits.key(score))
  }

  /// The buckets of each slice, the highest first.
  private func slices(size most: Int) -> [Range<Int>] {
    var slices: [Range<Int>] = []
    var end = ScoreBuckets.count
    var size: UInt64 = 0
    for bucket in positives.indices.reversed() {
      let more = positives[bucket] + negatives[bucket]
      if size > 0, size + more > most {
        slices.append(bucket + 1..<end)
        end = bucket + 1
        size = 0
      }
      size += more
    }
    slices.append(0..<end)
    return slices
  }

  /// The sums of the cells in these buckets, all cells above known to be there.
  private func sums(of slice: Range<Int>) -> CellSums {
    var sums = CellSums(
      positivesAbove: positives[slice.upperBound...].reduce(0, +),
      negativesAbove: negatives[slice.upperBound...].reduce(0, +))
    var starts: [Int] = []
    var count = 0
    var largest = 0
    for bucket in slice {
      starts.append(count)
      let size = Int(positives[bucket] + negatives[bucket])
      count += size
      largest = max(largest, size)
    }
    guard count > 0 else { return sums }
    let begins = starts
    var words = RankedRows(count: count, layout: RankLayout(rows: 0, truths: 2))
    fill(&words.words, slice, &starts)
    words.words.withUnsafeMutableBufferPointer { all in
      guard let first = all.baseAddress else { return }
      BucketSort.with(scratch: &words.scratch, capacity: largest, fromBit: 1) { sorter in
        for (begin, end) in zip(begins, starts) where end > begin {
          sorter.sort(first + begin, count: end - begin)
        }
      }
    }
    words.forEachGroup { group in
      var tied: UInt64 = 0
      for word in group { tied &+= word & 1 }
      sums.add(tiedPositives: tied, tiedNegatives: UInt64(group.count) &- tied)
    }
    return sums
  }

  /// Writes the key of each cell of the slice into its bucket, and below it 1 where the cell is true.
  private func fill(_ words: inout [UInt64], _ slice: Range<Int>, _ starts: inout [Int]) {
    let width = predictions.schema.labels.count
    let scores = DoubleBits.scores(in: slice)
    words.withUnsafeMutableBufferPointer { words in
      starts.withUnsafeMutableBufferPointer { starts in
        for batch in predictions.batches {
          batch.probabilities.withUnsafeBufferPointer { probabilities in
            @inline(__always)
            func put(_ cell: Int, isTrue: UInt64) {
              let score = probabilities[cell]
              guard score >= scores.lowerBound, score <= scores.upperBound else { return }
              let key = DoubleBits.key(score)
              let bucket = DoubleBits.bucket(score, key: key)
              guard slice.contains(bucket) else { return }
              let place = starts[bucket &- slice.lowerBound]
              starts[bucket &- slice.lowerBound] = place &+ 1
              words[place] = key &<< 1 | isTrue
            }
            if batch.truthSets.isEmpty {
              batch.truth.withUnsafeBufferPointer { truth in
                for row in 0..<batch.count {
                  let start = row &* width
                  let label = Int(truth[row])
                  for column in 0..<width { put(start &+ column, isTrue: column == label ? 1 : 0) }
                }
              }
            } else {
              batch.truthSets.withUnsafeBufferPointer { sets in
                for cell in 0..<batch.count &* width { put(cell, isTrue: sets[cell] == 0 ? 0 : 1) }
              }
            }
          }
        }
      }
    }
  }
}
