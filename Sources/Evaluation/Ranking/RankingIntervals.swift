/// The 95 % intervals of averages of areas over all labels.
struct RankingIntervals: Hashable, Sendable {
  private let results: [IntervalResult]

  /// No intervals, for this reason.
  init(undefined reason: String) {
    results = InfluenceLane.allCases.map { _ in .undefined(reason) }
  }

  /// The intervals that the influence of rows gives the averages, which are in the order of the lanes and nil where
  /// undefined.
  ///
  /// `quantiles` say how many standard errors an interval reaches to either side. `trials` is the least number of rows
  /// with, or without, some label: should an average be 1, every label's area is.
  init(averages: [Double?], variances: [Double], quantiles: [Double], rows: Int, trials: Int) {
    results =
      zip(averages, zip(variances, quantiles)).map { average, found in
        let (variance, quantile) = found
        guard let average else { return .undefined("it is undefined") }
        return AreaInterval.logit(
          average, variance: variance, method: .influence, count: rows, trials: trials, quantile: quantile)
      }
      + (variances.count..<InfluenceLane.allCases.count).map { _ in
        .undefined("it was not asked for")
      }
  }

  /// The interval of one of the averages.
  subscript(lane: InfluenceLane) -> IntervalResult { results[lane.rawValue] }
}
