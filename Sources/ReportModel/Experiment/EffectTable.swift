import Diagnostics
import Evaluation
import Markup
import RunModel

/// What each parameter does to the deciding metric, as a table: the effect, how sure it is, and what that says.
struct EffectTable {
  private let tried: TriedParameters
  private let words: EffectWords

  /// The table of what was tried.
  init(_ tried: TriedParameters) {
    self.tried = tried
    words = EffectWords(tried)
  }

  /// The parameters, by their positions: the surest effect first, those without a test last.
  private var order: [Int] {
    tried.effects.effects.indices.sorted { left, right in
      let (one, other) = (tried.effects.effects[left].estimate, tried.effects.effects[right].estimate)
      switch (one, other) {
      case (let one?, let other?):
        if one.adjustedPValue != other.adjustedPValue { return one.adjustedPValue < other.adjustedPValue }
        if one.pValue != other.pValue { return one.pValue < other.pValue }
        if one.size.magnitude != other.size.magnitude {
          return one.size.magnitude > other.size.magnitude
        }
        return left < right
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil): return left < right
      }
    }
  }

  /// The table as a figure.
  ///
  /// - Parameter strategy: How the search chose settings; nil where that is not known.
  /// - Returns: The table, with what is shown as its finding.
  func figure(strategy: ExactString?) -> ReportFigure {
    let order = order
    let columns: [ReportTable.Column] = [
      .init("Parameter"), .init("What it says", .prose), .init("Effect", .number),
      .init("By chance", .number), .init("p", .number), .init("p, Holm", .number),
      .init("Runs", .number), .init("Values tried"),
    ]
    var what: RichText =
      "What \(order.count == 1 ? "the parameter does" : "parameters do") to the \(tried.metric.titleInSentence) of \(tried.runWords)"
    what =
      what
      + (tried.effects.testCount > 1
        ? "; p corrected by Holm for \(Wording.number(tried.effects.testCount)) parameters that were looked at."
        : ".")
    if tried.leftOut > 0 {
      what = what + " \(Wording.count(tried.leftOut, "more parameter")) not looked at."
    }
    return ReportFigure(
      slug: "parameter-effects", finding: words.finding(order), what: what,
      table: ReportTable(
        label: "Effects of parameters", columns: columns, rows: order.map(row),
        layout: .init(isFull: true, isPinned: true)),
      howToRead: words.howToRead(strategy: strategy))
  }

  private func row(_ index: Int) -> ReportTable.Row {
    let effect = tried.effects.effects[index]
    let estimate = effect.estimate
    return .init([
      .init(tried.names[index]), .init(plain: words.verdict(index)),
      .init(plain: estimate.map { EffectWords.size($0, effect.kind) } ?? "—"),
      .init(
        plain: estimate.map { effect.kind == .trend ? "0" : NumberText.fixed($0.chanceSize, decimals: 2) }
          ?? "—"),
      .init(plain: estimate.map { NumberText.pValue($0.pValue) } ?? "—"),
      .init(plain: estimate.map { NumberText.pValue($0.adjustedPValue) } ?? "—"),
      .init(plain: Wording.number(effect.trialCount)), .init(plain: words.values(of: index)),
    ])
  }
}
