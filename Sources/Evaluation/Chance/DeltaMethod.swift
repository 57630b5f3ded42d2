import Foundation

/// Intervals from the first-order variance of a value.
enum DeltaMethod {
  /// The interval of a value with this variance, on the logit scale of its range, or why there is none.
  ///
  /// With x the place of the value between the ends of its range, 0 to 1: logit(x) ± 1.96 √variance / (x (1 − x)) in
  /// units of the range, carried back. So the interval never leaves the range, and leans to its middle where the value is near an end.
  /// (Takahashi, Yamamoto, Kuchiba and Koyama 2022, Applied Intelligence 52, give the variances of averaged F1; theirs
  /// are those that partial derivatives give here for any function of counts.)
  static func result(
    _ value: Double, variance: Double, range: ClosedRange<Double>, method: Interval.Method = .delta,
    count: Int
  ) -> IntervalResult {
    guard variance > 0 else {
      return .undefined("all rows have the same influence, which does not show how far chance reaches")
    }
    let reach = NormalDistribution.quantile975 * variance.squareRoot()
    guard range.upperBound.isFinite, range.lowerBound.isFinite else {
      return .interval(
        Interval(
          low: max(range.lowerBound, value - reach), high: min(range.upperBound, value + reach),
          method: method,
          count: count))
    }
    let width = range.upperBound - range.lowerBound
    let place = (value - range.lowerBound) / width
    guard place > 0, place < 1 else {
      return .undefined("the value is at the end of its range, where the delta method does not hold")
    }
    let logit = log(place / (1 - place))
    let half = reach / (width * place * (1 - place))
    return .interval(
      Interval(
        low: min(value, range.lowerBound + width / (1 + exp(half - logit))),
        high: max(value, range.lowerBound + width / (1 + exp(-half - logit))), method: method, count: count))
  }
}
