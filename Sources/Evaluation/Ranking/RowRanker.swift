/// Sorts rows by their scores, label by label.
///
/// Rows are thrown into buckets by their scores, counted beforehand, and each bucket is sorted while it is in a cache. A
/// word of 64 bits goes around for each row (see ``RankLayout``). Equal scores end up alike and others apart, however
/// little they differ.
struct RowRanker: Sendable {
  /// What words are made of.
  let layout: RankLayout
  private let predictions: Predictions
  private let labels: [Int]
  private let truth: Truth
  /// Absent where rows are so few that they make one bucket.
  private let buckets: ScoreBuckets?

  /// What a word says to be true of its row.
  enum Truth: Sendable {
    /// 1 if the row has the label whose scores are sorted, else 0.
    case isLabel
    /// The index of the row's one label.
    case label
  }

  /// Below so many rows there is one bucket.
  private static let fewest = 4_096

  /// A ranker of the rows by the scores of `labels`.
  ///
  /// - Complexity: Linear in rows × `labels`.
  init(_ predictions: Predictions, labels: [Int], truth: Truth, keepsRows: Bool) {
    self.predictions = predictions
    self.labels = labels
    self.truth = truth
    layout = RankLayout(
      rows: keepsRows ? predictions.count : 0, truths: truth == .label ? predictions.schema.labels.count : 2)
    buckets = predictions.count < Self.fewest ? nil : ScoreBuckets(predictions, labels: labels)
  }

  /// Whether all scores are known to be multiples of a millionth.
  var isInMillionths: Bool { buckets?.isInMillionths == true }

  /// Room for the rows of one label.
  func makeRows() -> RankedRows { RankedRows(count: predictions.count, layout: layout) }

  /// The score of a word, where rows are not kept.
  func score(_ word: UInt64) -> Double {
    let key = word >> UInt64(layout.payloadBits)
    return isInMillionths ? Millionths.score(key) : DoubleBits.score(key)
  }

  /// Puts the rows into `rows` in the order of their scores for the label at this place of the labels.
  ///
  /// - Complexity: Linear in the number of rows.
  func rank(at place: Int, into rows: inout RankedRows) {
    if isInMillionths {
      rank(at: place, into: &rows, on: Millionths.self)
    } else {
      rank(at: place, into: &rows, on: DoubleBits.self)
    }
  }

  private func rank<Scale: ScoreScale>(at place: Int, into rows: inout RankedRows, on scale: Scale.Type) {
    let dropped = layout.droppedBits(ofKeyBits: Scale.keyBits)
    if dropped > 0, rows.lowBits.isEmpty { rows.lowBits = [UInt32](repeating: 0, count: predictions.count) }
    // Where each bucket begins, then the number of rows; after filling, where each ends.
    var starts = [0]
    var largest = predictions.count
    if let buckets {
      starts = []
      largest = 0
      var start = 0
      for count in buckets.counts(at: place) {
        starts.append(start)
        start += Int(count)
        largest = max(largest, Int(count))
      }
    }
    let begins = starts
    fill(&rows, label: labels[place], starts: &starts, dropped: UInt64(dropped), on: scale)
    var ordinal: UInt64 = 0
    let payload = layout.payloadBits
    rows.words.withUnsafeMutableBufferPointer { words in
      guard let words = words.baseAddress else { return }
      BucketSort.with(scratch: &rows.scratch, capacity: largest, fromBit: payload) { sorter in
        for (begin, end) in zip(begins, starts) where end > begin {
          sorter.sort(words + begin, count: end - begin)
          guard dropped > 0 else { continue }
          rows.lowBits.withUnsafeBufferPointer {
            tellApart(UnsafeMutableBufferPointer(start: words + begin, count: end - begin), $0, &ordinal)
          }
        }
      }
    }
  }

