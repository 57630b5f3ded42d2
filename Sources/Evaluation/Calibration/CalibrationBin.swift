/// The rows whose probability lies in one stretch of the scale: how sure the classifier was, and how often it was right.
public struct CalibrationBin: Hashable, Sendable {
  /// Probabilities above this are in the bin; in the first bin, 0 too.
  public var lower: Double
  /// Probabilities up to this are in the bin.
  public var upper: Double
  /// The weight of the rows; their number without weights.
  public var count: Double
  /// The mean probability of the rows; undefined in an empty bin.
  public var meanProbability: MetricValue
  /// The share of the rows that have the label, or are right; undefined in an empty bin.
  public var observedShare: MetricValue
  /// The 95 % interval of ``observedShare``; absent in an empty bin and where rows have weights.
  public var interval: Interval?

  /// |observed share − mean probability|; 0 in an empty bin.
  public var gap: Double {
    guard let observed = observedShare.number, let mean = meanProbability.number else { return 0 }
    return abs(observed - mean)
  }
}
