import ChartKit
import Diagnostics
import Evaluation
import Markup

/// Labels as a table: precision and recall with their intervals, F1, and what the ranking is worth.
struct LabelTable {
  private let labels: ArraySlice<LabelEvaluation>
  private let evaluation: ClassificationEvaluation
  private let plot: RowPlot
  private let hasIntervals: Bool

  init(_ labels: ArraySlice<LabelEvaluation>, evaluation: ClassificationEvaluation) {
    self.labels = labels
    self.evaluation = evaluation
    let ends = labels.flatMap { [$0.precision.number, $0.recall.number] }.compactMap(\.self)
    plot = RowPlot(values: ends, width: 150)
    hasIntervals = labels.contains { $0.precisionInterval != nil || $0.recallInterval != nil }
  }

  /// The value at which the axis of the plot starts.
  var plotStart: String { plot.start }

  var table: ReportTable {
    ReportTable(
      label: "Labels", columns: columns, groups: [.init(rows: labels.map(row)), .init(rows: [meanRow])],
      layout: .init(isFull: true, isPinned: true))
  }

  private var columns: [ReportTable.Column] {
    var columns: [ReportTable.Column] = [.init("Label"), .init("n", .number)]
    for measure in ["Precision", "Recall"] {
      columns.append(.init("\(measure)", hasIntervals ? .tightNumber : .number))
      if hasIntervals {
        columns.append(.init("\(measure), 95 % interval", .interval, isTitleHidden: true))
      }
    }
    columns += [.init("Plotted", .plot, axis: plot.axis()), .init("F1", .number)]
    if evaluation.schema.hasProbabilities {
      columns += [.init("ROC AUC", .number), .init("Avg. prec.", .number)]
    }
    return columns
  }

  private func row(_ label: LabelEvaluation) -> ReportTable.Row {
    var cells: [ReportTable.Cell] = [
      .init(plain: Wording.label(label.label.text)), .init(plain: NumberText.weight(label.support)),
    ]
    cells += value(label.precision, label.precisionInterval) + value(label.recall, label.recallInterval)
    cells.append(
      .init(drawing: plot.dumbbell(label.precision.number, label.recall.number, between: label.f1.number)))
    cells += value(label.f1)
    if evaluation.schema.hasProbabilities { cells += value(label.rocAUC) + value(label.averagePrecision) }
    return .init(cells)
  }

  private var meanRow: ReportTable.Row {
    func mean(_ name: String) -> [ReportTable.Cell] {
      [.init(plain: evaluation[name].map { MetricText.value($0) } ?? "")]
    }
    let gap: [ReportTable.Cell] = hasIntervals ? [""] : []
    var cells: [ReportTable.Cell] = [
      "Macro mean", .init(plain: NumberText.weight(evaluation.weightSum)),
    ]
    cells += mean("precision_macro") + gap + mean("recall_macro") + gap + [""] + mean("f1_macro")
    if evaluation.schema.hasProbabilities {
      let area = evaluation.schema.task == .multilabel ? "roc_auc_macro" : "roc_auc_ovr_macro"
      cells += mean(area) + mean("average_precision_macro")
    }
    return .init(cells)
  }

  private func value(_ value: MetricValue) -> [ReportTable.Cell] {
    [.init(plain: MetricText.value(value))]
  }

  private func value(_ value: MetricValue, _ interval: Interval?) -> [ReportTable.Cell] {
    let range = value.number.flatMap { MetricText.interval(interval, of: $0) } ?? ""
    return self.value(value) + (hasIntervals ? [.init(plain: range)] : [])
  }
}
