/// The test of Kruskal and Wallis (1952, JASA 47): whether scores differ between groups, by their ranks.
enum KruskalWallis {
  /// H with the correction for ties; nil where all scores are equal.
  ///
  /// H = [12 / (n(n + 1)) · Σ Rⱼ² / nⱼ − 3(n + 1)] / [1 − Σ (t³ − t) / (n³ − n)], with Rⱼ the sum of the ranks of group
  /// j, nⱼ its size and t the sizes of the ties.
  ///
  /// ```swift
  /// KruskalWallis.statistic(doubledRanks: [2, 4, 6, 8], groups: [0, 0, 1, 1], groupCount: 2)  // 2.4
  /// ```
  ///
  /// - Parameters:
  ///   - ranks: Twice the rank of each score; see ``MiddleRanks``.
  ///   - groups: The group of each score, from 0.
  ///   - groupCount: How many groups there are; each has a score at least.
  /// - Returns: H, from 0 up to n − 1.
  static func statistic(doubledRanks ranks: [Int], groups: [Int], groupCount: Int) -> Double? {
    let count = Double(ranks.count)
    var sums = [Double](repeating: 0, count: groupCount)
    var sizes = [Double](repeating: 0, count: groupCount)
    for (rank, group) in zip(ranks, groups) {
      sums[group] += Double(rank) / 2
      sizes[group] += 1
    }
    // Σ (R − mean)² is what Σ (t³ − t) corrects for.
    let mean = (count + 1) / 2
    let spread = ranks.reduce(0) { $0 + (Double($1) / 2 - mean) * (Double($1) / 2 - mean) }
    guard spread > 0 else { return nil }
    let between = zip(sums, sizes).reduce(0) { sum, group in
      let distance = group.0 / group.1 - mean
      return sum + group.1 * distance * distance
    }
    return (count - 1) * between / spread
  }
}
