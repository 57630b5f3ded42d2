/// How often the true label has the largest probability of its row, the second largest, and so on.
///
/// ```swift
/// evaluation.statistics.truthRanks.within(5)  // the rows whose true label is among the first five
/// ```
///
/// Of labels with equal probabilities the later comes first, in the order in which scikit-learn sorts labels:
/// by number if all labels are numbers, else by their bytes. The order of the columns does not matter.
public struct TruthRanks: Hashable, Sendable {
  /// `weights[r]`: the weight of the rows in which `r` labels stand before the true one; as many as there are
  /// labels.
  ///
  /// Empty unless each row has one label, and every label a probability.
  public private(set) var weights: [Double]

  init(labelCount: Int) {
    weights = [Double](repeating: 0, count: labelCount)
  }

  /// The weight of the rows whose true label is among the first `count`.
  ///
  /// - Complexity: Linear in `count`.
  public func within(_ count: Int) -> Double { weights.prefix(count).reduce(0, +) }

  /// Adds rows; without weights they count once.
  mutating func add(_ rows: [TruthStanding], weights rowWeights: ArraySlice<Double>?) {
    weights.withUnsafeMutableBufferPointer { weights in
      if let rowWeights {
        for (row, weight) in zip(rows, rowWeights) { weights[row.place.rank] += weight }
      } else {
        for row in rows { weights[row.place.rank] += 1 }
      }
    }
  }

  /// Adds later rows.
  mutating func merge(_ other: TruthRanks) {
    for rank in weights.indices { weights[rank] += other.weights[rank] }
  }
}
