/// How the scores of one label tell its rows from those of each other label: the sums that averages over pairs of labels
/// are made of.
///
/// A(i|j) is the area under the ROC curve of label i's scores among the rows of the labels i and j (Hand and Till 2001,
/// Machine Learning 45).
public struct PairAreas: Hashable, Sendable {
  /// Σ over the other labels j of A(i|j).
  public var sum: Double
  /// Σ over the other labels j of the weight of the rows with label i or j, times A(i|j).
  public var weightedSum: Double

  /// The sums, or nil where some label has no rows that count.
  ///
  /// `wins[j]` is the weight of the pairs of a row with `label` and one with j that the first wins, ties counting half;
  /// `supports[j]` the weight of the rows with j.
  init?(label: Int, wins: [Double], supports: [Double]) {
    guard supports.allSatisfy({ $0 > 0 }) else { return nil }
    let own = supports[label]
    (sum, weightedSum) = (0, 0)
    for other in wins.indices where other != label {
      let area = min(1, wins[other] / (own * supports[other]))
      sum += area
      weightedSum += (own + supports[other]) * area
    }
  }
}
