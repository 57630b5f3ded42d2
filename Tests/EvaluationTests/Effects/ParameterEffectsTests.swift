import Diagnostics
import TestSupport
import Testing

@testable import Evaluation

@Suite("The effects of parameters")
struct ParameterEffectsTests {
  /// Trials of words and numbers, with scores that these do not decide unless `gain` says so.
  private func trials(
    _ count: Int, seed: UInt64, gain: Double = 0, grid: Bool = false
  ) -> ParameterTrials {
    var generator = SeededGenerator(seed: seed)
    let words = ["a", "b", "c"]
    var values: [[TrialValue]] = []
    var scores: [Double?] = []
    for number in 0..<count {
      let word = grid ? number % 3 : Int.random(in: 0..<3, using: &generator)
      let size = Double.random(in: 0...1, using: &generator)
      values.append([
        .text(ExactString(words[word])), grid ? .number(Double(number / 3)) : .number(size),
      ])
      scores.append(Double.random(in: 0...1, using: &generator) + gain * Double(word))
    }
    return ParameterTrials(parameters: ["kind", "size"], values: values, scores: scores)
  }

  @Test("The statistic of four scores in two groups is 2.4")
  func hand() {
    // Ranks 1, 2 and 3, 4: 12/(4·5) · (9/2 + 49/2) − 3·5 = 2.4.
    let h = KruskalWallis.statistic(doubledRanks: [2, 4, 6, 8], groups: [0, 0, 1, 1], groupCount: 2)
    #expect(h.map { abs($0 - 2.4) < 1e-12 } == true)
    #expect(MiddleRanks.doubled([0.5, 0.1, 0.5]) == [5, 2, 5])
    #expect(Correlation.pearson([1, 2, 3], [1, 2, 4]).map { abs($0 - 0.981_980_506) < 1e-9 } == true)
    #expect(Correlation.pearson([1e308, -1e308, 1e300], [2, 1, 1.5]).map { $0 > 0.99 } == true)
  }

  @Test("Neither the order of trials nor that of parameters changes anything")
  func order() {
    var generator = SeededGenerator(seed: 2)
    let trials = trials(40, seed: 8, gain: 0.2)
    let expected = ParameterEffects(trials)
    for _ in 0..<5 {
      let order = Array(0..<trials.count).shuffled(using: &generator)
      let shuffled = ParameterTrials(
        parameters: trials.parameters, values: order.map { trials.values[$0] },
        scores: order.map { trials.scores[$0] })
      #expect(ParameterEffects(shuffled).effects == expected.effects)
    }
    let swapped = ParameterEffects(
      ParameterTrials(
        parameters: trials.parameters.reversed(), values: trials.values.map { $0.reversed() },
        scores: trials.scores))
    #expect(swapped.effects.reversed() == expected.effects)
  }

  @Test("Scores and numbers on another scale of the same order give the same effects")
  func monotone() {
    let trials = trials(50, seed: 3, gain: 0.1)
    let scaled = ParameterTrials(
      parameters: trials.parameters,
      values: trials.values.map { values in
        values.map { if case .number(let number) = $0 { .number(number * number * number) } else { $0 } }
      }, scores: trials.scores.map { $0.map { 1000 * $0 * $0 * $0 - 7 } })
    #expect(ParameterEffects(scaled).effects == ParameterEffects(trials).effects)
  }

  @Test("Without an effect p-values are spread evenly, at random and in a grid", arguments: [false, true])
  func uniform(grid: Bool) {
    let options = ParameterEffectOptions(draws: 199, exactLimit: 100)
    let rounds = FuzzDose.rounds(default: 300)
    var values: [Double] = []
    for round in 0..<rounds {
      let effects = ParameterEffects(
        trials(24, seed: UInt64(1000 + round), grid: grid), options: options)
      if let p = effects.effects[0].estimate?.pValue { values.append(p) }
      #expect(effects.effects[0].estimate?.isWithinBlocks == grid)
    }
    #expect(values.count == rounds)
    let count = Double(rounds)
    for share in [0.05, 0.25, 0.5, 0.75] {
      let found = Double(values.count { $0 <= share }) / count
      #expect(abs(found - share) < 4.5 * (share * (1 - share) / count).squareRoot() + 0.005)
    }
  }

