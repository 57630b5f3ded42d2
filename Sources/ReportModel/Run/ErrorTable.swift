import Diagnostics
import Evaluation
import Markup
import RunModel

/// Errors as a table: which example, what is true, what was predicted, how confidently.
struct ErrorTable {
  private let errors: [ErrorExample]
  private let predictions: Predictions
  private let run: RunID
  private let isMultilabel: Bool
  private let hasProbabilities: Bool
  private let hasText: Bool
  private let hasImage: Bool

  /// A table of errors of `run`; texts and images are in it only if `examples` allows them.
  init(
    _ errors: [ErrorExample], evaluation: ClassificationEvaluation, examples: ExamplePolicy, run: RunID
  ) {
    self.errors = errors
    self.run = run
    predictions = evaluation.predictions
    isMultilabel = evaluation.schema.task == .multilabel
    hasProbabilities = evaluation.schema.hasProbabilities
    hasText = examples == .full && errors.contains { $0.text != nil }
    hasImage = examples == .full && errors.contains { $0.image != nil }
  }

  var table: ReportTable {
    var columns: [ReportTable.Column] = [.init("Id"), .init("Truth"), .init("Predicted")]
    if hasProbabilities {
      columns +=
        isMultilabel
        ? [.init("Most wrong label"), .init("Its probability", .number)]
        : [.init("Probability of predicted", .number), .init("Probability of truth", .number)]
    }
    if hasImage { columns.append(.init("Image", .prose)) }
    if hasText { columns.append(.init("Text", .prose)) }
    return ReportTable(
      label: "Errors", columns: columns, rows: errors.map(row),
      layout: .init(isFull: true, isSortable: true))
  }

  private func row(_ error: ErrorExample) -> ReportTable.Row {
    var cells: [ReportTable.Cell] = [
      .init(plain: Wording.cut(error.id, to: 60)), .init(plain: Wording.labels(error.truth)),
      .init(plain: Wording.labels(error.predicted)),
    ]
    if hasProbabilities {
      cells +=
        isMultilabel
        ? [.init(plain: Wording.label(error.label.text)), share(error.probability)]
        : [share(error.predictedProbability), share(probabilityOfTruth(error))]
    }
    if hasImage { cells.append(.init(example: error.image ?? "", run: run)) }
    if hasText { cells.append(.init(plain: Wording.cut(error.text ?? "", to: RunReport.textLimit))) }
    return .init(cells)
  }

  private func probabilityOfTruth(_ error: ErrorExample) -> Double? {
    let row = predictions.row(error.row)
    return row.truth.first.flatMap { row.probability(of: $0) }
  }

  private func share(_ value: Double?) -> ReportTable.Cell {
    .init(plain: value.map { NumberText.fixed($0, decimals: 3) } ?? "—")
  }
}
