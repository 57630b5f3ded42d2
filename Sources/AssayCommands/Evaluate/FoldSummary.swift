import Diagnostics
import Evaluation
import Markup

/// The part of `assay evaluate --format text` about folds.
///
/// ```
/// 5 folds: accuracy 0.9120 ± 0.0140 (0.8900 to 0.9300)
/// 1     60 rows  0.9167  [0.8193, 0.9639]
/// ```
struct FoldSummary {
  /// The folds.
  let report: FoldReport
  /// What rows are about.
  let task: ClassificationTask

  /// So many folds are shown; JSON has all.
  private static let limit = 20
  private static let decimals = 4

  /// The lines, each with a final line break.
  var text: String {
    if let reason = report.reason { return "folds are not shown: \(VisibleText.escaping(reason))\n" }
    let shown = report.folds.prefix(Self.limit)
    let names = shown.map { VisibleText.escaping($0.name.text) }
    let width = (names.map(\.unicodeScalars.count).max() ?? 0) + 2
    let rows = zip(shown, names).map { fold, name in
      name + String(repeating: " ", count: width - name.unicodeScalars.count) + cells(fold)
    }
    let rest = report.folds.count - shown.count
    let more = rest > 0 ? ["and \(NumberText.integer(rest)) more, which --format json has"] : []
    return ([head] + rows + more).joined(separator: "\n") + "\n"
  }

  private var metric: String { ClassificationMetric.usualPrimary(of: task).name }

  private var head: String {
    let count = report.folds.count
    let folds = "\(NumberText.integer(count)) \(count == 1 ? "fold" : "folds"): \(metric) "
    guard let spread = report[metric]?.spread else { return folds + "—" }
    let deviation = spread.standardDeviation.number.map { " ± \(Self.fixed($0))" } ?? ""
    return folds + Self.fixed(spread.mean) + deviation
      + " (\(Self.fixed(spread.minimum)) to \(Self.fixed(spread.maximum)))"
  }

  private func cells(_ fold: Fold) -> String {
    let rows = "\(NumberText.integer(fold.rows)) rows"
    let result = fold.metrics.first { $0.name == metric }
    guard let value = result?.value.number else { return rows + "  —" }
    guard let interval = result?.interval.interval else { return "\(rows)  \(Self.fixed(value))" }
    return "\(rows)  \(Self.fixed(value))  "
      + NumberText.interval(interval.low, interval.high, decimals: Self.decimals)
  }

  private static func fixed(_ value: Double) -> String { NumberText.fixed(value, decimals: decimals) }
}
