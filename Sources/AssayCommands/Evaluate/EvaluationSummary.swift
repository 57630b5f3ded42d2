import Diagnostics
import Evaluation
import Markup

/// The head of `assay evaluate --format text`: what was evaluated, and every metric.
///
/// ```
/// task      binary: no, yes (positive: yes)
/// rows      2 (1 of 3 left out)
///
/// accuracy            0.5000  [0.0945, 0.9055]
/// balanced_accuracy   0.5000
/// ```
struct EvaluationSummary {
  /// What the predictions say.
  let evaluation: ClassificationEvaluation
  /// Rows in the file.
  let rowsRead: Int
  /// Rows that could not be used.
  let rowsLeftOut: Int

  /// How many labels are named.
  private static let labelLimit = 12
  private static let decimals = 4

  /// The lines, each with a final line break.
  var text: String {
    let header = [("task", task), ("rows", rows)].map { Self.padded($0, to: 10) + $1 }
    let names = evaluation.metrics.map(\.name)
    let width = (names.map(\.count).max() ?? 0) + 2
    let metrics = evaluation.metrics.map { metric in
      Self.padded(metric.name, to: width) + Self.cells(metric.value, evaluation.intervals[metric.name])
    }
    return (header + [""] + metrics).joined(separator: "\n") + "\n"
  }

  private var task: String {
    let schema = evaluation.schema
    let shown = schema.labels.prefix(Self.labelLimit).map { VisibleText.escaping($0.text) }
    let rest = schema.labels.count - shown.count
    let labels =
      shown.joined(separator: ", ") + (rest > 0 ? ", and \(NumberText.integer(rest)) more labels" : "")
    let positive =
      schema.positive.map { " (positive: \(VisibleText.escaping(schema.labels[$0].text)))" } ?? ""
    return "\(schema.task.rawValue): \(labels)\(positive)"
  }

  private var rows: String {
    let rows = NumberText.integer(evaluation.rowCount)
    guard rowsLeftOut > 0 else { return rows }
    return "\(rows) (\(NumberText.integer(rowsLeftOut)) of \(NumberText.integer(rowsRead)) left out)"
  }

  private static func cells(_ value: MetricValue, _ interval: Interval?) -> String {
    switch value {
    case .undefined(let reason):
      return padded("—", to: 8) + VisibleText.escaping(reason)
    case .value(let number):
      let text = NumberText.fixed(number, decimals: decimals)
      guard let interval else { return text }
      return padded(text, to: 8) + NumberText.interval(interval.low, interval.high, decimals: decimals)
    }
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.unicodeScalars.count))
  }
}
