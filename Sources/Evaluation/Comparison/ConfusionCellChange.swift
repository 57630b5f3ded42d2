public import Diagnostics

/// How a cell of the confusion matrix changed from a baseline to a candidate.
public struct ConfusionCellChange: Hashable, Sendable {
  /// The true label.
  public var truth: ExactString
  /// The predicted label.
  public var predicted: ExactString
  /// The rows that the baseline has in the cell.
  public var baseline: Int
  /// The rows that the candidate has in it.
  public var candidate: Int
  /// The exact two-sided p of the rows that only one of the two has in the cell falling to either like a fair coin.
  public var pValue: Double
  /// ``pValue`` corrected by Holm for all cells that have such rows.
  public var adjustedPValue: Double

  /// Candidate − baseline.
  public var difference: Int { candidate - baseline }
  /// Whether the change exceeds chance: an adjusted p of at most 0.05.
  public var exceedsChance: Bool { adjustedPValue <= 0.05 }
}
