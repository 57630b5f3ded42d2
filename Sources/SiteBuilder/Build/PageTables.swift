import Diagnostics
import Evaluation
import Markup
import ReportModel

/// The tables that are written as CSV beside a run's page: what the page has no room for.
enum PageTables {
  /// The files of a run by name; none without predictions.
  static func files(of run: EvaluatedRun, examples: ExamplePolicy) -> [(name: String, bytes: [UInt8])] {
    guard let evaluation = run.evaluated?.evaluation else { return [] }
    var files = [(name: PageFiles.labels, bytes: labels(evaluation))]
    if examples != .none, evaluation.errorCount > 0 {
      files.append((name: PageFiles.errors, bytes: errors(evaluation, withContent: examples == .full)))
    }
    return files
  }

  private static func labels(_ evaluation: ClassificationEvaluation) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(["label", "support", "precision", "recall", "f1", "roc_auc", "average_precision"])
    for label in evaluation.perLabel {
      csv.row(
        [label.label.text, number(label.support)]
          + [label.precision, label.recall, label.f1, label.rocAUC, label.averagePrecision].map {
            number($0.number)
          })
    }
    return csv.bytes
  }

  /// Every wrong answer in the order of the page.
  private static func errors(_ evaluation: ClassificationEvaluation, withContent: Bool) -> [UInt8] {
    let errors = evaluation.mostConfidentErrors(limit: nil)
    let isMultilabel = evaluation.schema.task == .multilabel
    let hasText = withContent && errors.contains { $0.text != nil }
    var csv = CSVWriter()
    csv.row(
      ["id", "y_true", "y_pred"]
        + (isMultilabel
          ? ["most_wrong_label", "probability_of_label"]
          : ["probability_of_predicted", "probability_of_truth"])
        + (hasText ? ["text"] : []))
    for error in errors {
      let row = evaluation.predictions.row(error.row)
      let ofTruth = row.truth.first.flatMap { row.probability(of: $0) }
      csv.row(
        [error.id, names(error.truth), names(error.predicted)]
          + (isMultilabel
            ? [error.label.text, number(error.probability)]
            : [number(error.predictedProbability), number(ofTruth)])
          + (hasText ? [error.text ?? ""] : []))
    }
    return csv.bytes
  }

  private static func names(_ labels: [ExactString]) -> String {
    labels.map(\.text).joined(separator: " | ")
  }

  private static func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
}
