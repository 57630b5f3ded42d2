extension RankCurve {
  /// The threshold that a rule chooses, and how rows fall there; nil where no threshold meets the rule.
  ///
  /// ```swift
  /// curve.operatingPoint(.recall(atLeast: 0.95))?.threshold
  /// ```
  ///
  /// Candidates are infinity, at which no row counts as positive, and all distinct scores of rows that have the label: at
  /// any other score nothing is gained over the next higher one. Of equally good ones the highest threshold is taken. A
  /// threshold chosen on the rows it is judged by looks better than it will be on others.
  ///
  /// - Complexity: Linear in the number of scores.
  public func operatingPoint(_ rule: OperatingPointRule) -> ThresholdCounts? { operatingPoints([rule])[0] }

  /// The thresholds that these rules choose, found on all cores.
  ///
  /// - Complexity: Linear in the number of scores and of rules.
  public func operatingPoints(_ rules: [OperatingPointRule]) -> [ThresholdCounts?] {
    let parts = thresholds.count < 4_096 ? 1 : 16
    let candidates = thresholds.count + 1
    let found = concurrentMap(count: parts) { part in
      best(by: rules, among: candidates * part / parts..<candidates * (part + 1) / parts)
    }
    return rules.indices.map { rule in
      var best: Choice?
      for part in found {
        guard let choice = part[rule] else { continue }
        if let found = best, choice.merit <= found.merit { continue }
        best = choice
      }
      return best.map { choice in
        ThresholdCounts(
          threshold: choice.place == 0 ? .infinity : thresholds[choice.place - 1],
          counts: counts(ofFirst: choice.place))
      }
    }
  }

  /// A number of scores above the threshold, and how good that is.
  private struct Choice: Sendable {
    var place: Int
    var merit: (first: Double, second: Double)
  }

  /// The best of some places by each rule.
  private func best(by rules: [OperatingPointRule], among places: Range<Int>) -> [Choice?] {
    var best = [Choice?](repeating: nil, count: rules.count)
    for place in places {
      if place > 0, truePositives[place - 1] == (place > 1 ? truePositives[place - 2] : 0) { continue }
      let counts = counts(ofFirst: place)
      for rule in rules.indices {
        guard let merit = rules[rule].merit(of: counts) else { continue }
        if let found = best[rule], merit <= found.merit { continue }
        best[rule] = Choice(place: place, merit: merit)
      }
    }
    return best
  }
}
