extension RankCurve {
  /// The thresholds 0.01, 0.02 … 0.99, each the double nearest to i / 100.
  public static let hundredths = (1...99).map { Double($0) / 100 }

  /// How rows fall at each of `thresholds`, which ascend; a row counts as positive when its score is at least the
  /// threshold.
  ///
  /// ```swift
  /// evaluation.rankCurve(of: 1)?.sweep()[49].value(.precision)   // at 0.5
  /// ```
  ///
  /// Where a rate is undefined at a threshold, that rate is, and nothing else.
  ///
  /// - Complexity: Linear in the number of scores and of thresholds.
  public func sweep(_ thresholds: [Double] = hundredths) -> [ThresholdCounts] {
    var place = self.thresholds.count
    return thresholds.map { threshold in
      // Scores descend, so that a higher threshold keeps fewer of the first.
      while place > 0, self.thresholds[place - 1] < threshold { place -= 1 }
      return ThresholdCounts(threshold: threshold, counts: counts(ofFirst: place))
    }
  }

  /// How rows fall when those of the first `count` distinct scores count as positive.
  func counts(ofFirst count: Int) -> LabelCounts {
    let hits = count == 0 ? 0 : truePositives[count - 1]
    let misses = count == 0 ? 0 : falsePositives[count - 1]
    return LabelCounts(
      truePositives: hits, falsePositives: misses, falseNegatives: positives - hits,
      trueNegatives: negatives - misses)
  }
}
