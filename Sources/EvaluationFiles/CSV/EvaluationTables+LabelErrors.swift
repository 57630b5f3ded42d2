import Diagnostics
import Evaluation
import Markup

extension EvaluationTables {
  /// Whether likely label errors can be looked for, and may be written down.
  package var hasLabelErrors: Bool { examples != .none && evaluation.labelErrorProblem == nil }

  /// Every row whose label is likely to be wrong, the likeliest first.
  package var labelErrors: [UInt8] {
    let errors = hasLabelErrors ? evaluation.likelyLabelErrors().rows : []
    let hasText = examples == .full && errors.contains { $0.text != nil }
    var csv = CSVWriter()
    csv.row(
      ["id", "given", "suggested", "probability_of_given", "probability_of_suggested", "margin"]
        + (hasText ? ["text"] : []))
    for error in errors {
      csv.row(
        [
          error.id, error.given.text, error.suggested.text, CSVNumber.text(error.probabilityOfGiven),
          CSVNumber.text(error.probabilityOfSuggested), CSVNumber.text(error.margin),
        ] + (hasText ? [error.text ?? ""] : []))
    }
    return csv.bytes
  }
}
