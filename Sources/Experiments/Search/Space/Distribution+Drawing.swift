import Foundation
import RunModel

extension Distribution {
  /// A value by these random numbers.
  ///
  /// Logarithms, exponentials and cosines are the system's: on two kinds of machine the last digits of a value may
  /// differ, and nothing else.
  ///
  /// - Precondition: ``problem`` is nil.
  func draw(by chance: inout TrialChance) -> Scalar {
    switch self {
    case .uniform(let low, let high):
      return .real(min(Self.between(low, high, chance.unit()), high.nextDown))
    case .logUniform(let low, let high):
      return .real(min(Self.logBetween(low, high, chance.unit()), high.nextDown))
    case .quantisedUniform(let low, let high, let step):
      return Self.multiple(of: step, near: Self.between(low, high, chance.unit()), low, high)
    case .quantisedLogUniform(let low, let high, let step):
      return Self.multiple(of: step, near: Self.logBetween(low, high, chance.unit()), low, high)
    case .integer(let low, let high, isLogarithmic: false):
      return .integer(chance.integer(from: low, through: high))
    case .integer(let low, let high, isLogarithmic: true):
      let number = Self.logBetween(Double(low) - 0.5, Double(high) + 0.5, chance.unit()).rounded()
      return .integer(min(max(Int(exactly: number) ?? high, low), high))
    case .normal(let mean, let deviation):
      let (first, second) = (chance.unit(), chance.unit())
      // Box and Muller 1958; 1 − u is not 0.
      let standard = (-2 * log(1 - first)).squareRoot() * cos(2 * Double.pi * second)
      let value = mean + deviation * standard
      return .real(min(max(value, -.greatestFiniteMagnitude), .greatestFiniteMagnitude))
    case .choice(let values, nil):
      return values[chance.integer(from: 0, through: values.count - 1)]
    case .choice(let values, let weights?):
      return values[Self.position(at: chance.unit(), in: weights)]
    case .constant(let value):
      return value
    }
  }

  /// The number at `unit` (0 to below 1) of the way from `low` to `high`.
  private static func between(_ low: Double, _ high: Double, _ unit: Double) -> Double {
    let width = high - low
    let number = width.isFinite ? low + unit * width : low * (1 - unit) + high * unit
    return min(max(number, low), high)
  }

  /// The number at `unit` of the way from `low` to `high` by its logarithm.
  private static func logBetween(_ low: Double, _ high: Double, _ unit: Double) -> Double {
    min(max(exp(log(low) + unit * (log(high) - log(low))), low), high)
  }

  /// The multiple of `step` that is nearest to `number` and lies between the bounds.
  static func multiple(of step: Double, near number: Double, _ low: Double, _ high: Double) -> Scalar {
    guard let range = multiples(low, high, step) else { return .real(number) }
    let count = min(max((number / step).rounded(), range.lowerBound), range.upperBound)
    // 3 · 0.1 is 0.30000000000000004, 3 / 10 is 0.3.
    let inverse = (1 / step).rounded()
    let value =
      inverse >= 1 && (1 / step - inverse).magnitude < 1e-9 * inverse ? count / inverse : count * step
    if step == step.rounded(), value.magnitude <= 0x1p53, let whole = Int(exactly: value) {
      return .integer(whole)
    }
    return .real(value)
  }

  /// The first position up to which more than `unit` of all weight lies; never one without weight.
  private static func position(at unit: Double, in weights: [Double]) -> Int {
    let target = unit * weights.reduce(0, +)
    var sum = 0.0
    for (position, weight) in weights.enumerated() {
      sum += weight
      if target < sum { return position }
    }
    return weights.lastIndex { $0 > 0 } ?? 0
  }
}
