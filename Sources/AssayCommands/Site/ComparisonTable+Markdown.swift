import Diagnostics
import Evaluation
import Markup
import ReportModel

extension ComparisonTable {
  private static let decimals = 4

  /// The table as Markdown, for a review: a row for each metric, a column for each run with its difference.
  var markdown: String {
    let header = ["metric"] + runs.map { Self.escaped(RunName.full($0.run)) }
    var lines = [Self.line(header), Self.line(["---"] + runs.map { _ in "---:" })]
    for row in rows { lines.append(Self.line([Self.escaped(row.name)] + cells(row))) }
    var text = lines.joined(separator: "\n") + "\n"
    let hasPairs = paired.comparisons.contains { $0 != nil }
    let interval = hasPairs ? " with its paired 95 % interval" : ""
    text += "\nIn brackets: difference from \(baselineName)\(interval). Bold: best.\n"
    if hasPairs { text += "\n" + verdicts }
    if !haveSameExamples { text += "\nThe runs were not all evaluated on the same examples.\n" }
    return text
  }

  private var baselineName: String { Self.escaped(RunName.full(runs[0].run)) }

  /// A row for each run on the same examples: the verdict on the metric that decides, its test, and how rows fall.
  private var verdicts: String {
    let pairs = zip(runs.dropFirst(), paired.comparisons).compactMap { run, comparison in
      comparison.map { (run: run, comparison: $0) }
    }
    let metric = pairs.first?.comparison.primary ?? ""
    var lines = [
      Self.line([
        "against \(baselineName)", "verdict", "\(Self.escaped(metric)), 95 % interval", "p",
        "p by Holm", "fixed", "broken", "right in both", "wrong in both", "McNemar p",
      ]),
      Self.line(["---", "---"] + (0..<8).map { _ in "---:" }),
    ]
    for (run, comparison) in pairs {
      let difference = comparison[metric]
      let churn = comparison.churn
      lines.append(
        Self.line(
          [
            Self.escaped(RunName.full(run.run)), Self.words(comparison.verdict),
            difference.flatMap(Self.difference) ?? "—", Self.pValue(difference?.pValue),
            Self.pValue(difference?.adjustedPValue),
          ]
            + [churn.fixed, churn.broken, churn.bothRight, churn.bothWrong].map(Self.count)
            + [Self.pValue(comparison.mcNemar.pValue)]))
    }
    let rows = pairs.first.map { NumberText.integer($0.comparison.rows) } ?? ""
    let tests = pairs.count == 1 ? "metrics" : "runs"
    return lines.joined(separator: "\n")
      + "\n\nPaired on the same \(rows) examples; p by Holm is corrected for the number of \(tests).\n"
  }

  private static func words(_ verdict: Verdict?) -> String {
    switch verdict {
    case .better: "**better**"
    case .worse: "**worse**"
    case .noDifference: "no difference shown"
    case nil: "—"
    }
  }

  /// `+0.0534 [+0.0356, +0.0723]`; without the interval where there is none.
  private static func difference(_ difference: PairedDifference) -> String? {
    guard let value = difference.value.number else { return nil }
    return NumberText.difference(value, decimals: decimals) + interval(of: difference)
  }

  private static func interval(of difference: PairedDifference?) -> String {
    guard let interval = difference?.interval.interval else { return "" }
    return " "
      + NumberText.interval(interval.low, interval.high, decimals: decimals, isDifference: true)
  }

  private static func pValue(_ p: Double?) -> String {
    p.map { PairedText.pValue($0).replacing("<", with: "\\<") } ?? "—"
  }

  private static func count(_ weight: Double) -> String {
    Int(exactly: weight).map(NumberText.integer) ?? NumberText.significant(weight)
  }

  private func cells(_ row: Row) -> [String] {
    let best = row.best
    return row.values.indices.map { index in
      guard let value = row.values[index] else { return "—" }
      let number = NumberText.fixed(value, decimals: Self.decimals)
      let text = best.contains(index) ? "**\(number)**" : number
      guard index > 0, let difference = row.differences[index - 1] else { return text }
      let interval = Self.interval(of: paired.comparisons[index - 1]?[row.name])
      return "\(text) (\(NumberText.difference(difference, decimals: Self.decimals))\(interval))"
    }
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  /// A name with everything escaped that Markdown or HTML would take for markup.
  private static func escaped(_ name: String) -> String {
    var result = ""
    for scalar in VisibleText.escaping(name).unicodeScalars {
      if "\\`*_[]<>&|~#".unicodeScalars.contains(scalar) { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
