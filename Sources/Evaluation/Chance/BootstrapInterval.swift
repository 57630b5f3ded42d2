/// An interval from the values of resamples.
struct BootstrapInterval {
  /// The values of resamples, NaN where undefined.
  var resamples: [Double]
  /// The value of the sample itself.
  var estimate: Double
  /// The skewness of the influences of rows, divided by six: how fast the standard error changes with the value.
  var acceleration = 0.0
  /// How many standard errors the interval reaches to each side before it is corrected.
  var reach = NormalDistribution.quantile975

  /// More than this share of undefined resamples leave no interval.
  static let largestUndefinedShare = 0.05

  /// The bias-corrected and accelerated percentiles (Efron 1987, JASA 82, equation 2.3), or why there are none.
  ///
  /// With z₀ = Φ⁻¹(share of resamples below the estimate, ties counting half) and acceleration a, the ends are the
  /// percentiles Φ(z₀ + (z₀ ± reach) / (1 − a (z₀ ± reach))). Without bias and acceleration these are the plain
  /// 2.5th and 97.5th percentile. The interval is stretched to hold the estimate where it does not. Undefined
  /// resamples are left out, up to 5 % of them.
  func result(method: Interval.Method, count: Int) -> IntervalResult {
    let sorted = resamples.filter { !$0.isNaN }.sorted()
    let undefined = resamples.count - sorted.count
    guard Double(undefined) <= Self.largestUndefinedShare * Double(resamples.count) else {
      return .undefined("\(undefined) of \(resamples.count) resamples leave it undefined")
    }
    guard let least = sorted.first, let most = sorted.last, least < most else {
      return .undefined("all resamples have the same value, which does not show how far chance reaches")
    }
    let number = Double(sorted.count)
    let ties = sorted.count { $0 == estimate }
    let below = Double(sorted.count { $0 < estimate }) + Double(ties) / 2
    // As far from 0 and 1 as the number of resamples can tell.
    let share = min(max(below / number, 1 / (number + 1)), number / (number + 1))
    let bias = NormalDistribution.quantile(share)
    return .interval(
      Interval(
        low: min(estimate, Percentiles.value(percentile(bias, -reach), ofSorted: sorted)),
        high: max(estimate, Percentiles.value(percentile(bias, reach), ofSorted: sorted)),
        method: method, count: count))
  }

  private func percentile(_ bias: Double, _ distance: Double) -> Double {
    let shifted = bias + distance
    let stretch = 1 - acceleration * shifted
    guard stretch > 0 else { return distance < 0 ? 0 : 1 }
    return NormalDistribution.cumulative(bias + shifted / stretch)
  }
}
