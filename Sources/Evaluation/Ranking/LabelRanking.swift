/// How well scores put the rows of one label before the rest.
public struct LabelRanking: Hashable, Sendable {
  /// The area under the ROC curve; undefined unless there are rows with and without the label.
  public var rocAUC: MetricValue
  /// The average precision; undefined unless there are rows with the label.
  public var averagePrecision: MetricValue
  /// The variance of ``rocAUC`` by DeLong, DeLong and Clarke-Pearson (1988, Biometrics 44); absent where rows have
  /// weights, and below two rows with or without the label.
  public var rocAUCVariance: Double?
  /// The variance of ``averagePrecision`` by the influence of each row; absent where ``rocAUCVariance`` is.
  public var averagePrecisionVariance: Double?
  /// The 95 % interval of ``rocAUC``, on the logit scale.
  public var rocAUCInterval: IntervalResult
  /// The 95 % interval of ``averagePrecision``, on the logit scale.
  public var averagePrecisionInterval: IntervalResult
  /// How the scores tell the rows of the label from those of each other label; absent where a row may have several
  /// labels, some label has no rows that count, or there are two labels only.
  public var pairAreas: PairAreas?
  /// What the label's curves are drawn from, if that is kept: an outline at least.
  var curve: RankCurve?
  /// The number of rows in each bin of a ``ScoreHistogram`` of ``ScoreHistogram/standardCount`` bins; empty where they were
  /// not counted.
  var binCounts: [Int] = []

  /// A ranking of which no more than the areas are known.
  init(rocAUC: MetricValue, averagePrecision: MetricValue) {
    self.rocAUC = rocAUC
    self.averagePrecision = averagePrecision
    rocAUCInterval = .undefined(rocAUC.reason ?? "no interval is known for it")
    averagePrecisionInterval = .undefined(averagePrecision.reason ?? "no interval is known for it")
  }

  /// What a walk through rows that count alike has found of a label, with its curve and the rows in the bins of its
  /// histogram, if they were taken down.
  init(_ sums: RankSums, label: String, curve: CurveWriter, binCounts: [Int]) {
    self.init(sums, label: label)
    if !curve.isEmpty { self.curve = curve.curve }
    self.binCounts = binCounts
  }

  /// What a walk through rows that count alike has found of a label.
  ///
  /// `label` is what to call it in a reason: what follows “no row is”.
  init(_ sums: RankSums, label: String) {
    let none = "no row that counts is \(label)"
    self.init(
      rocAUC: sums.area.map { .value($0) }
        ?? .undefined(sums.positives > 0 ? "every row that counts is \(label)" : none),
      averagePrecision: sums.averagePrecision.map { .value($0) } ?? .undefined(none))
    rocAUCVariance = sums.areaVariance
    averagePrecisionVariance = sums.averagePrecisionVariance
    guard let area = sums.area, let precision = sums.averagePrecision else {
      if let area = rocAUC.reason { averagePrecisionInterval = .undefined(area) }
      return
    }
    guard let areaVariance = rocAUCVariance, let precisionVariance = averagePrecisionVariance else {
      let few = "fewer than two rows that count are \(sums.positives < 2 ? "" : "not ")\(label)"
      rocAUCInterval = .undefined(few)
      averagePrecisionInterval = .undefined(few)
      return
    }
    rocAUCInterval = AreaInterval.logit(
      area, variance: areaVariance, method: .delong, count: sums.positives + sums.negatives,
      trials: min(sums.positives, sums.negatives))
    averagePrecisionInterval = AreaInterval.logit(
      precision, variance: precisionVariance, method: .averagePrecision, count: sums.positives,
      trials: sums.positives,
      quantile: StudentDistribution.quantile975(degreesOfFreedom: Double(sums.positives - 1)))
  }
}
