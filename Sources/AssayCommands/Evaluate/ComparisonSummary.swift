import Evaluation
import Markup
import ReportModel

/// The part of `assay evaluate --format text` that holds the file against a baseline.
///
/// ```
/// against the baseline, the same 899 rows: better (accuracy)
/// 59 fixed, 11 broken, 799 right in both, 30 wrong in both; exact McNemar p = 4.47e-09
///
/// accuracy            +0.0534  [+0.0356, +0.0723]  p = 4.47e-09  adjusted 1.61e-07
/// ```
struct ComparisonSummary {
  /// The comparison.
  let comparison: PairedComparison

  private static let decimals = 4

  /// The lines, each with a final line break.
  var text: String {
    let churn = comparison.churn
    let lines = [
      "against the baseline, the same \(NumberText.integer(comparison.rows)) rows: \(verdict) "
        + "(\(comparison.primary))",
      "\(Self.weight(churn.fixed)) fixed, \(Self.weight(churn.broken)) broken, "
        + "\(Self.weight(churn.bothRight)) right in both, \(Self.weight(churn.bothWrong)) wrong in both; "
        + "exact McNemar \(PairedText.equation(comparison.mcNemar.pValue))", "",
    ]
    let width = (comparison.differences.map(\.name.count).max() ?? 0) + 2
    let rows = comparison.differences.map { difference in
      Self.padded(difference.name, to: width) + Self.cells(difference)
    }
    return (lines + rows).joined(separator: "\n") + "\n"
  }

  private var verdict: String {
    switch comparison.verdict {
    case .better: "better"
    case .worse: "worse"
    case .noDifference: "no difference shown"
    case nil: "no verdict"
    }
  }

  private static func cells(_ difference: PairedDifference) -> String {
    guard let value = difference.value.number else { return "—       \(difference.value.reason ?? "")" }
    var text = NumberText.difference(value, decimals: decimals)
    guard let interval = difference.interval.interval else { return text }
    text +=
      "  "
      + NumberText.interval(interval.low, interval.high, decimals: decimals, isDifference: true)
    if let p = difference.pValue { text += "  \(PairedText.equation(p))" }
    if let adjusted = difference.adjustedPValue { text += "  adjusted \(PairedText.pValue(adjusted))" }
    return text
  }

  private static func weight(_ value: Double) -> String {
    Int(exactly: value).map(NumberText.integer) ?? NumberText.significant(value)
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.unicodeScalars.count))
  }
}
