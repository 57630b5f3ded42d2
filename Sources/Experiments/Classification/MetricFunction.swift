public import Evaluation

/// A number of your own that results report instead of the usual four.
///
/// ```swift
/// MetricFunction("Errors") { predictions in Double((0..<predictions.count).count { !predictions.row($0).isRight }) }
/// ```
public struct MetricFunction: Sendable {
  /// What it is called.
  public let name: String
  /// Computes it from the predictions of the test part; NaN where it is undefined.
  public let compute: @Sendable (Predictions) -> Double

  /// A number called `name`.
  public init(_ name: String, _ compute: @escaping @Sendable (Predictions) -> Double) {
    self.name = name
    self.compute = compute
  }
}
