import Diagnostics
import Evaluation
import Markup
import RunModel

/// Examples that a candidate fixed or broke as a table: which example, what both predicted, how sure both were of the
/// truth, and the example itself where it may be shown.
struct ChangedExampleTable {
  private let changed: [ChangedExample]
  private let letter: String
  /// The run whose folder holds the images.
  private let imageRun: RunID
  private let hasProbabilities: Bool
  private let hasText: Bool
  private let hasImage: Bool

  /// A table of examples that `comparison` lists; texts and images are in it only if the report's policy allows them.
  init(
    _ changed: [ChangedExample], of comparison: PairedComparison, in report: ComparisonReport,
    candidate: ComparisonReport.Member
  ) {
    self.changed = changed
    letter = candidate.letter
    imageRun = Self.imageRun(
      of: comparison, baseline: report.baseline.entry.run.id, candidate: candidate.entry.run.id)
    hasProbabilities = changed.contains { $0.baselineProbability != nil || $0.candidateProbability != nil }
    hasText = report.examples == .full && changed.contains { $0.text != nil }
    hasImage = report.examples == .full && changed.contains { $0.image != nil }
  }

  /// The run that the paths of images belong to: the baseline if its rows name any.
  static func imageRun(of comparison: PairedComparison, baseline: RunID, candidate: RunID) -> RunID {
    comparison.pair.baseline.batches.contains { $0.images != nil } ? baseline : candidate
  }

  /// The table under this name.
  func table(label: String) -> ReportTable {
    var columns: [ReportTable.Column] = [
      .init("Id"), .init("Truth"), .init("A predicted"), .init("\(letter) predicted"),
    ]
    if hasProbabilities {
      columns += [
        .init("Probability of truth, A", .number), .init("Probability of truth, \(letter)", .number),
      ]
    }
    if hasImage { columns.append(.init("Image", .prose)) }
    if hasText { columns.append(.init("Text", .prose)) }
    return ReportTable(
      label: label, columns: columns, rows: changed.map(row), layout: .init(isFull: true, isSortable: true))
  }

  private func row(_ example: ChangedExample) -> ReportTable.Row {
    var cells: [ReportTable.Cell] = [.init(plain: Wording.cut(example.id, to: 60))]
    cells += [example.truth, example.baseline, example.candidate].map { .init(plain: Wording.labels($0)) }
    if hasProbabilities {
      cells += [share(example.baselineProbability), share(example.candidateProbability)]
    }
    if hasImage { cells.append(.init(example: example.image ?? "", run: imageRun)) }
    if hasText { cells.append(.init(plain: Wording.cut(example.text ?? "", to: RunReport.textLimit))) }
    return .init(cells)
  }

  private func share(_ value: Double?) -> ReportTable.Cell {
    .init(plain: value.map { NumberText.fixed($0, decimals: 3) } ?? "—")
  }
}
