import Markup

/// Two runs on the same examples: which both have right, which were fixed, which broken, which both have wrong.
package struct ChurnChart: Chart, Hashable {
  /// One of the four parts.
  struct Part: Hashable, Sendable {
    /// What it holds, in words.
    let name: String
    /// How many examples, by weight if they have weights.
    let count: Double
    /// `+` for what was fixed, U+2212 for what was broken.
    let sign: String
    /// Its colour.
    let fill: Fill
  }

  /// Examples that both runs have right, by weight if they have weights.
  package let bothRight: Double
  /// Examples that only the candidate has right.
  package let fixed: Double
  /// Examples that only the baseline has right.
  package let broken: Double
  /// Examples that both have wrong.
  package let bothWrong: Double
  /// What the baseline is called.
  package let baselineName: String
  /// What the candidate is called.
  package let candidateName: String
  /// What is counted, in the plural.
  package let noun: String

  /// The examples of two runs; counts that are negative or not finite count as 0.
  package init(
    bothRight: Double, fixed: Double, broken: Double, bothWrong: Double, baselineName: String,
    candidateName: String, noun: String = "examples"
  ) {
    func held(_ count: Double) -> Double { count.isFinite ? min(max(0, count), 1e300) : 0 }
    self.bothRight = held(bothRight)
    self.fixed = held(fixed)
    self.broken = held(broken)
    self.bothWrong = held(bothWrong)
    self.baselineName = baselineName
    self.candidateName = candidateName
    self.noun = noun
  }

  /// The parts, from left to right.
  var parts: [Part] {
    [
      Part(name: "both right", count: bothRight, sign: "", fill: .diagonal),
      Part(name: "fixed", count: fixed, sign: "+", fill: .better),
      Part(name: "broken", count: broken, sign: "\u{2212}", fill: .worse),
      Part(name: "both wrong", count: bothWrong, sign: "", fill: .context),
    ]
  }

  /// All examples.
  var total: Double { bothRight + fixed + broken + bothWrong }

  /// A part of all as per cent; what would round to 0.0 or 100.0 without being it says so.
  func shareText(_ count: Double) -> String {
    guard total > 0 else { return "—" }
    let share = count / total
    if count < total, share >= 0.9995 { return ">\u{A0}99.9\u{A0}%" }
    return count > 0 && share < 0.0005 ? "<\u{A0}0.1\u{A0}%" : NumberText.percent(share)
  }

  private var shownNoun: String { DisplayName.inSentence(noun) }

  /// How many were fixed and how many broken; nothing without examples.
  package var finding: String? {
    guard total > 0 else { return nil }
    let all = "\(CountText.text(total)) \(shownNoun)"
    if fixed == 0, broken == 0 { return "No example was fixed or broken among \(all)" }
    return "\(CountText.text(fixed)) fixed, \(CountText.text(broken)) broken among \(all)"
  }

  package var title: String {
    "What \(DisplayName.inSentence(candidateName)) fixed and broke against \(DisplayName.inSentence(baselineName))"
  }

  package var summary: String {
    guard let finding else { return "No examples." }
    return finding + ". Both right: \(CountText.text(bothRight)), \(shareText(bothRight)). "
      + "Both wrong: \(CountText.text(bothWrong)), \(shareText(bothWrong))."
  }

  package var table: ChartTable {
    let meanings = [("right", "right"), ("wrong", "right"), ("right", "wrong"), ("wrong", "wrong")]
    let heading = shownNoun.prefix(1).uppercased() + shownNoun.dropFirst()
    return ChartTable(
      columns: [
        .text("Part"), .text(DisplayName.inSentence(baselineName)),
        .text(DisplayName.inSentence(candidateName)),
        .number(heading), .number("Share"),
      ],
      items: Array(zip(parts, meanings))
    ) { part, meaning in
      [part.name, meaning.0, meaning.1, CountText.text(part.count), shareText(part.count)]
    }
  }
}
