/// What a threshold is to be chosen by.
public enum OperatingPointRule: Hashable, Sendable {
  /// The largest F1.
  case maximumF1
  /// The largest Matthews correlation.
  case maximumMatthews
  /// The largest recall + specificity − 1 (Youden 1950).
  case maximumInformedness
  /// The least total of `falsePositive` for each false positive and `falseNegative` for each false negative.
  case minimumCost(falsePositive: Double, falseNegative: Double)
  /// A precision of at least this, with the highest recall that allows it.
  case precision(atLeast: Double)
  /// A recall of at least this, with the highest precision that allows it.
  case recall(atLeast: Double)
  /// A false positive rate of at most this, with the highest recall that allows it.
  case falsePositiveRate(atMost: Double)

  /// Those that a report shows.
  public static let standard: [OperatingPointRule] = [
    .maximumF1, .maximumMatthews, .maximumInformedness, .precision(atLeast: 0.9), .precision(atLeast: 0.95),
    .recall(atLeast: 0.9), .recall(atLeast: 0.95), .falsePositiveRate(atMost: 0.01),
    .falsePositiveRate(atMost: 0.05),
  ]

  /// The standard rules, with that of the least cost among them where costs are stated.
  public static func standard(costs: ErrorCosts?) -> [OperatingPointRule] {
    guard let costs else { return standard }
    return Array(standard.prefix(3)) + [costs.rule] + standard.dropFirst(3)
  }

  /// Its name in JSON.
  public var name: String {
    switch self {
    case .maximumF1: "max_f1"
    case .maximumMatthews: "max_matthews_corrcoef"
    case .maximumInformedness: "max_informedness"
    case .minimumCost: "min_cost"
    case .precision(let bound): "precision_at_least_\(bound)"
    case .recall(let bound): "recall_at_least_\(bound)"
    case .falsePositiveRate(let bound): "false_positive_rate_at_most_\(bound)"
    }
  }

  /// What is best by this rule: the more, the better; nil where the rule is not met.
  func merit(of counts: LabelCounts) -> (first: Double, second: Double)? {
    func rate(_ rate: LabelRate) -> Double? { rate.value(counts).number }
    switch self {
    case .maximumF1: return rate(.f1).map { ($0, 0) }
    case .maximumMatthews: return rate(.matthewsCorrcoef).map { ($0, 0) }
    case .maximumInformedness: return rate(.informedness).map { ($0, 0) }
    case .minimumCost(let falsePositive, let falseNegative):
      return (-ErrorCosts(falsePositive: falsePositive, falseNegative: falseNegative).total(of: counts), 0)
    case .precision(let bound):
      guard let precision = rate(.precision), precision >= bound, let recall = rate(.recall) else {
        return nil
      }
      return (recall, precision)
    case .recall(let bound):
      guard let recall = rate(.recall), recall >= bound, let precision = rate(.precision) else { return nil }
      return (precision, recall)
    case .falsePositiveRate(let bound):
      guard let other = rate(.falsePositiveRate), other <= bound, let recall = rate(.recall) else {
        return nil
      }
      return (recall, -other)
    }
  }
}
