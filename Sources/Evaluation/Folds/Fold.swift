public import Diagnostics

/// The rows that were predicted in one fold of a cross-validation.
public struct Fold: Hashable, Sendable {
  /// What the file calls the fold.
  public var name: ExactString
  /// The number of its rows.
  public var rows: Int
  /// The metrics of its rows alone, with their intervals.
  public var metrics: [MetricResult]

  /// The value of the metric with this name, or nil if it was not computed.
  public subscript(name: String) -> MetricValue? {
    metrics.first { $0.name == name }?.value
  }
}
