import Diagnostics

extension ParameterEffect {
  /// Tests parameter `index` of trials that all have a score; the p-value is not adjusted yet.
  ///
  /// - Parameters:
  ///   - index: The parameter, by its position.
  ///   - trials: Trials with scores, in an order of their own.
  ///   - draws: How many arrangements are drawn where not all are tried.
  ///   - options: How effects are found.
  init(_ index: Int, of trials: ParameterTrials, draws: Int, options: ParameterEffectOptions) {
    parameter = trials.parameters[index]
    let shown = trials.values.indices.filter { trials.values[$0][index] != .missing }
    let values = shown.map { trials.values[$0][index] }
    let distinct = Set(values).sorted { $0.precedes($1) }
    let places = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
    let codes = values.map { places[$0] ?? 0 }
    let isTrend = distinct.count > options.groupLimit && distinct.allSatisfy { $0.number != nil }
    kind = isTrend ? .trend : .groups
    valueCount = distinct.count
    trialCount = shown.count
    let ranks = MiddleRanks.doubled(shown.map { trials.scores[$0] ?? 0 })
    let isRepeated = isTrend || distinct.count < shown.count
    reason =
      shown.count < ParameterEffectOptions.fewestTrials
      ? "fewer than \(ParameterEffectOptions.fewestTrials) trials with a score have it"
      : distinct.count < 2
        ? "it has one value in all trials with a score"
        : Set(ranks).count < 2
          ? "all scores are equal" : isRepeated ? nil : "no value was tried twice"
    (estimate, verdict) = (nil, .untested)
    guard reason == nil else { return }
    let statistic =
      isTrend
      ? Correlation.spearman(doubledRanks: MiddleRanks.doubled(codes.map(Double.init)), ranks)
      : KruskalWallis.statistic(doubledRanks: ranks, groups: codes, groupCount: distinct.count)
    guard let statistic else { return }
    let blocks = PermutationBlocks(
      codes: codes,
      others: shown.map { trial in
        trials.values[trial].indices.filter { $0 != index }.map { trials.values[trial][$0] }
      })
    let measure = EffectStatistic(
      doubledRanks: ranks, codes: codes, codeCount: distinct.count, isTrend: isTrend, blocks: blocks)
    // Each parameter has numbers of its own, whichever others there are.
    var generator = Xoshiro256.stream(seed: options.seed, number: Self.number(of: parameter))
    let test = PermutationTest(
      codes: codes, codeCount: distinct.count, statistic: measure, blocks: blocks, draws: draws,
      exactLimit: options.exactLimit, generator: &generator)
    let freedom = Double(shown.count - 1)
    estimate = Estimate(
      statistic: statistic, size: isTrend ? statistic : min(1, statistic / freedom),
      chanceSize: isTrend ? 0 : Double(distinct.count - 1) / freedom, pValue: test.pValue,
      adjustedPValue: test.pValue, leastPValue: test.leastPValue, arrangementCount: test.count,
      isExact: test.isExact, isWithinBlocks: blocks.areRestricted)
  }

  /// A number made of the bytes of a name (FNV-1a).
  private static func number(of name: ExactString) -> Int {
    Int(
      truncatingIfNeeded: name.text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01B3
      })
  }
}
