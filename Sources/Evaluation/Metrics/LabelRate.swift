/// A rate of one label against the rest, from the 2×2 table of its counts.
///
/// ```swift
/// let counts = LabelCounts(truePositives: 30, falsePositives: 10, falseNegatives: 20, trueNegatives: 40)
/// LabelRate.specificity.value(counts)   // .value(40 / 50)
/// LabelRate.all.map(\.name)             // precision, recall, f1, …
/// ```
///
/// In formulas, tp is true and predicted, fp predicted only, fn true only, tn neither.
public struct LabelRate: Sendable {
  /// Its name in JSON.
  public let name: String
  /// What people call it.
  public let title: String
  /// Which way is better; nil where neither way is.
  public let direction: ClassificationMetric.Direction?
  /// The values it can have.
  public let range: ClosedRange<Double>
  /// Its formula in plain text.
  public let formula: String
  /// Where the formula comes from.
  public let source: String
  private let compute: @Sendable (LabelCounts) -> MetricValue

  init(
    _ name: String, _ title: String, direction: ClassificationMetric.Direction? = .higherIsBetter,
    range: ClosedRange<Double> = 0...1, formula: String, source: String,
    compute: @escaping @Sendable (LabelCounts) -> MetricValue
  ) {
    self.name = name
    self.title = title
    self.direction = direction
    self.range = range
    self.formula = formula
    self.source = source
    self.compute = compute
  }

  /// The rate of these counts, or why it is undefined.
  public func value(_ counts: LabelCounts) -> MetricValue { compute(counts) }

  /// Every rate, in the order in which they are reported.
  public static let all: [LabelRate] = [
    .precision, .recall, .f1, .f05, .f2, .specificity, .negativePredictiveValue, .falsePositiveRate,
    .falseNegativeRate, .falseDiscoveryRate, .falseOmissionRate, .prevalence, .informedness, .markedness,
    .geometricMean, .threatScore, .matthewsCorrcoef, .positiveLikelihoodRatio, .negativeLikelihoodRatio,
    .diagnosticOddsRatio,
  ]
}

extension LabelRate {
  static let neverPredicted = "the label was never predicted"
  static let neverTrue = "no row that counts has the label"
  static let alwaysPredicted = "the label was predicted for every row that counts"
  static let alwaysTrue = "every row that counts has the label"

  /// The rows that count and do not have the label.
  static func negatives(_ counts: LabelCounts) -> Double { counts.falsePositives + counts.trueNegatives }
  /// The rows that count and for which the label was not predicted.
  static func notPredicted(_ counts: LabelCounts) -> Double { counts.falseNegatives + counts.trueNegatives }
}
