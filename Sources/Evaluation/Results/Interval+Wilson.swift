extension Interval {
  /// The 95 % score interval of the proportion `successes / trials`; nil without trials.
  ///
  /// (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n) (Wilson 1927, JASA 22). Its ends lie within 0 and 1, also where
  /// the proportion is 0 or 1.
  ///
  /// ```swift
  /// Interval.wilson(successes: 8, trials: 10)  // 0.490 to 0.943
  /// ```
  public static func wilson(successes: Double, trials: Double) -> Interval? {
    guard trials > 0 else { return nil }
    let share = successes / trials
    let square = NormalDistribution.quantile975 * NormalDistribution.quantile975 / trials
    let centre = (share + square / 2) / (1 + square)
    let spread = share * (1 - share) / trials + square / (4 * trials)
    let half = NormalDistribution.quantile975 / (1 + square) * max(0, spread).squareRoot()
    return Interval(
      low: share == 0 ? 0 : max(0, centre - half), high: share == 1 ? 1 : min(1, centre + half),
      method: .wilson, count: Int(trials))
  }
}
