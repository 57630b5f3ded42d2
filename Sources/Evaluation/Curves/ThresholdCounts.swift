/// How rows fall when a score of at least a threshold counts as the label.
public struct ThresholdCounts: Hashable, Sendable {
  /// Rows with at least this score count as having the label; infinite where none does.
  public var threshold: Double
  /// True and false positives and negatives.
  public var counts: LabelCounts

  /// A rate of these counts, or why it is undefined.
  public func value(_ rate: LabelRate) -> MetricValue { rate.value(counts) }

  /// The share of rows that fall right; undefined without rows.
  public var accuracy: MetricValue {
    let right = counts.truePositives + counts.trueNegatives
    return .ratio(
      right, right + counts.falsePositives + counts.falseNegatives, else: "there are no rows that count")
  }
}