  @Test("A planted effect is found, and a parameter beside it that does nothing is not taken for one")
  func power() {
    var wrong = 0
    for seed in 0..<20 as Range<UInt64> {
      let effects = ParameterEffects(trials(60, seed: seed, gain: 0.6)).effects
      #expect(effects[0].verdict == .shown)
      #expect(effects[0].estimate.map { $0.size > 0.3 } == true)
      if effects[1].verdict == .shown { wrong += 1 }
    }
    #expect(wrong <= 4)
  }

  @Test("Blocks find in a grid what the other parameter hides")
  func blocks() throws {
    // The number decides nearly all of the score; within each of its values words differ by a little, always alike.
    let scores = (0..<18).map { Double($0 / 3) + 0.01 * Double($0 % 3) }
    let values: [[TrialValue]] = (0..<18).map {
      [.text(ExactString(["a", "b", "c"][$0 % 3])), .number(Double($0 / 3))]
    }
    let trials = ParameterTrials(parameters: ["w", "n"], values: values, scores: scores.map { $0 })
    let estimate = try #require(ParameterEffects(trials).effects[0].estimate)
    #expect(estimate.isWithinBlocks)
    #expect(estimate.pValue < 0.001)
    let alone = ParameterTrials(
      parameters: ["w"], values: values.map { [$0[0]] }, scores: scores.map { $0 })
    #expect(try #require(ParameterEffects(alone).effects[0].estimate).pValue > 0.5)
  }

  @Test("Failed trials are counted and decide nothing")
  func failed() {
    let trials = trials(30, seed: 5, gain: 0.3)
    let more = ParameterTrials(
      parameters: trials.parameters,
      values: trials.values + [[.text("z"), .number(.infinity)], [.missing, .missing]],
      scores: trials.scores + [.nan, nil])
    let effects = ParameterEffects(more)
    #expect(effects.effects == ParameterEffects(trials).effects)
    #expect(effects.scores.failedCount == 2)
    #expect(effects.scores.count == 30)
  }

  @Test("Where nothing can be tested, the reason is said")
  func reasons() {
    func reason(_ values: [TrialValue], _ scores: [Double]) -> String? {
      let trials = ParameterTrials(
        parameters: ["a"], values: values.map { [$0] }, scores: scores.map { $0 })
      let effect = ParameterEffects(trials).effects[0]
      #expect(effect.verdict == .untested)
      #expect(effect.estimate == nil)
      return effect.reason
    }
    let words: [TrialValue] = ["a", "b", "c", "d", "e", "f"].map { .text($0) }
    #expect(reason(words, [1, 2, 3, 4, 5, 6]) == "no value was tried twice")
    #expect(
      reason(Array(repeating: .text("a"), count: 6), [1, 2, 3, 4, 5, 6])?.contains("one value") == true)
    #expect(reason(Array(words.prefix(4)), [1, 2, 3, 4])?.contains("fewer than 5") == true)
    #expect(reason([1, 1, 1, 2, 2].map { .number($0) }, [7, 7, 7, 7, 7]) == "all scores are equal")
  }

  @Test("With so few trials that nothing could be shown, that is the verdict")
  func tooFew() {
    let trials = ParameterTrials(
      parameters: ["a"], values: ["x", "x", "y", "y", "y"].map { [.text(ExactString($0))] },
      scores: [1, 2, 3, 4, 5])
    let effect = ParameterEffects(trials).effects[0]
    #expect(effect.estimate?.arrangementCount == 10)
    #expect(effect.estimate.map { abs($0.leastPValue - 0.2) < 1e-12 } == true)
    #expect(effect.verdict == .tooFewTrials)
  }

  @Test(
    "P-values are adjusted by Holm for the parameters that were tested, and further parameters are counted")
  func holm() {
    let few = trials(30, seed: 6, gain: 0.3)
    let effects = ParameterEffects(few)
    #expect(effects.testCount == 2)
    let p = effects.effects.compactMap { $0.estimate?.pValue }
    #expect(effects.effects.compactMap { $0.estimate?.adjustedPValue } == HolmAdjustment.adjusted(p))
    let limited = ParameterEffects(few, options: ParameterEffectOptions(parameterLimit: 1))
    #expect(limited.leftOut == 1)
    #expect(limited.effects.count == 1)
  }

  @Test("The seed alone decides what is drawn")
  func seeds() {
    let trials = trials(60, seed: 1)
    #expect(ParameterEffects(trials) == ParameterEffects(trials))
    let other = ParameterEffects(trials, options: ParameterEffectOptions(seed: 1)).effects
    #expect(other != ParameterEffects(trials).effects)
  }
}
