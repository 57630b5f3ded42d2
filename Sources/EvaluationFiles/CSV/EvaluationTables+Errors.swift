import Diagnostics
import Evaluation
import Markup

extension EvaluationTables {
  /// Whether there are errors, and they may be written down.
  package var hasErrors: Bool { examples != .none && evaluation.errorCount > 0 }

  /// Every wrong answer, the most confident first.
  package var errors: [UInt8] {
    let errors = examples == .none ? [] : evaluation.mostConfidentErrors(limit: nil)
    let isMultilabel = evaluation.schema.task == .multilabel
    let hasText = examples == .full && errors.contains { $0.text != nil }
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
        [error.id, Self.names(error.truth), Self.names(error.predicted)]
          + (isMultilabel
            ? [error.label.text, CSVNumber.text(error.probability)]
            : [CSVNumber.text(error.predictedProbability), CSVNumber.text(ofTruth)])
          + (hasText ? [error.text ?? ""] : []))
    }
    return csv.bytes
  }

  /// Labels in one cell.
  static func names(_ labels: [ExactString]) -> String {
    labels.map(\.text).joined(separator: " | ")
  }
}
