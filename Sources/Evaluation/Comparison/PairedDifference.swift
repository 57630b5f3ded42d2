/// The difference of one metric between two sets of predictions about the same rows: candidate − baseline.
public struct PairedDifference: Hashable, Sendable {
  /// The name of the metric.
  public var name: String
  /// Which way the metric is better.
  public var direction: ClassificationMetric.Direction
  /// The metric of the baseline.
  public var baseline: MetricValue
  /// The metric of the candidate.
  public var candidate: MetricValue
  /// Candidate − baseline; undefined where either is.
  public var value: MetricValue
  /// The 95 % interval of the difference.
  public var interval: IntervalResult
  /// The two-sided p of no difference, from 0 to 1; absent where there is no interval.
  public var pValue: Double?
  /// ``pValue`` corrected by Holm for all the tests it was made among; see ``PairedComparison/differences``.
  public var adjustedPValue: Double?

  /// What the interval says: better or worse where it lies on one side of 0.
  public var verdict: Verdict? {
    guard let interval = interval.interval else { return nil }
    return Verdict(low: interval.low, high: interval.high, direction: direction)
  }
}
