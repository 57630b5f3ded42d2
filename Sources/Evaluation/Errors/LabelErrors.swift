public import Diagnostics

/// The rows at which a classifier was most wrong about one label.
public struct LabelErrors: Hashable, Sendable {
  /// The label.
  public var label: ExactString
  /// Rows that were given the label without having it, the highest probability of the label first.
  public var falsePositives: [ErrorExample]
  /// Rows that have the label without being given it, the lowest probability of the label first.
  public var falseNegatives: [ErrorExample]
}
