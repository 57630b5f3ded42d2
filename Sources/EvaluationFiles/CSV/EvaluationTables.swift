import Diagnostics
package import Evaluation
import Markup

/// The tables of an evaluation as CSV: a line of column names, then a line for each thing.
///
/// What is undefined is an empty cell; no number is rounded.
package struct EvaluationTables: Sendable {
  let evaluation: ClassificationEvaluation
  /// How much of an example is written.
  let examples: ExamplePolicy

  /// The tables of `evaluation`, with as much of examples as `examples` allows.
  package init(_ evaluation: ClassificationEvaluation, examples: ExamplePolicy) {
    self.evaluation = evaluation
    self.examples = examples
  }

  /// Every metric: `metric,value,low,high,method,n,reason`; the reason says why a value or an interval is
  /// missing.
  package var metrics: [UInt8] {
    var csv = CSVWriter()
    csv.row(["metric", "value", "low", "high", "method", "n", "reason"])
    for metric in evaluation.metrics {
      let interval = metric.interval.interval
      csv.row([
        metric.name, CSVNumber.text(metric.value), CSVNumber.text(interval?.low),
        CSVNumber.text(interval?.high), interval?.method.rawValue ?? "",
        interval.map { "\($0.count)" } ?? "", metric.value.reason ?? metric.interval.reason ?? "",
      ])
    }
    return csv.bytes
  }

  /// Every label against the rest, in the order of the labels.
  package var labels: [UInt8] {
    var csv = CSVWriter()
    let further = LabelRate.all.dropFirst(3)
    csv.row(
      ["label", "support", "precision", "recall", "f1", "roc_auc", "average_precision", "brier_score"]
        + further.map(\.name))
    for label in evaluation.perLabel {
      csv.row(
        [label.label.text, CSVNumber.text(label.support)]
          + [label.precision, label.recall, label.f1, label.rocAUC, label.averagePrecision, label.brierScore]
          .map { CSVNumber.text($0) }
          + further.map { CSVNumber.text(label.rate($0)) })
    }
    return csv.bytes
  }
}
