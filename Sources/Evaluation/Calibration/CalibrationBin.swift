/// The rows whose probability lies in one stretch of the scale: how sure the classifier was, and how often it
/// was right.
public struct CalibrationBin: Hashable, Sendable {
  /// Probabilities above this are in the bin; in the first bin, 0 too.
  public var lower: Double
  /// Probabilities up to this are in the bin.
  public var upper: Double
  /// The weight of the rows; their number without weights.
  public var count: Double
  /// The mean probability of the rows, by weight; undefined in an empty bin.
  public var meanProbability: MetricValue
  /// The share of the rows that have the label, or are right, by weight; undefined in an empty bin.
  public var observedShare: MetricValue
  /// The score interval of ``observedShare``; absent in an empty bin, and where rows have weights or belong
  /// to groups.
  public var interval: Interval?

  /// How far the observed share is from the mean probability, from 0 to 1; 0 in an empty bin.
  public var gap: Double {
    guard let observed = observedShare.number, let mean = meanProbability.number else { return 0 }
    return abs(observed - mean)
  }
}

extension CalibrationBin {
  /// The bin of these sums; `isPlain` if rows count alike and are independent.
  init(_ sums: BinnedSums.Bin, from lower: Double, to upper: Double, isPlain: Bool) {
    self.lower = lower
    self.upper = upper
    count = sums.weight
    meanProbability = .ratio(sums.probability, sums.weight, else: "no row that counts lies in the bin")
    observedShare = .ratio(sums.hits, sums.weight, else: "no row that counts lies in the bin")
    interval = isPlain ? .wilson(successes: sums.hits, trials: sums.weight) : nil
  }
}
