import Diagnostics
package import Evaluation
import Markup

extension EvaluationTables {
  /// Every fold: `fold,rows`, then every metric.
  package func folds(_ report: FoldReport) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(["fold", "rows"] + report.spreads.map(\.name))
    for fold in report.folds {
      csv.row([fold.name.text, "\(fold.rows)"] + fold.metrics.map { CSVNumber.text($0.value) })
    }
    return csv.bytes
  }
}
