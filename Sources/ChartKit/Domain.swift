/// The smallest and the largest value of an axis; always finite, and `low < high`.
package struct Domain: Hashable, Sendable {
  /// The smallest value.
  package let low: Double
  /// The largest value.
  package let high: Double

  /// From 0 to 1, for what is a share or a probability.
  package static let unit = Domain(low: 0, high: 1)

  /// From `low` to `high`, in either order; a single value is widened by 5 % on both sides.
  ///
  /// Values are held to ±10³⁰⁰, so that differences stay finite; NaN counts as 0.
  package init(low: Double, high: Double) {
    func held(_ value: Double) -> Double { value.isNaN ? 0 : min(max(value, -1e300), 1e300) }
    let (first, last) = (min(held(low), held(high)), max(held(low), held(high)))
    // Not far enough apart to be told apart: also what differs in its last digits only.
    if last - first > 1e-12 * max(first.magnitude, last.magnitude) {
      (self.low, self.high) = (first, last)
    } else {
      // A twentieth of the smallest numbers is nothing.
      let margin = first == 0 ? 1 : max(0.05 * first.magnitude, 1e-290)
      (self.low, self.high) = (first - margin, last + margin)
    }
  }

  /// The domain of the finite values; 0 to 1 if there are none.
  package init(of values: some Sequence<Double>) {
    var extent: (low: Double, high: Double)?
    for value in values where value.isFinite {
      extent = (min(extent?.low ?? value, value), max(extent?.high ?? value, value))
    }
    self = extent.map { Domain(low: $0.low, high: $0.high) } ?? .unit
  }

  /// How far apart the ends are.
  var span: Double { high - low }

  /// Whether the value lies in the domain, ends included.
  func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// Widened to whole steps of about `count` ticks, at most 10 times since a wider domain may have wider steps.
  func rounded(count: Int) -> Domain {
    var domain = self
    for _ in 0..<10 {
      let step = TickStep(domain, count: count)
      let wider = Domain(
        low: step.value(at: step.index(below: domain.low)),
        high: step.value(at: step.index(above: domain.high)))
      if wider == domain { break }
      domain = wider
    }
    return domain
  }

  /// Reaching over both ends by this part of its length.
  func widened(by part: Double) -> Domain {
    part == 0 ? self : Domain(low: low - part * span, high: high + part * span)
  }

  /// The part of the domain that lies within `limits`; `limits` itself if none does.
  func clamped(to limits: Domain) -> Domain {
    let (low, high) = (max(low, limits.low), min(high, limits.high))
    return low < high ? Domain(low: low, high: high) : limits
  }
}
