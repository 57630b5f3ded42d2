/// How the probabilities of one row put its true labels before its other labels.
///
/// Labels with equal probabilities stand on the same place, the last of theirs.
struct TrueLabelOrder: Hashable, Sendable {
  /// The mean over true labels of the share of true ones among those scored at least as high; 1 where all
  /// labels are true, or none.
  private(set) var averagePrecision = 1.0
  /// The share of pairs of a true and another label in which the true one is not scored higher; 0 without
  /// pairs.
  private(set) var loss = 0.0
  /// How many labels are scored at least as high as the lowest true one; 0 without true labels.
  private(set) var coverage = 0

  /// From so many true labels on, sorting all labels is faster than comparing each with each true one.
  private static let fewestSorted = 12

  /// The order of a row of a batch in which every label has a probability.
  ///
  /// - Complexity: O(*k* log *k*) in the number of labels.
  init(of row: Int, in batch: PredictionBatch, labelCount: Int) {
    let places = row * labelCount..<(row + 1) * labelCount
    let trueCount = places.count { batch.truthSets[$0] != 0 }
    guard trueCount > 0 else { return }
    guard trueCount < labelCount else {
      coverage = labelCount
      return
    }
    var found = Found()
    if trueCount < Self.fewestSorted {
      found.compare(places, in: batch)
    } else {
      found.sort(places, in: batch)
    }
    averagePrecision = found.shares / Double(trueCount)
    loss = Double(found.wrongPairs) / Double(trueCount * (labelCount - trueCount))
    coverage = found.depth
  }

  private struct Found {
    var shares = 0.0
    var wrongPairs = 0
    var depth = 0

    /// Adds `count` true labels of one probability, when so many labels are scored at least as high, true and
    /// in all.
    mutating func add(_ count: Int, trueAbove: Int, above: Int) {
      shares += Double(count) * (Double(trueAbove) / Double(above))
      wrongPairs += count * (above - trueAbove)
      depth = max(depth, above)
    }

    mutating func compare(_ places: Range<Int>, in batch: PredictionBatch) {
      for place in places where batch.truthSets[place] != 0 {
        let own = batch.probabilities[place]
        var above = 0
        var trueAbove = 0
        for other in places where batch.probabilities[other] >= own {
          above += 1
          if batch.truthSets[other] != 0 { trueAbove += 1 }
        }
        add(1, trueAbove: trueAbove, above: above)
      }
    }

    mutating func sort(_ places: Range<Int>, in batch: PredictionBatch) {
      let sorted = places.sorted { batch.probabilities[$0] > batch.probabilities[$1] }
      var above = 0
      var trueAbove = 0
      while above < sorted.count {
        let score = batch.probabilities[sorted[above]]
        let trueBefore = trueAbove
        while above < sorted.count, batch.probabilities[sorted[above]] == score {
          if batch.truthSets[sorted[above]] != 0 { trueAbove += 1 }
          above += 1
        }
        if trueAbove > trueBefore { add(trueAbove - trueBefore, trueAbove: trueAbove, above: above) }
      }
    }
  }
}
