import Diagnostics
import Evaluation
import Markup
import RunModel

extension RunReport {
  /// No page lists more errors than this.
  package static let errorLimit = 60
  /// Texts are cut to so many characters.
  static let textLimit = 160

  /// The most confident errors, of every label some.
  var errorsSection: ReportSection? {
    guard let evaluation, examples != .none else { return nil }
    let errorCount = evaluation.errorCount
    guard errorCount > 0 else { return nil }
    let shown = evaluation.mostConfidentErrors(limit: Self.errorLimit)
    let isMultilabel = evaluation.schema.task == .multilabel
    let hasText = examples == .full && shown.contains { $0.text != nil }
    let hasImage = examples == .full && shown.contains { $0.image != nil }
    var columns: [ReportTable.Column] = [.init("Id"), .init("Truth"), .init("Predicted")]
    if evaluation.schema.hasProbabilities {
      columns.append(.init(isMultilabel ? "Probability of label" : "Probability", .number))
      if !isMultilabel { columns.append(.init("of truth", .number)) }
    }
    if hasImage { columns.append(.init("Image", .prose)) }
    if hasText { columns.append(.init("Text", .prose)) }
    let rows = shown.map { row($0, evaluation: evaluation, hasText: hasText, hasImage: hasImage) }
    return ReportSection(
      slug: "errors", title: "Errors", count: errorCount,
      blocks: [
        .remark(remark(shown: shown.count, of: errorCount)),
        .table(
          ReportTable(
            label: "Errors", columns: columns, rows: rows, layout: .init(isFull: true, isSortable: true))),
      ])
  }

  private func remark(shown: Int, of all: Int) -> RichText {
    var text: RichText =
      shown == all
      ? "All \(Wording.count(all, "error")), most confident first."
      : "The \(shown) most confident of \(Wording.number(all)) errors, of every true label some; "
        + "\(Wording.number(all - shown)) are left out here."
    if hasFiles { text = text + " All of them are in \(PageFiles.errors, link: .file(PageFiles.errors))." }
    return text
  }

  private func row(
    _ error: ErrorExample, evaluation: ClassificationEvaluation, hasText: Bool, hasImage: Bool
  ) -> ReportTable.Row {
    func names(_ labels: [some CustomStringConvertible]) -> RichText {
      RichText([
        .init(labels.isEmpty ? "none" : labels.map { Wording.label($0.description) }.joined(separator: ", "))
      ])
    }
    func share(_ value: Double?) -> ReportTable.Cell {
      .init(RichText([.init(value.map { NumberText.fixed($0, decimals: 3) } ?? "—")]))
    }
    var cells: [ReportTable.Cell] = [
      "\(Wording.cut(error.id, to: 60))", .init(names(error.truth)), .init(names(error.predicted)),
    ]
    if evaluation.schema.hasProbabilities {
      if evaluation.schema.task == .multilabel {
        cells.append(
          .init(
            RichText([
              .init(
                Wording.label(error.label.text) + " "
                  + (error.probability.map { NumberText.fixed($0, decimals: 3) } ?? "—"))
            ])))
      } else {
        cells += [share(error.predictedProbability), share(error.probability)]
      }
    }
    if hasImage { cells.append(.init(example: error.image ?? "", run: subject.run.id)) }
    if hasText { cells.append("\(Wording.cut(error.text ?? "", to: Self.textLimit))") }
    return .init(cells)
  }
}
