import Diagnostics
import Evaluation
import Markup
import RunModel

extension RunReport {
  /// No page lists more likely label errors than this.
  package static let labelErrorLimit = 30

  /// The rows whose given label deserves a second look; only their number where examples are to be kept off pages.
  var labelErrorsSection: ReportSection? {
    guard let evaluation else { return nil }
    let found = evaluation.likelyLabelErrors(limit: examples == .none ? 0 : Self.labelErrorLimit)
    guard found.reason == nil, found.count > 0 else { return nil }
    let share = NumberText.percent(Double(found.count) / Double(max(1, evaluation.rowCount)))
    var remark: RichText =
      "The labels of \(noun.count(found.count)) (\(share)) are worth a second look: by confident learning, another label is clearly probable and the given one is not. That is a hint, no proof; it means something only if the classifier did not learn from these \(noun.plural)."
    if found.count == 1 {
      remark =
        "The label of \(noun.count(1)) (\(share)) is worth a second look: by confident learning, another label is clearly probable and the given one is not. That is a hint, no proof; it means something only if the classifier did not learn from this \(noun.singular)."
    }
    guard examples != .none else {
      return section(
        found.count, [.remark(remark + " The configuration keeps examples off the pages.")])
    }
    if found.count > found.rows.count {
      remark = remark + " Listed: the \(found.rows.count) likeliest."
    }
    if hasFiles {
      let files: RichText = "\(PageFiles.labelErrors, link: .file(PageFiles.labelErrors))"
      remark = remark + (found.count == 1 ? " It is also in " : " All of them are in ") + files + "."
    }
    let table = LabelErrorTable(found.rows, examples: examples, run: subject.run.id).table
    return section(found.count, [.remark(remark), .table(table)])
  }

  private func section(_ count: Int, _ blocks: [ReportBlock]) -> ReportSection {
    ReportSection(
      slug: "label-errors", title: "Likely label errors", shortTitle: "Label errors", count: count,
      blocks: blocks)
  }
}
