public import RunModel

/// Where the values of a hyperparameter come from.
///
/// Bounds are checked by ``problem`` and by the reader of a specification; drawing from bounds that are not valid does
/// not happen.
public enum Distribution: Hashable, Sendable {
  /// Every number from `low` to below `high` is as likely as any other.
  case uniform(low: Double, high: Double)
  /// A number from `low` to below `high` whose logarithm is uniform.
  case logUniform(low: Double, high: Double)
  /// A uniform number from `low` to `high`, rounded to the nearest multiple of `step` that lies between them.
  ///
  /// The multiples at the ends have what rounds to them: half of the others' where the bounds are multiples.
  case quantisedUniform(low: Double, high: Double, step: Double)
  /// A number from `low` to `high` whose logarithm is uniform, rounded in the same way.
  case quantisedLogUniform(low: Double, high: Double, step: Double)
  /// A whole number from `low` to `high`, both included; uniform, or with a uniform logarithm.
  case integer(low: Int, high: Int, isLogarithmic: Bool)
  /// A number that is normal with this mean and standard deviation.
  case normal(mean: Double, deviation: Double)
  /// One of the values; `weights[i]` is the weight of `values[i]`, all are equal where absent.
  case choice(values: [Scalar], weights: [Double]?)
  /// Always this value.
  case constant(Scalar)
}

extension Distribution {
  /// What is wrong with its bounds, as the object of “found …” and “expected …”; nil if nothing is.
  public var problem: (found: String, expected: String)? {
    switch self {
    case .uniform(let low, let high):
      return Self.order(low, high)
    case .logUniform(let low, let high):
      return Self.positiveOrder(low, high)
    case .quantisedUniform(let low, let high, let step):
      return Self.order(low, high) ?? Self.steps(low, high, step)
    case .quantisedLogUniform(let low, let high, let step):
      return Self.positiveOrder(low, high) ?? Self.steps(low, high, step)
    case .integer(let low, let high, let isLogarithmic):
      if low > high { return ("low \(low) above high \(high)", "low ≤ high") }
      return isLogarithmic && low < 1 ? ("low \(low) of a logarithm", "low ≥ 1") : nil
    case .normal(let mean, let deviation):
      guard mean.isFinite, deviation.isFinite else {
        return ("a number that is not finite", "finite numbers")
      }
      return deviation < 0 ? ("std \(deviation)", "std ≥ 0") : nil
    case .choice(let values, let weights):
      if values.isEmpty { return ("no values", "at least one value") }
      return weights.flatMap { Self.weights($0, of: values.count) }
    case .constant:
      return nil
    }
  }

  /// The values in a grid, in their order; nil for what has no end or is drawn with weights.
  public var gridValues: [Scalar]? {
    switch self {
    case .choice(let values, weights: nil): return values
    case .constant(let value): return [value]
    case .integer(let low, let high, isLogarithmic: false):
      let (count, isTooMany) = high.subtractingReportingOverflow(low)
      return isTooMany || count >= SearchSpace.gridLimit ? nil : (low...high).map { .integer($0) }
    default: return nil
    }
  }

  /// The numbers k for which k · `step` lies from `low` to `high`; nil if there are none, or too many to count.
  static func multiples(_ low: Double, _ high: Double, _ step: Double) -> ClosedRange<Double>? {
    // A bound that is a multiple but for rounding is one.
    let slack = 1e-9
    let (first, last) = ((low / step - slack).rounded(.up), (high / step + slack).rounded(.down))
    return first <= last && max(first.magnitude, last.magnitude) <= 0x1p53 ? first...last : nil
  }

  private static func order(_ low: Double, _ high: Double) -> (found: String, expected: String)? {
    guard low.isFinite, high.isFinite else { return ("a bound that is not finite", "finite numbers") }
    return low < high ? nil : ("low \(low) not below high \(high)", "low < high")
  }

  private static func positiveOrder(_ low: Double, _ high: Double) -> (found: String, expected: String)? {
    if let problem = order(low, high) { return problem }
    return low > 0 ? nil : ("low \(low) of a logarithm", "low > 0")
  }

  private static func steps(
    _ low: Double, _ high: Double, _ step: Double
  ) -> (found: String, expected: String)? {
    guard step.isFinite, step > 0 else { return ("step \(step)", "step > 0") }
    return multiples(low, high, step) == nil
      ? ("step \(step)", "a step of which a multiple lies between low and high, and not too many") : nil
  }

  private static func weights(_ weights: [Double], of count: Int) -> (found: String, expected: String)? {
    if weights.count != count { return ("\(weights.count) weights", "\(count), one for each value") }
    if let odd = weights.first(where: { !($0 >= 0) || !$0.isFinite }) {
      return ("the weight \(odd)", "weights that are not negative")
    }
    let sum = weights.reduce(0, +)
    return sum > 0 && sum.isFinite ? nil : ("weights with the sum \(sum)", "a sum above 0")
  }
}
