import Diagnostics

/// What the trials of a search say about its parameters.
///
/// Groups are made by the parameter, never by the score: comparing the best trials with the rest would find a
/// difference in any numbers. What is tested is that the settings of the parameter could be interchanged between
/// trials, all of them or those alike in every other parameter, without changing how the scores come about. That is so
/// for settings of a grid or drawn at random. A search that chooses later settings by earlier scores spends more
/// trials where scores are good, and better settings may come later for other reasons: then p-values are a guide and
/// no more.
///
/// ```swift
/// let effects = ParameterEffects(trials)
/// effects.effects[0].estimate?.adjustedPValue
/// ```
public struct ParameterEffects: Hashable, Sendable {
  /// The effect of each parameter, in the order given.
  public let effects: [ParameterEffect]
  /// How many parameters beyond the limit were not looked at.
  public let leftOut: Int
  /// How many parameters were tested, for which p-values are adjusted.
  public let testCount: Int
  /// How the scores are spread.
  public let scores: ScoreDistribution
  /// How parameters that are numbers, and the score, go together.
  public let correlations: ParameterCorrelations

  /// Looks at the parameters of `trials`.
  ///
  /// The result depends neither on the order of the trials nor on that of the parameters, and not on how scores and
  /// numbers are scaled so long as their order stays, but for correlations and the spread.
  ///
  /// - Parameters:
  ///   - trials: What was tried, failed trials included.
  ///   - options: How effects are found.
  /// - Complexity: About `options.workLimit` steps, and 1,000 times the trials and parameters where that is more.
  public init(_ trials: ParameterTrials, options: ParameterEffectOptions = ParameterEffectOptions()) {
    scores = ScoreDistribution(trials.scores)
    let looked = min(trials.parameters.count, max(0, options.parameterLimit))
    leftOut = trials.parameters.count - looked
    let kept = ParameterTrials(
      parameters: Array(trials.parameters.prefix(looked)),
      values: trials.values.map { Array($0.prefix(looked)) },
      scores: trials.scores
    ).ordered
    correlations = ParameterCorrelations(kept)
    let steps = max(1, kept.count * looked)
    let draws = max(min(options.draws, 999), min(options.draws, options.workLimit / steps))
    var effects = kept.parameters.indices.map {
      ParameterEffect($0, of: kept, draws: draws, options: options)
    }
    let tested = effects.indices.filter { effects[$0].estimate != nil }
    let adjusted = HolmAdjustment.adjusted(tested.compactMap { effects[$0].estimate?.pValue })
    for (index, p) in zip(tested, adjusted) {
      effects[index].estimate?.adjustedPValue = p
      let least = effects[index].estimate?.leastPValue ?? 0
      effects[index].verdict =
        p <= 0.05 ? .shown : least * Double(tested.count) > 0.05 ? .tooFewTrials : .notShown
    }
    self.effects = effects
    testCount = tested.count
  }
}
