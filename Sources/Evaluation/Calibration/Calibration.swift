/// How well probabilities agree with what happened.
public struct Calibration: Hashable, Sendable {
  /// The largest probability of each row against whether its label is the true one, in 15 bins of equal width; empty
  /// where rows may have several labels.
  public let topLabel: [CalibrationBin]
  /// The probability of each label against whether rows have it, in 15 bins of equal width, in the order of the labels.
  public let labels: [[CalibrationBin]]
  /// The Brier score of each label against the rest: the mean of (p − y)², from 0 to 1.
  public let brierScores: [MetricValue]

  let sums: CalibrationSums

  init(_ sums: CalibrationSums, schema: PredictionSchema, weightSum: Double) {
    self.sums = sums
    topLabel = schema.task == .multilabel ? [] : sums.topLabel.values(hasWeights: schema.hasWeights)
    labels = sums.labels.map { $0.values(hasWeights: schema.hasWeights) }
    brierScores = sums.squaredErrors.map { .ratio($0, weightSum, else: "no row counts") }
  }
}
