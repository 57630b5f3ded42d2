/// The difference of one number between two classifiers that were asked about the same rows, and how far chance reaches.
struct RankingDifference: Hashable, Sendable {
  /// The candidate's number less the baseline's.
  let value: MetricValue
  /// The standard error of ``value``, where it is defined.
  let standardError: Double?
  /// ``value`` ± 1.96 standard errors, cut at -1 and 1.
  let interval: IntervalResult
  /// ``value`` in standard errors.
  let z: MetricValue
  /// The probability of a difference at least as far from 0, were there none: two-sided, by the normal distribution.
  let pValue: MetricValue

  /// A difference with this variance, which rests on so many rows.
  init(_ value: Double, variance: Double, method: Interval.Method, count: Int) {
    let error = max(0, variance).squareRoot()
    self.value = .value(value)
    standardError = error
    guard error > 0 else {
      let reason = "every row has the same influence on it, which does not show how far chance reaches"
      interval = .undefined(reason)
      z = value == 0 ? .value(0) : .undefined(reason)
      pValue = value == 0 ? .value(1) : .undefined(reason)
      return
    }
    let reach = NormalDistribution.quantile975 * error
    interval = .interval(
      Interval(low: max(-1, value - reach), high: min(1, value + reach), method: method, count: count))
    z = .value(value / error)
    pValue = .value(NormalDistribution.twoSidedP(value / error))
  }

  /// A difference that is undefined, or of which nobody knows how far chance reaches.
  init(_ value: MetricValue, reason: String) {
    self.value = value
    standardError = nil
    interval = .undefined(reason)
    z = .undefined(reason)
    pValue = .undefined(reason)
  }
}
