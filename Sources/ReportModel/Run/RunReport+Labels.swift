import ChartKit
import Diagnostics
import Evaluation
import Markup

extension RunReport {
  /// More rows than this are folded into the file beside the page.
  private static let labelLimit = 60

  /// Precision, recall and F1 of each label, lowest F1 first.
  var labelsSection: ReportSection? {
    guard let evaluation, !evaluation.perLabel.isEmpty else { return nil }
    let ordered = evaluation.perLabel.enumerated().sorted {
      ($0.element.f1.number ?? -1, $0.offset) < ($1.element.f1.number ?? -1, $1.offset)
    }.map(\.element)
    let shown = ordered.prefix(Self.labelLimit)
    let ends = shown.flatMap { [$0.precision.number, $0.recall.number] }.compactMap { $0 }
    let plot = RowPlot(values: ends, width: 150)
    var what: RichText =
      "Lowest F1 first. Hollow: precision, filled: recall; the line between them shows which way the label errs."
    if evaluation.schema.hasProbabilities {
      what = what + " ROC AUC and average precision are one label against the rest."
    }
    what = what + " The plot starts at \(plot.start)."
    if ordered.count > shown.count {
      what =
        what + " The \(shown.count) lowest of \(Wording.number(ordered.count)) labels"
        + (hasFiles ? "; \("all of them", link: .file(PageFiles.labels))." : ".")
    }
    let figure = ReportFigure(
      slug: "labels-table", finding: LabelFinding.text(ordered), what: what,
      table: ReportTable(
        label: "Labels", columns: columns(plot, hasScores: evaluation.schema.hasProbabilities),
        groups: [
          .init(rows: shown.map { row($0, plot: plot, hasScores: evaluation.schema.hasProbabilities) }),
          .init(rows: [meanRow(evaluation)]),
        ], layout: .init(isFull: true, isPinned: true)))
    return ReportSection(
      slug: "labels", title: "Labels", count: evaluation.schema.labels.count, blocks: [.figure(figure)])
  }

  private func columns(_ plot: RowPlot, hasScores: Bool) -> [ReportTable.Column] {
    var columns: [ReportTable.Column] = [
      .init("Label"), .init("n", .number), .init("Precision", .tightNumber), .init("", .interval),
      .init("Recall", .tightNumber), .init("", .interval), .init("Plotted", .plot, axis: plot.axis()),
      .init("F1", .number),
    ]
    if hasScores { columns += [.init("ROC AUC", .number), .init("Avg. prec.", .number)] }
    return columns
  }

  private func row(_ label: LabelEvaluation, plot: RowPlot, hasScores: Bool) -> ReportTable.Row {
    func number(_ value: MetricValue) -> ReportTable.Cell {
      .init(RichText([.init(MetricText.value(value))]))
    }
    func range(_ interval: Interval?, _ value: MetricValue) -> ReportTable.Cell {
      .init(RichText([.init(value.number.flatMap { MetricText.interval(interval, of: $0) } ?? "")]))
    }
    var cells: [ReportTable.Cell] = [
      .init(RichText([.init(Wording.label(label.label.text))])),
      .init(RichText([.init(NumberText.weight(label.support))])),
      number(label.precision), range(label.precisionInterval, label.precision),
      number(label.recall), range(label.recallInterval, label.recall),
      .init(drawing: plot.dumbbell(label.precision.number, label.recall.number)),
      number(label.f1),
    ]
    if hasScores { cells += [number(label.rocAUC), number(label.averagePrecision)] }
    return .init(cells)
  }

  private func meanRow(_ evaluation: ClassificationEvaluation) -> ReportTable.Row {
    func number(_ name: String) -> ReportTable.Cell {
      .init(RichText([.init(evaluation[name].map { MetricText.value($0) } ?? "")]))
    }
    var cells: [ReportTable.Cell] = [
      "Macro mean", .init(RichText([.init(NumberText.weight(evaluation.weightSum))])),
      number("precision_macro"), "", number("recall_macro"), "", "", number("f1_macro"),
    ]
    if evaluation.schema.hasProbabilities {
      let auc = evaluation.schema.task == .multilabel ? "roc_auc_macro" : "roc_auc_ovr_macro"
      cells += [number(auc), number("average_precision_macro")]
    }
    return .init(cells)
  }
}
