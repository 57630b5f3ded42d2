/// The sums that metrics are computed from.
public struct ClassificationStatistics: Sendable {
  /// What the rows have in common.
  public let schema: PredictionSchema
  /// The number of rows.
  public let rowCount: Int
  /// The sum of the weights of the rows; their number without weights.
  public let weightSum: Double
  /// The weight of the rows for which exactly the true labels were predicted.
  public let correctWeight: Double
  /// True and false positives and negatives of each label.
  public let labelCounts: [LabelCounts]
  /// How often each label was predicted as each; absent when rows may have several labels.
  public let confusion: ConfusionMatrix?
}
