import Diagnostics
import Evaluation
import Markup
import RunModel

/// Rows whose label is likely to be wrong as a table: the label that each has, and the one that the probabilities suggest.
struct LabelErrorTable {
  private let errors: [LikelyLabelError]
  private let run: RunID
  private let hasText: Bool
  private let hasImage: Bool

  /// A table of rows of `run`; texts and images are in it only if `examples` allows them.
  init(_ errors: [LikelyLabelError], examples: ExamplePolicy, run: RunID) {
    self.errors = errors
    self.run = run
    hasText = examples == .full && errors.contains { $0.text != nil }
    hasImage = examples == .full && errors.contains { $0.image != nil }
  }

  var table: ReportTable {
    var columns: [ReportTable.Column] = [
      .init("Id"), .init("Given label"), .init("Suggested"), .init("Probability of given", .number),
      .init("Probability of suggested", .number),
    ]
    if hasImage { columns.append(.init("Image", .prose)) }
    if hasText { columns.append(.init("Text", .prose)) }
    return ReportTable(
      label: "Likely label errors", columns: columns, rows: errors.map(row),
      layout: .init(isFull: true, isSortable: true))
  }

  private func row(_ error: LikelyLabelError) -> ReportTable.Row {
    var cells: [ReportTable.Cell] = [
      .init(plain: Wording.cut(error.id, to: 60)), .init(plain: Wording.label(error.given.text)),
      .init(plain: Wording.label(error.suggested.text)), Self.share(error.probabilityOfGiven),
      Self.share(error.probabilityOfSuggested),
    ]
    if hasImage { cells.append(.init(example: error.image ?? "", run: run)) }
    if hasText { cells.append(.init(plain: Wording.cut(error.text ?? "", to: RunReport.textLimit))) }
    return .init(cells)
  }

  private static func share(_ value: Double) -> ReportTable.Cell {
    .init(plain: NumberText.fixed(value, decimals: 3))
  }
}
