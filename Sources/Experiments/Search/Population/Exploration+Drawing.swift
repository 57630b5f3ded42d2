import Jobs
import RunModel

extension Exploration {
  /// The value that a job has whose parent has `value`, and what was drawn for it; nil where the value is kept.
  ///
  /// The first number decides whether it is drawn anew, the next ones about the factor or the value. A product becomes a
  /// value as ``Distribution/nearest(to:isWhole:)`` has it; a value that is no number cannot be multiplied and is kept,
  /// as is one that shall be drawn anew and has no distribution.
  ///
  /// - Precondition: ``problem`` is nil.
  func change(
    _ value: Scalar, from distribution: Distribution?, by chance: inout TrialChance
  ) -> (value: Scalar, factor: JobFactor)? {
    if chance.unit() < resampling {
      return distribution.map { ($0.draw(by: &chance), .resampled) }
    }
    guard let factor, value.kind == .integer || value.kind == .real, let number = value.number,
      number.isFinite
    else { return nil }
    let drawn: Double
    switch factor {
    case .range(let low, let high):
      let number = low + chance.unit() * (high - low)
      drawn = low < high ? min(number, high.nextDown) : low
    case .oneOf(let factors):
      drawn = factors[chance.integer(from: 0, through: factors.count - 1)]
    }
    let product = min(max(number * drawn, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
    let isWhole = value.kind == .integer
    let result = distribution?.nearest(to: product, isWhole: isWhole) ?? Distribution.number(product, isWhole)
    return (result, .times(drawn))
  }
}

extension Distribution {
  /// The value of the distribution that is nearest to `number`.
  ///
  /// Where it has bounds, that lies within them; of `uniform` and `loguniform` the upper one is not a value, and the last
  /// number below it is. Integers and multiples of a step stay such. Of what has no bounds it is the number itself, rounded
  /// to a whole one where `isWhole` says so.
  ///
  /// - Precondition: ``problem`` is nil, and the number is finite.
  func nearest(to number: Double, isWhole: Bool) -> Scalar {
    switch self {
    case .uniform(let low, let high), .logUniform(let low, let high):
      return .real(min(max(number, low), high.nextDown))
    case .quantisedUniform(let low, let high, let step), .quantisedLogUniform(let low, let high, let step):
      return Self.multiple(of: step, near: number, low, high)
    case .integer(let low, let high, _):
      let whole = Int(exactly: number.rounded()) ?? (number < 0 ? low : high)
      return .integer(min(max(whole, low), high))
    case .normal: return .real(number)
    case .choice, .constant: return Self.number(number, isWhole)
    }
  }

  /// A number, rounded to a whole one where that is wanted and can be.
  static func number(_ number: Double, _ isWhole: Bool) -> Scalar {
    guard isWhole, let whole = Int(exactly: number.rounded()) else { return .real(number) }
    return .integer(whole)
  }
}