  /// Writes a word for each row into its bucket.
  private func fill<Scale: ScoreScale>(
    _ rows: inout RankedRows, label: Int, starts: inout [Int], dropped: UInt64, on scale: Scale.Type
  ) {
    let isMultilabel = predictions.schema.task == .multilabel
    let width = predictions.schema.labels.count
    for (batch, firstRow) in zip(predictions.batches, predictions.batchStarts) {
      let filler = Filler<Scale>(
        layout: layout, label: label, width: predictions.schema.scoredLabelCount, dropped: dropped)
      batch.truth.withUnsafeBufferPointer { truth in
        batch.truthSets.withUnsafeBufferPointer { sets in
          if isMultilabel {
            filler.fill(&rows, batch, firstRow, &starts) { UInt64(sets[$0 &* width &+ label] != 0 ? 1 : 0) }
          } else if self.truth == .label {
            filler.fill(&rows, batch, firstRow, &starts) { UInt64(truncatingIfNeeded: truth[$0]) }
          } else {
            let own = Int32(label)
            filler.fill(&rows, batch, firstRow, &starts) { truth[$0] == own ? 1 : 0 }
          }
        }
      }
    }
  }

  private struct Filler<Scale: ScoreScale> {
    let layout: RankLayout
    let label: Int
    let width: Int
    let dropped: UInt64

    @inline(__always)
    func fill(
      _ rows: inout RankedRows, _ batch: PredictionBatch, _ firstRow: Int, _ starts: inout [Int],
      truth: (Int) -> UInt64
    ) {
      let payload = UInt64(layout.payloadBits)
      let step = layout.rowStep
      let oneBucket = starts.count == 1
      let lowMask: UInt64 = 1 << dropped - 1
      rows.words.withUnsafeMutableBufferPointer { words in
        rows.lowBits.withUnsafeMutableBufferPointer { lowBits in
          starts.withUnsafeMutableBufferPointer { starts in
            batch.probabilities.withUnsafeBufferPointer { probabilities in
              var place = label
              var payloadOfRow = UInt64(firstRow) &* step
              for row in 0..<batch.count {
                let score = probabilities[place]
                place &+= width
                let key = Scale.key(score)
                let bucket = oneBucket ? 0 : Scale.bucket(score, key: key)
                let word = (key &>> dropped) &<< payload | payloadOfRow | truth(row)
                payloadOfRow &+= step
                words[starts[bucket]] = word
                starts[bucket] &+= 1
                if dropped > 0 { lowBits[firstRow &+ row] = UInt32(truncatingIfNeeded: key & lowMask) }
              }
            }
          }
        }
      }
    }
  }

  /// Puts in order what is alike in the bits that found room, and numbers distinct scores from `ordinal` on in place of
  /// their keys.
  private func tellApart(
    _ words: UnsafeMutableBufferPointer<UInt64>, _ lowBits: UnsafeBufferPointer<UInt32>,
    _ ordinal: inout UInt64
  ) {
    let payload = UInt64(layout.payloadBits)
    let mask = layout.payloadMask
    var start = 0
    while start < words.count {
      let key = words[start] &>> payload
      var end = start &+ 1
      while end < words.count, words[end] &>> payload == key { end &+= 1 }
      if end &- start > 1 {
        tellApart(words, start..<end, lowBits, &ordinal)
      } else {
        words[start] = ordinal &<< payload | words[start] & mask
      }
      ordinal &+= 1
      start = end
    }
  }

  /// The same for words that are all alike in those bits; ends with the ordinal of the last.
  private func tellApart(
    _ words: UnsafeMutableBufferPointer<UInt64>, _ run: Range<Int>, _ lowBits: UnsafeBufferPointer<UInt32>,
    _ ordinal: inout UInt64
  ) {
    let first = lowBits[layout.row(words[run.lowerBound])]
    if run.contains(where: { lowBits[layout.row(words[$0])] != first }) {
      words[run].sort { left, right in
        (lowBits[layout.row(left)], left) < (lowBits[layout.row(right)], right)
      }
    }
    var low = lowBits[layout.row(words[run.lowerBound])]
    for place in run {
      let next = lowBits[layout.row(words[place])]
      if next != low {
        ordinal &+= 1
        low = next
      }
      words[place] = ordinal &<< UInt64(layout.payloadBits) | words[place] & layout.payloadMask
    }
  }
}
