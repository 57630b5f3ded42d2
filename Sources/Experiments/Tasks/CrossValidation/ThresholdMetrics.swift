public import Evaluation

/// How good predictions of a binary problem are when every row of at least a probability counts as positive.
public struct ThresholdMetrics: Hashable, Sendable {
  /// A row is positive when its probability is at least this.
  public var threshold: Double
  /// How the rows fall.
  public var counts: LabelCounts
  /// The β of the F-measure.
  public var beta: Double

  /// The names of the values, in the order of skrobot's tables; the last is `f1` for a β of 1.
  public static func names(beta: Double) -> [String] {
    [
      "sensitivity", "specificity", "accuracy", "true_positive_rate", "false_positive_rate", "geometric_mean",
      "precision", "recall", "f" + text(beta),
    ]
  }

  /// The values, in the order of ``names(beta:)``.
  ///
  /// Sensitivity, true positive rate and recall are tp / (tp + fn); specificity tn / (tn + fp); false positive rate
  /// fp / (fp + tn); geometric mean √(sensitivity · specificity); precision tp / (tp + fp); the F-measure
  /// (1 + β²) p r / (β² p + r), as skrobot has it: undefined where precision or recall is, and where both are 0.
  public var values: [MetricValue] {
    let total = counts.total
    let sensitivity = Self.ratio(counts.truePositives, counts.support, "no row is positive")
    let falsePositiveRate = Self.ratio(counts.falsePositives, counts.negatives, "no row is negative")
    let specificity = falsePositiveRate.map { 1 - $0 }
    let precision = Self.ratio(counts.truePositives, counts.predicted, "no row is predicted to be positive")
    let accuracy = Self.ratio(counts.truePositives + counts.trueNegatives, total, "there are no rows")
    let geometricMean = sensitivity.with(specificity) { ($0 * $1).squareRoot() }
    return [
      sensitivity, specificity, accuracy, sensitivity, falsePositiveRate, geometricMean, precision,
      sensitivity, fMeasure(precision, sensitivity),
    ]
  }

  private func fMeasure(_ precision: MetricValue, _ recall: MetricValue) -> MetricValue {
    let square = beta * beta
    guard case .value(let p) = precision else { return precision }
    guard case .value(let r) = recall else { return recall }
    let whole = square * p + r
    return whole == 0
      ? .undefined("precision and recall are both 0") : .value((1 + square) * (p * r) / whole)
  }

  private static func ratio(_ part: Double, _ whole: Double, _ reason: String) -> MetricValue {
    whole == 0 ? .undefined(reason) : .value(part / whole)
  }

  /// A β as it stands in names: `1`, `0.5`.
  static func text(_ beta: Double) -> String {
    Int(exactly: beta).map(String.init) ?? "\(beta)"
  }
}

extension MetricValue {
  fileprivate func map(_ make: (Double) -> Double) -> MetricValue {
    if case .value(let number) = self { .value(make(number)) } else { self }
  }

  fileprivate func with(_ other: MetricValue, _ make: (Double, Double) -> Double) -> MetricValue {
    guard case .value(let one) = self else { return self }
    guard case .value(let two) = other else { return other }
    return .value(make(one, two))
  }
}
