/// A number that says how one label does against the rest, from the 2×2 table of its counts.
///
/// ```swift
/// let counts = LabelCounts(truePositives: 30, falsePositives: 10, falseNegatives: 20, trueNegatives: 40)
/// LabelRate.specificity.value(counts)        // .value(40 / 50)
/// evaluation.perLabel[2].rate(.specificity)  // of a label
/// LabelRate.all.map(\.name)                  // ["precision", "recall", "f1", …]
/// ```
///
/// In formulas tp counts the rows of which the label is true and predicted, fp those of which it is predicted
/// only, fn true only, tn neither.
public struct LabelRate: Sendable {
  /// Its name in JSON.
  public let name: String
  /// What people call it.
  public let title: String
  /// Which way is better; nil where neither is.
  public let direction: ClassificationMetric.Direction?
  /// The values it can have; finite all of them, as what would be infinite is undefined.
  public let range: ClosedRange<Double>
  /// Its formula in the letters of the 2×2 table.
  public let formula: String
  /// Where the formula comes from.
  public let source: String
  /// Computes it for a label that reasons call by this name.
  private let compute: @Sendable (_ counts: LabelCounts, _ label: String) -> MetricValue

  init(
    _ name: String, _ title: String, direction: ClassificationMetric.Direction? = .higherIsBetter,
    range: ClosedRange<Double> = 0...1, formula: String, source: String,
    compute: @escaping @Sendable (_ counts: LabelCounts, _ label: String) -> MetricValue
  ) {
    self.name = name
    self.title = title
    self.direction = direction
    self.range = range
    self.formula = formula
    self.source = source
    self.compute = compute
  }

  /// The rate of these counts, or why it is undefined; `label` is what the reason calls the label.
  public func value(_ counts: LabelCounts, of label: String = "the label") -> MetricValue {
    let value = compute(counts, label)
    guard let number = value.number, !number.isFinite else { return value }
    return .undefined("the weights of the rows are too large or too small to compute it")
  }

  /// Every rate, in the order in which they are reported.
  public static let all: [LabelRate] = [
    .precision, .recall, .f1, .f05, .f2, .specificity, .negativePredictiveValue, .falsePositiveRate,
    .falseNegativeRate, .falseDiscoveryRate, .falseOmissionRate, .prevalence, .balancedAccuracy,
    .informedness,
    .markedness, .matthewsCorrcoef, .geometricMean, .threatScore, .positiveLikelihoodRatio,
    .negativeLikelihoodRatio, .diagnosticOddsRatio,
  ]
}

extension LabelRate: Hashable {
  /// Whether both have the same name.
  public static func == (left: LabelRate, right: LabelRate) -> Bool { left.name == right.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
