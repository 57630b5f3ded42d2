/// Goes once through rows that have weights, in the order of a label's scores, from the highest down.
///
/// Rows of weight 0 are as if they were not there, as in scikit-learn.
struct WeightedRankWalk {
  /// What is true of a row that has the label.
  let mark: UInt64
  /// The weight of each row.
  let weights: [Double]
  /// The weight of the pairs won over the rows of each label; of use only where truths tell labels apart.
  private(set) var wins: [Double]

  /// A walk that tells so many truths apart.
  init(mark: UInt64, truthCount: Int, weights: [Double]) {
    self.mark = mark
    self.weights = weights
    wins = [Double](repeating: 0, count: truthCount)
  }

  /// Walks through `rows`; `label` is what to call the label in a reason: what follows “no row is”.
  ///
  /// The sums are those of ``RankSums``, by weight.
  ///
  /// - Complexity: Linear in the number of rows.
  mutating func walk(_ rows: inout RankedRows, label: String) -> LabelRanking {
    let layout = rows.layout
    var above = (positives: 0.0, negatives: 0.0)
    var wonPairs = 0.0
    var precisionSum = 0.0
    rows.forEachGroup { words in
      var tied = (positives: 0.0, negatives: 0.0)
      for word in words {
        let weight = weights[layout.row(word)]
        if word & layout.truthMask == mark { tied.positives += weight } else { tied.negatives += weight }
      }
      let halfTied = above.positives + tied.positives / 2
      for word in words where word & layout.truthMask != mark {
        wins[Int(word & layout.truthMask)] += weights[layout.row(word)] * halfTied
      }
      wonPairs += tied.negatives * halfTied
      above.positives += tied.positives
      above.negatives += tied.negatives
      if tied.positives > 0 {
        precisionSum += tied.positives * (above.positives / (above.positives + above.negatives))
      }
    }
    // The sums are those of the walk, so that equal weights cancel exactly.
    let pairs = above.positives * above.negatives
    let none = "no row that counts is \(label)"
    return LabelRanking(
      rocAUC: pairs > 0
        ? .value(min(1, wonPairs / pairs))
        : .undefined(above.positives > 0 ? "every row that counts is \(label)" : none),
      averagePrecision: above.positives > 0
        ? .value(min(1, precisionSum / above.positives)) : .undefined(none))
  }
}
