/// How each row is placed among the rows of the other kind by the scores of one label (see ``RankSums``), and what it
/// moves the average precision by (see ``PrecisionInfluence``), in the order of the rows.
struct Placements: Sendable {
  /// The sums over all rows.
  let sums: RankSums
  /// Twice the placement of each row, times the number of rows of the other kind.
  let halves: [UInt32]
  /// The influence of each row on the average precision, times the rows with the label by all rows.
  let precisionInfluences: [Double]
  /// Whether each row has the label.
  let isPositive: [Bool]

  /// The number of rows with the label.
  var positives: Int { sums.positives }
  /// The number of other rows.
  var negatives: Int { sums.negatives }
  /// The placement of each row, from 0 to 1.
  var values: [Double] {
    zip(halves, isPositive).map { Double($0) / 2 / Double($1 ? negatives : positives) }
  }

  /// The placements of rows, or nil if rows have weights, and unless there are rows with and without the label.
  ///
  /// - Precondition: The label has probabilities.
  /// - Complexity: Linear in the number of rows.
  init?(_ predictions: Predictions, label: Int) {
    guard !predictions.schema.hasWeights else { return nil }
    let ranker = RowRanker(predictions, labels: [label], truth: .isLabel, keepsRows: true)
    var rows = ranker.makeRows()
    ranker.rank(at: 0, into: &rows)
    let layout = rows.layout
    var isPositive = [Bool](repeating: false, count: predictions.count)
    for word in rows.words where word & 1 == 1 { isPositive[layout.row(word)] = true }
    let positives = isPositive.count { $0 }
    guard positives > 0, positives < isPositive.count else { return nil }
    var halves = [UInt32](repeating: 0, count: isPositive.count)
    var influences = [Double](repeating: 0, count: isPositive.count)
    let walk = RankWalk(mark: 1, labelCount: 0, positives: positives)
    var curve = CurveWriter(.nothing, positives: 0, negatives: 0)
    sums = halves.withUnsafeMutableBufferPointer { halves in
      influences.withUnsafeMutableBufferPointer { influences in
        walk.walk(&rows, curve: &curve, score: { _ in 0 }) { words, sums, _ in
          for word in words {
            let row = layout.row(word)
            let hasLabel = word & 1 == 1
            halves[row] = UInt32(truncatingIfNeeded: hasLabel ? sums.halvesOfPositive : sums.halvesOfNegative)
            influences[row] = hasLabel ? sums.precision.ofPositive : sums.precision.ofNegative
          }
        }.sums
      }
    }
    let offsetOfPositive = sums.precision.offsetOfPositive(sums.averagePrecision ?? 0)
    let offsetOfNegative = sums.precision.offsetOfNegative
    for row in influences.indices { influences[row] -= isPositive[row] ? offsetOfPositive : offsetOfNegative }
    self.halves = halves
    self.isPositive = isPositive
    precisionInfluences = influences
  }
}
