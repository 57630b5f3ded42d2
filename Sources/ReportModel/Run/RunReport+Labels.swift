import ChartKit
import Diagnostics
import Evaluation
import Markup

extension RunReport {
  /// More rows than this are left to the file beside the page.
  private static let labelLimit = 60

  /// Precision, recall and F1 of each label, lowest F1 first.
  var labelsSection: ReportSection? {
    guard let evaluation, !evaluation.perLabel.isEmpty else { return nil }
    let ordered = LabelOrder.byF1(evaluation)
    let shown = ordered.prefix(Self.labelLimit)
    let table = LabelTable(shown, evaluation: evaluation)
    var what: RichText =
      "Lowest F1 first. Hollow: precision, filled: recall, stroke: F1. The line shows which way the label errs."
    if evaluation.schema.hasProbabilities {
      what = what + " ROC AUC and average precision are one label against the rest."
    }
    what = what + " The plot starts at \(table.plotStart)."
    if ordered.count > shown.count {
      let file: RichText = hasFiles ? "; \("all of them", link: .file(PageFiles.labels))" : RichText()
      what = what + " The \(shown.count) lowest of \(Wording.number(ordered.count)) labels" + file + "."
    } else if hasFiles {
      what = what + " With further rates in \(PageFiles.labels, link: .file(PageFiles.labels))."
    }
    let figure = ReportFigure(
      slug: "labels-table", finding: LabelFinding.text(ordered), what: what, table: table.table)
    return ReportSection(
      slug: "labels", title: "Labels", count: evaluation.schema.labels.count, blocks: [.figure(figure)])
  }
}
