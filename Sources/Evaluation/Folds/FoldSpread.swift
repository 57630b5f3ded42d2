public import Diagnostics

/// How one metric spreads over folds.
public struct FoldSpread: Hashable, Sendable {
  /// The name of the metric.
  public var name: String
  /// The spread over the folds in which the metric is defined, in their order; absent if there is none.
  public var spread: Spread?
  /// The folds that are left out, each with the reason.
  public var gaps: [Gap]

  /// A fold in which a metric is undefined.
  public struct Gap: Hashable, Sendable {
    /// What the file calls the fold.
    public var fold: ExactString
    /// Why the metric is undefined, as a clause without full stop.
    public var reason: String
  }
}
