import Diagnostics
import Evaluation
import Markup
import RunModel

/// What the effects of parameters allow to say, in words.
struct EffectWords {
  private let tried: TriedParameters

  /// The words for what was tried.
  init(_ tried: TriedParameters) {
    self.tried = tried
  }

  /// So many effects are named in the finding.
  private static let namedLimit = 3

  /// The size of an effect with its sign: `ε² 0.42`, `ρ −0.61`.
  static func size(_ estimate: ParameterEffect.Estimate, _ kind: ParameterEffect.Kind) -> String {
    switch kind {
    case .groups: "ε²\u{A0}\(NumberText.fixed(estimate.size, decimals: 2))"
    case .trend: "ρ\u{A0}\(NumberText.difference(estimate.size, decimals: 2))"
    }
  }

  /// What is shown, or that nothing is; nil where nothing was tested.
  ///
  /// - Parameter order: The parameters, the surest effect first.
  /// - Returns: A sentence without its full stop.
  func finding(_ order: [Int]) -> RichText? {
    let effects = tried.effects
    guard effects.testCount > 0 else { return nil }
    let shown = order.filter { effects.effects[$0].verdict == .shown }
    let metric = tried.metric.titleInSentence
    guard !shown.isEmpty else {
      let isHopeless = effects.effects.allSatisfy { [.tooFewTrials, .untested].contains($0.verdict) }
      let runs = Wording.count(tried.shownCount, "run")
      return isHopeless
        ? "\(runs) are too few to show what a parameter does to \(metric)"
        : effects.testCount == 1
          ? "No effect on \(metric) is shown over \(runs)"
          : "No effect of the \(Wording.number(effects.testCount)) parameters on \(metric) is shown over \(runs)"
    }
    let named = shown.prefix(Self.namedLimit).compactMap { index -> RichText? in
      guard let estimate = effects.effects[index].estimate else { return nil }
      let effect = effects.effects[index]
      return tried.names[index]
        + " (\(Self.size(estimate, effect.kind)), \(NumberText.pStatement(estimate.adjustedPValue)), n = \(Wording.number(effect.trialCount)))"
    }
    var text: RichText = "\(tried.metric.title) changes with " + RichText.list(named)
    if shown.count > named.count {
      text = text + " and \(Wording.count(shown.count - named.count, "other"))"
    }
    let rest = effects.testCount - shown.count
    if rest > 0 {
      let others = rest == 1 ? "the other parameter" : "\(Wording.number(rest)) other parameters"
      text = text + "; of \(others) no effect is shown"
    }
    return text
  }

  /// What was tried of a parameter: its values where they are few, else how many and from where to where.
  func values(of index: Int) -> String {
    let values = Set(tried.trials.values.map { $0[index] }).subtracting([.missing])
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }.sorted()
    let texts = values.compactMap { value -> ExactString? in
      if case .text(let text) = value { text } else { nil }
    }.sorted(by: NaturalOrder.precedes)
    if values.count <= 4 {
      return (numbers.map(Self.number) + texts.map { Wording.cut($0.text, to: 24) }).joined(separator: ", ")
    }
    guard texts.isEmpty, let low = numbers.first, let high = numbers.last else {
      return Wording.count(values.count, "value")
    }
    return "\(Wording.number(values.count)) from \(Self.number(low)) to \(Self.number(high))"
  }

  /// Whole numbers in full, others with up to four significant digits.
  private static func number(_ number: Double) -> String {
    if number == number.rounded(), number.magnitude < 1e15 { return NumberText.fixed(number, decimals: 0) }
    let text = NumberText.significant(number, digits: 4)
    guard text.contains("."), !text.contains("×") else { return text }
    var trimmed = text[...]
    while trimmed.last == "0" { trimmed.removeLast() }
    return trimmed.last == "." ? String(trimmed.dropLast()) : String(trimmed)
  }

  /// What the numbers of a parameter say.
  func verdict(_ index: Int) -> String {
    let effect = tried.effects.effects[index]
    switch effect.verdict {
    case .untested: return "Not tested: \(effect.reason ?? "nothing to compare")."
    case .tooFewTrials: return "Too few runs to show an effect, whatever they scored."
    case .notShown: return "No effect shown."
    case .shown:
      guard effect.kind == .groups else {
        let rises = (effect.estimate?.size ?? 0) > 0
        return "\(tried.metric.title) \(rises ? "rises" : "falls") with it."
      }
      return bestValue(index) ?? "\(tried.metric.title) differs between its values."
    }
  }

  /// Which value has the best median; the highest where it is not known which way is better.
  private func bestValue(_ index: Int) -> String? {
    var scores: [TrialValue: [Double]] = [:]
    for (values, score) in zip(tried.trials.values, tried.trials.scores) where values[index] != .missing {
      if let score { scores[values[index], default: []].append(score) }
    }
    let direction = tried.metric.direction
    let medians = scores.compactMap { value, all -> (name: String, median: Double, count: Int)? in
      guard let median = ScoreDistribution(all.map { $0 }).median else { return nil }
      switch value {
      case .number(let number): return (Self.number(number), median, all.count)
      case .text(let text): return (Wording.cut(text.text, to: 24), median, all.count)
      case .missing: return nil
      }
    }.sorted { left, right in
      guard left.median != right.median else {
        return ExactString(left.name) < ExactString(right.name)
      }
      return direction == .lowerIsBetter ? left.median < right.median : left.median > right.median
    }
    guard let best = medians.first, let next = medians.dropFirst().first, best.median != next.median else {
      return nil
    }
    let way = direction == .unknown ? "highest" : "best"
    return
      "It differs between values: \(best.name) has the \(way) median, \(NumberText.score(best.median)) over \(Wording.count(best.count, "run"))."
  }

  /// How the table is read, and what its test rests on.
  func howToRead(strategy: ExactString?) -> String {
    let estimates = tried.effects.effects.compactMap(\.estimate)
    let kinds = Set(tried.effects.effects.filter { $0.estimate != nil }.map(\.kind))
    var sentences: [String] = []
    if kinds.contains(.groups) {
      sentences.append(
        "ε² is the share of the spread of ranks that lies between a parameter’s values; “by chance” is what it is on average without any effect."
      )
    }
    if kinds.contains(.trend) {
      sentences.append("ρ says how steadily scores rise (up to 1) or fall (down to −1) with a number.")
    }
    sentences.append(
      "p: how often an effect as large comes about when settings are interchanged between runs by chance. No effect shown does not mean none, and parameters that were changed together cannot be told apart."
    )
    if estimates.contains(where: \.isWithinBlocks) {
      sentences.append(
        "Where runs alike in all other parameters were there, settings were interchanged between these only."
      )
    }
    if let strategy, strategy == "grid" || strategy == "random" {
      sentences.append("The search was \(strategy == "grid" ? "a grid" : "random"), as this test supposes.")
    } else {
      sentences.append(
        "The test supposes settings that were fixed beforehand or drawn by chance; where earlier scores decided what was tried later, p is a guide and no more."
      )
    }
    return sentences.joined(separator: " ")
  }
}
