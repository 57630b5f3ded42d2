extension Interval {
  /// The 95 % interval of the difference of two independent proportions, `part / parts − other / others`; nil if one of
  /// them has no trials.
  ///
  /// Both have a score interval l to u; the difference d reaches from d − √((p₁ − l₁)² + (u₂ − p₂)²) to
  /// d + √((u₁ − p₁)² + (p₂ − l₂)²) (Newcombe 1998, Statistics in Medicine 17, method 10). It lies within -1 and 1. Its
  /// count is that of all trials.
  ///
  /// ```swift
  /// Interval.newcombe(successes: 56, trials: 70, others: 48, otherTrials: 80)  // 0.0524 to 0.3339
  /// ```
  public static func newcombe(
    successes: Double, trials: Double, others: Double, otherTrials: Double
  ) -> Interval? {
    guard let one = wilson(successes: successes, trials: trials),
      let other = wilson(successes: others, trials: otherTrials)
    else { return nil }
    return difference(
      of: successes / trials, one, minus: others / otherTrials, other, method: .newcombe, range: -1...1)
  }

  /// The 95 % interval of the difference of two independent numbers, each of which has an interval.
  ///
  /// The same combination as ``newcombe(successes:trials:others:otherTrials:)``, which recovers from each interval the
  /// variance near its ends (Zou and Donner 2008, Statistics in Medicine 27).
  static func difference(
    of value: Double, _ interval: Interval, minus other: Double, _ otherInterval: Interval,
    method: Method = .varianceRecovery, range: ClosedRange<Double> = -.infinity ... .infinity
  ) -> Interval {
    let difference = value - other
    let below = norm(value - interval.low, otherInterval.high - other)
    let above = norm(interval.high - value, other - otherInterval.low)
    return Interval(
      low: max(range.lowerBound, difference - below), high: min(range.upperBound, difference + above),
      method: method, count: interval.count + otherInterval.count)
  }

  private static func norm(_ one: Double, _ other: Double) -> Double {
    (one * one + other * other).squareRoot()
  }
}
