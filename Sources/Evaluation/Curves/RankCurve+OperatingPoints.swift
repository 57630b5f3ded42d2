extension RankCurve {
  /// The threshold that a rule chooses, and how rows fall there; nil where no threshold meets the rule.
  ///
  /// ```swift
  /// curve.operatingPoint(.recall(atLeast: 0.95))?.threshold
  /// ```
  ///
  /// Candidates are all distinct scores, and infinity, at which no row counts as positive. Of equally good ones the
  /// highest threshold is taken. A threshold chosen on the rows it is judged by looks better than it will be on others.
  ///
  /// - Complexity: Linear in the number of scores.
  public func operatingPoint(_ rule: OperatingPointRule) -> ThresholdCounts? {
    var best: (place: Int, merit: (first: Double, second: Double))?
    for place in 0...thresholds.count {
      guard let merit = rule.merit(of: counts(ofFirst: place)) else { continue }
      if let found = best, merit <= found.merit { continue }
      best = (place, merit)
    }
    return best.map { found in
      ThresholdCounts(
        threshold: found.place == 0 ? .infinity : thresholds[found.place - 1],
        counts: counts(ofFirst: found.place))
    }
  }
}
