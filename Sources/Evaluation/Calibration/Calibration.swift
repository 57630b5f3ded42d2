/// How well probabilities agree with what happened, in the bins behind calibration errors.
///
/// ``ClassificationEvaluation/calibrationCurve(of:bins:strategy:)`` has other bins.
public struct Calibration: Hashable, Sendable {
  /// The largest probability of each row against whether its label is the true one, in 15 bins of equal
  /// width; empty where rows may have several labels.
  public let topLabel: [CalibrationBin]
  /// The probability of each label against whether rows have it, in 15 bins of equal width, in the order of
  /// the labels.
  public let labels: [[CalibrationBin]]
  /// The Brier score of each label against the rest: the mean of (p − y)², from 0 to 1.
  public let brierScores: [MetricValue]

  init(_ sums: CalibrationSums, statistics: ClassificationStatistics) {
    let schema = statistics.schema
    let isPlain = !schema.hasWeights && !statistics.hasGroups
    topLabel =
      schema.task == .multilabel
      ? [] : CalibrationCurve(equalWidth: sums.topLabel.bins(), isPlain: isPlain).bins
    labels = schema.labels.indices.map {
      CalibrationCurve(equalWidth: sums.labels.bins(lane: $0), isPlain: isPlain).bins
    }
    brierScores = statistics.squaredErrorSums.map { .ratio($0, statistics.weightSum, else: "no row counts") }
  }
}
