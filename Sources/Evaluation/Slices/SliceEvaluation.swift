/// How well a classifier does on parts of the rows, the worst first.
///
/// ```swift
/// let slices = predictions.slices(SliceOptions(expressions: [try SliceExpression("length(text) > 200")]))
/// slices.slices[0].name                      // "site = north"
/// slices.slices[0].accuracyDifference.value  // .value(-0.12)
/// slices.slices[0].adjustedPValue            // .value(0.003)
/// ```
public struct SliceEvaluation: Hashable, Sendable {
  /// The slices, the worst first.
  ///
  /// They are sorted by the difference of the primary metric to the rest, the worst first, whichever way the metric is
  /// better; equal ones, and those without a difference, which come after, in the order of the attributes and
  /// values, then of the expressions. Slices of fewer than ``EvaluatedSlice/smallestRows`` rows come last, in the same order.
  public let slices: [EvaluatedSlice]
  /// The metrics of each slice, in order.
  public let metricNames: [String]
  /// The name of the metric that slices are sorted by.
  public let primaryMetric: String
  /// The attributes and expressions that gave no slices, each with the reason, in the order in which they were given.
  public let problems: [SliceProblem]
}
