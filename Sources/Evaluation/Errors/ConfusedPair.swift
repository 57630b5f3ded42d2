public import Diagnostics

/// Two labels of which one was predicted where the other is true.
public struct ConfusedPair: Hashable, Sendable {
  /// The true label.
  public var truth: ExactString
  /// The label that was predicted instead.
  public var predicted: ExactString
  /// The weight of such rows.
  public var count: Double
  /// Its share of all rows with the true label, from 0 (exclusive) to 1.
  public var shareOfTruth: Double
}
