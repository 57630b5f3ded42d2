/// What is compared between arrangements of a parameter's settings: how far from chance the ranks of scores lie.
///
/// Both statistics are measured from what is expected within ``PermutationBlocks``; over one block they order
/// arrangements as H of ``KruskalWallis`` and the magnitude of Spearman's ρ do.
struct EffectStatistic {
  private let ranks: [Double]
  /// `weights[c]`: twice the rank of setting `c`; nil for groups.
  private let weights: [Double]?
  private let sizes: [Double]
  private let expected: [Double]
  private let expectedProduct: Double

  /// The statistic of scores with these doubled ranks.
  ///
  /// - Parameters:
  ///   - ranks: Twice the rank of each trial's score.
  ///   - codes: The setting of each trial, from 0 to below `codeCount`, as it was.
  ///   - codeCount: How many settings there are.
  ///   - isTrend: Whether settings are numbers in ascending order, of which a trend is looked for.
  ///   - blocks: Within what settings are interchangeable.
  init(doubledRanks ranks: [Int], codes: [Int], codeCount: Int, isTrend: Bool, blocks: PermutationBlocks) {
    self.ranks = ranks.map(Double.init)
    var sizes = [Double](repeating: 0, count: codeCount)
    for block in blocks.members { for trial in block { sizes[codes[trial]] += 1 } }
    var means = [Double](repeating: 0, count: codes.count)
    for block in blocks.members {
      let mean = block.reduce(0) { $0 + Double(ranks[$1]) } / Double(block.count)
      for trial in block { means[trial] = mean }
    }
    var expected = [Double](repeating: 0, count: codeCount)
    for block in blocks.members { for trial in block { expected[codes[trial]] += means[trial] } }
    self.sizes = sizes
    self.expected = expected
    guard isTrend else {
      (weights, expectedProduct) = (nil, 0)
      return
    }
    // All trials of a setting share the rank of the setting.
    let settingRanks = MiddleRanks.doubled(codes.map(Double.init))
    var weights = [Double](repeating: 0, count: codeCount)
    for (trial, code) in codes.enumerated() { weights[code] = Double(settingRanks[trial]) }
    self.weights = weights
    expectedProduct = zip(weights, expected).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The statistic of an arrangement; larger is farther from chance.
  ///
  /// - Parameters:
  ///   - codes: The setting of each trial.
  ///   - blocks: The trials that count.
  ///   - sums: Room for a number for each setting.
  /// - Returns: 0 or more.
  func value(_ codes: [Int], _ blocks: PermutationBlocks, _ sums: inout [Double]) -> Double {
    if let weights {
      var product = 0.0
      for block in blocks.members { for trial in block { product += weights[codes[trial]] * ranks[trial] } }
      return (product - expectedProduct).magnitude
    }
    for code in sums.indices { sums[code] = 0 }
    for block in blocks.members { for trial in block { sums[codes[trial]] += ranks[trial] } }
    var total = 0.0
    for code in sums.indices where sizes[code] > 0 {
      let distance = sums[code] - expected[code]
      total += distance * distance / sizes[code]
    }
    return total
  }
}
