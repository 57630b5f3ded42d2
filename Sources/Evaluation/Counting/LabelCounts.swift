/// How rows fall for one label: true or not, predicted or not; each the sum of the weights of such rows.
///
/// While rows are unweighted these are whole numbers and exact.
public struct LabelCounts: Hashable, Sendable {
  /// True and predicted.
  public var truePositives: Double
  /// Predicted, but not true.
  public var falsePositives: Double
  /// True, but not predicted.
  public var falseNegatives: Double
  /// Neither true nor predicted.
  public var trueNegatives: Double

  /// Counts, by default none.
  public init(
    truePositives: Double = 0, falsePositives: Double = 0, falseNegatives: Double = 0,
    trueNegatives: Double = 0
  ) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
    self.trueNegatives = trueNegatives
  }

  /// Rows of which the label is true.
  public var support: Double { truePositives + falseNegatives }
  /// Rows for which the label was predicted.
  public var predicted: Double { truePositives + falsePositives }
  /// Rows of which the label is not true.
  public var negatives: Double { falsePositives + trueNegatives }
  /// Rows for which the label was not predicted.
  public var unpredicted: Double { falseNegatives + trueNegatives }
  /// All rows.
  public var total: Double { support + negatives }
  /// Rows of which the label is true, or for which it was predicted.
  var trueOrPredicted: Double { support + falsePositives }

  /// Sets the true negatives so that all four make up `total`; not below 0, to which sums of weights may
  /// round.
  mutating func setTrueNegatives(total: Double) {
    trueNegatives = max(0, total - truePositives - falsePositives - falseNegatives)
  }
}
