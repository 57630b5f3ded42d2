import Foundation

/// 95 % intervals of areas under curves, which lie between 0 and 1.
enum AreaInterval {
  /// The interval of `area`, or why it has none.
  ///
  /// logit(A) ± `quantile` √variance / (A (1 − A)), carried back: the ends stay within 0 and 1 and are the farther from A on
  /// the side where there is more room.
  ///
  /// At an area of 0 or 1 every pair of rows came out alike, and the variance is 0 whatever lies behind. Among `trials`
  /// pairs that share no row, all came out alike too, which at an area of A has the probability A to the power of
  /// `trials`; so the interval reaches from 0.025^(1/trials) to 1, as the exact interval of a proportion does (Clopper
  /// and Pearson 1934, Biometrika 26), or from 0 to what that leaves of 1.
  ///
  /// ```swift
  /// AreaInterval.logit(0.9, variance: 0.0025, method: .delong, count: 60, trials: 20)  // 0.752 to 0.964
  /// AreaInterval.logit(1, variance: 0, method: .delong, count: 60, trials: 20)         // 0.832 to 1
  /// ```
  static func logit(
    _ area: Double, variance: Double, method: Interval.Method, count: Int, trials: Int,
    quantile: Double = NormalDistribution.quantile975
  ) -> IntervalResult {
    guard area > 0, area < 1 else {
      let reach = 1 - pow(0.025, 1 / Double(max(trials, 1)))
      return .interval(
        Interval(
          low: area < 1 ? 0 : 1 - reach, high: area < 1 ? reach : 1, method: .exactBound, count: count))
    }
    guard variance > 0 else {
      return .undefined("all rows have the same influence on it, which does not show how far chance reaches")
    }
    let centre = log(area / (1 - area))
    let half = quantile * variance.squareRoot() / (area * (1 - area))
    return .interval(
      Interval(
        low: 1 / (1 + exp(half - centre)), high: 1 / (1 + exp(-half - centre)), method: method, count: count))
  }
}
