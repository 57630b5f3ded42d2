/// From values to places along one axis of a drawing.
struct LinearScale: Hashable, Sendable {
  /// The values.
  let domain: Domain
  /// Where the smallest value stands.
  let start: Double
  /// Where the largest value stands; smaller than `start` on axes that point up.
  let end: Double

  /// The place of `value`, also outside the domain; NaN stays NaN.
  func callAsFunction(_ value: Double) -> Double {
    start + (value - domain.low) / domain.span * (end - start)
  }

  /// The place of `value`, held within the axis.
  func held(_ value: Double) -> Double {
    self(min(max(value, domain.low), domain.high))
  }
}
