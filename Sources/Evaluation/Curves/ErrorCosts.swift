/// What each kind of error costs, in a unit of the user's own: what a threshold can be chosen by.
///
/// ```swift
/// let costs = ErrorCosts(falsePositive: 1, falseNegative: 5)
/// costs.total(of: LabelCounts(falsePositives: 10, falseNegatives: 2))  // 20
/// ```
public struct ErrorCosts: Hashable, Sendable {
  /// The cost of a row that is taken for positive and is not; not negative.
  public var falsePositive: Double
  /// The cost of a positive row that is missed; not negative.
  public var falseNegative: Double

  /// Costs, of 1 each unless given.
  public init(falsePositive: Double = 1, falseNegative: Double = 1) {
    self.falsePositive = falsePositive
    self.falseNegative = falseNegative
  }

  /// What all errors of `counts` cost together.
  public func total(of counts: LabelCounts) -> Double {
    falsePositive * counts.falsePositives + falseNegative * counts.falseNegatives
  }

  /// The rule that makes this total least.
  public var rule: OperatingPointRule {
    .minimumCost(falsePositive: falsePositive, falseNegative: falseNegative)
  }
}
