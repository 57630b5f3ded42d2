/// The rows whose given labels are likely to be wrong.
public struct LikelyLabelErrors: Hashable, Sendable {
  /// Why no row can be named, as a clause without full stop; absent when rows were looked at.
  public var reason: String?
  /// The number of such rows.
  public var count: Int
  /// The rows, or as many of them as were asked for; the lowest margin first, equal ones by row.
  public var rows: [LikelyLabelError]
  /// How probable a label must be to count as confidently predicted, in the order of the labels.
  ///
  /// Undefined for a label that no row has. Empty where ``reason`` is given.
  public var thresholds: [MetricValue]

  /// No rows, for this reason.
  init(reason: String) {
    self.reason = reason
    count = 0
    rows = []
    thresholds = []
  }

  /// The rows that were found.
  init(count: Int, rows: [LikelyLabelError], thresholds: [MetricValue]) {
    self.count = count
    self.rows = rows
    self.thresholds = thresholds
  }
}
