extension RankCurve {
  /// The threshold that a rule chooses, and how rows fall there; nil where no threshold meets the rule.
  ///
  /// ```swift
  /// curve.operatingPoint(.recall(atLeast: 0.95))?.threshold
  /// ```
  ///
  /// Candidates are infinity, at which no row counts as positive, and all distinct scores of rows that have the label, below
  /// which a row without it comes next: at other scores nothing is gained over a neighbour. Of equally good ones the highest
  /// threshold is taken. A threshold chosen on the rows it is judged by looks better than it will be on others.
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

  /// Whether a row with the label comes right before a place, and one without it right behind: elsewhere the place before,
  /// or the next one, is as good by any rule.
  @inline(__always)
  private func isCorner(_ place: Int) -> Bool {
    if place == 0 { return true }
    if truePositives[place - 1] == (place > 1 ? truePositives[place - 2] : 0) { return false }
    return place == thresholds.count || falsePositives[place] > falsePositives[place - 1]
  }

  /// The best of some places by each rule.
  private func best(by rules: [OperatingPointRule], among places: Range<Int>) -> [Choice?] {
    var best = [Choice?](repeating: nil, count: rules.count)
    for place in places {
      if !isCorner(place) { continue }
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
