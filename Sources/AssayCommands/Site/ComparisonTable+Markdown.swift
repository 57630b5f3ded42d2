import Diagnostics
import Markup
import ReportModel

extension ComparisonTable {
  private static let decimals = 4

  /// The table as Markdown, for a review: a row for each metric, a column for each run with its difference.
  var markdown: String {
    let header = ["metric"] + runs.map { Self.escaped(RunName.full($0.run)) }
    var lines = [Self.line(header), Self.line(["---"] + runs.map { _ in "---:" })]
    for row in rows { lines.append(Self.line([Self.escaped(row.name)] + Self.cells(row))) }
    var text = lines.joined(separator: "\n") + "\n"
    text += "\nIn brackets: difference from \(Self.escaped(RunName.full(runs[0].run))). Bold: best.\n"
    if !haveSameExamples { text += "\nThe runs were not all evaluated on the same examples.\n" }
    return text
  }

  private static func cells(_ row: Row) -> [String] {
    let best = row.best
    return row.values.indices.map { index in
      guard let value = row.values[index] else { return "—" }
      let number = NumberText.fixed(value, decimals: decimals)
      let text = best.contains(index) ? "**\(number)**" : number
      guard index > 0, let difference = row.differences[index - 1] else { return text }
      return "\(text) (\(NumberText.difference(difference, decimals: decimals)))"
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
