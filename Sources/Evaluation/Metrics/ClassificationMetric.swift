/// A number that says how good predictions are: what it is called, what it needs, how it is computed.
///
/// ```swift
/// let errors = ClassificationMetric(
///   name: "error_count", title: "Errors", direction: .lowerIsBetter, range: 0...Double.infinity,
///   needs: .labels(), formula: "Σ w [y ≠ ŷ]", source: "the house",
///   compute: { .value($0.weightSum - $0.correctWeight) })
/// predictions.evaluate(EvaluationOptions(metrics: .standard.setting(errors)))["error_count"]
/// ```
///
/// A metric that reads the rows themselves says so: `needs: .labels(from: .rows)`. So can one replace another
/// of its name.
public struct ClassificationMetric: Sendable {
  /// The name by which it is asked for: scikit-learn's function name with the average as suffix.
  public var name: String
  /// What people call it.
  public var title: String
  /// Which way is better.
  public var direction: Direction
  /// The values it can have.
  public var range: ClosedRange<Double>
  /// What it needs of the predictions.
  public var needs: Needs
  /// Its formula in plain text.
  public var formula: String
  /// Where the formula comes from.
  public var source: String
  /// Computes it; called only for predictions that have what the metric needs, and with at least one row that
  /// counts.
  public var compute: @Sendable (ClassificationStatistics) -> MetricValue
  /// How its 95 % interval is found.
  public var chance: Chance

  /// A metric.
  public init(
    name: String, title: String, direction: Direction = .higherIsBetter, range: ClosedRange<Double> = 0...1,
    needs: Needs, formula: String, source: String, chance: Chance = .none("no interval is known for it"),
    compute: @escaping @Sendable (ClassificationStatistics) -> MetricValue
  ) {
    self.name = name
    self.title = title
    self.direction = direction
    self.range = range
    self.needs = needs
    self.formula = formula
    self.source = source
    self.compute = compute
    self.chance = chance
  }

  /// Which way a metric is better.
  public enum Direction: Hashable, Sendable {
    /// The higher the better.
    case higherIsBetter
    /// The lower the better.
    case lowerIsBetter
  }
}
