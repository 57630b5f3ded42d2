/// The scores of rows for one label, or for all labels thrown together, sorted once for all resamples.
struct RankedUnits: Sendable {
  private struct Entry: BitwiseCopyable {
    /// The weight of the row, negative where it does not have the label.
    var weight: Double
    var unit: Int32
    /// The true label, where each row has one.
    var truth: Int32
    /// Where the entries with the same score end.
    var end: Int32
  }

  /// The highest score first.
  private var entries: [Entry] = []
  private let own: Int32

  /// The scores of these labels.
  init(_ predictions: Predictions, labels: Range<Int>, units unitOfRow: [Int32]) {
    let schema = predictions.schema
    let isMultilabel = schema.task == .multilabel
    own = Int32(labels.lowerBound)
    var scored: [(score: Double, entry: Entry)] = []
    scored.reserveCapacity(predictions.count * labels.count)
    for label in labels {
      var row = 0
      for batch in predictions.batches {
        for offset in 0..<batch.count {
          defer { row += 1 }
          let weight = schema.hasWeights ? batch.weights[offset] : 1
          guard weight > 0 else { continue }
          let truth = isMultilabel ? -1 : batch.truth[offset]
          let isTrue =
            isMultilabel ? batch.truthSets[offset * schema.labels.count + label] != 0 : truth == label
          scored.append(
            (
              batch.probabilities[offset * schema.scoredLabelCount + label],
              Entry(weight: isTrue ? weight : -weight, unit: unitOfRow[row], truth: truth, end: 0)
            ))
        }
      }
    }
    scored.sort { $0.score > $1.score }
    entries = scored.map(\.entry)
    var end = entries.count
    for place in entries.indices.reversed() {
      if place + 1 < end, scored[place].score != scored[place + 1].score { end = place + 1 }
      entries[place].end = Int32(end)
    }
  }

  /// What the ranking says of a resample; areas are NaN where undefined.
  struct Areas {
    var rocAUC = Double.nan
    var averagePrecision = Double.nan
    /// The areas among the rows of the label and of each other label; nil where some label has no rows.
    var pairs: PairAreas?
  }

  /// The areas of a resample.
  func areas(_ multiplicities: UnsafeBufferPointer<UInt16>) -> Areas {
    var walk = Walk(multiplicities)
    entries.withUnsafeBufferPointer { walk.pass($0) { _, _, _ in } }
    return walk.areas
  }

  /// The areas of a resample, with those of pairs of labels.
  ///
  /// - Precondition: The scores are those of one label, and each row has one label.
  func areasWithPairs(_ multiplicities: UnsafeBufferPointer<UInt16>, labelCount: Int) -> Areas {
    var walk = Walk(multiplicities)
    var wins = [Double](repeating: 0, count: labelCount)
    var supports = wins
    wins.withUnsafeMutableBufferPointer { wins in
      supports.withUnsafeMutableBufferPointer { supports in
        entries.withUnsafeBufferPointer { entries in
          walk.pass(entries) { truth, weight, beaten in
            wins[Int(truth)] += weight * beaten
            supports[Int(truth)] += weight
          }
        }
      }
    }
    supports[Int(own)] = walk.positives
    var areas = walk.areas
    areas.pairs = PairAreas(label: Int(own), wins: wins, supports: supports)
    return areas
  }

  /// A walk from the highest score to the lowest.
  private struct Walk {
    private let multiplicities: UnsafeBufferPointer<UInt16>
    private(set) var positives = 0.0
    private var negatives = 0.0
    private var wonPairs = 0.0
    private var precisionSum = 0.0

    init(_ multiplicities: UnsafeBufferPointer<UInt16>) {
      self.multiplicities = multiplicities
    }

    /// Passes all entries, and gives the true label and the weight of each without the label to `body`, with the weight
    /// of the rows with the label that score higher; equal ones count half.
    @inline(__always)
    mutating func pass(_ entries: UnsafeBufferPointer<Entry>, _ body: (Int32, Double, Double) -> Void) {
      var place = 0
      while place < entries.count {
        let end = Int(entries[place].end)
        if end == place &+ 1 {
          let weight = signedWeight(entries[place])
          let own = max(weight, 0)
          body(entries[place].truth, own - weight, positives)
          add(own, own - weight)
          place = end
          continue
        }
        var tied = (positives: 0.0, negatives: 0.0)
        for entry in entries[place..<end] {
          let weight = signedWeight(entry)
          tied.positives += max(weight, 0)
          tied.negatives -= min(weight, 0)
        }
        for entry in entries[place..<end] {
          body(entry.truth, max(-signedWeight(entry), 0), positives + tied.positives / 2)
        }
        add(tied.positives, tied.negatives)
        place = end
      }
    }

    @inline(__always)
    private func signedWeight(_ entry: Entry) -> Double {
      entry.weight * Double(multiplicities[Int(entry.unit)])
    }

    /// Adds the rows of one score.
    @inline(__always)
    private mutating func add(_ own: Double, _ others: Double) {
      wonPairs += others * (positives + own / 2)
      positives += own
      negatives += others
      if own > 0 { precisionSum += own * (positives / (positives + negatives)) }
    }

    var areas: Areas {
      let pairs = positives * negatives
      return Areas(
        rocAUC: pairs > 0 ? min(1, wonPairs / pairs) : .nan,
        averagePrecision: positives > 0 ? min(1, precisionSum / positives) : .nan)
    }
  }
}
