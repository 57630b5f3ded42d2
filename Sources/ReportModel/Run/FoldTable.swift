import ChartKit
import Diagnostics
import Evaluation
import Markup

/// Folds as a table: a few metrics of each, then how these spread.
struct FoldTable {
  /// The metrics that have a column, the deciding one first.
  let names: [String]
  private let report: FoldReport
  private let shown: ArraySlice<Fold>
  private let plot: RowPlot

  /// A table of the first `limit` folds, led by the metric `primary`, or the usual one where the folds do not have it.
  init(_ report: FoldReport, primary: String?, task: ClassificationTask, limit: Int) {
    self.report = report
    shown = report.folds.prefix(limit)
    let wanted: [String] =
      switch task {
      case .binary: ["accuracy", "f1_macro", "roc_auc", "log_loss"]
      case .multiclass: ["accuracy", "f1_macro", "roc_auc_ovr_macro", "log_loss"]
      case .multilabel: ["f1_micro", "f1_macro", "accuracy", "hamming_loss"]
      }
    var names = primary.map { [$0] } ?? []
    names += wanted.filter { $0 != primary }
    self.names = names.filter { report[$0] != nil }
    let lead = self.names.first ?? ""
    plot = RowPlot(
      values: shown.flatMap { fold -> [Double] in
        let result = fold.metrics.first { $0.name == lead }
        let interval = result?.interval.interval
        return [result?.value.number, interval?.low, interval?.high].compactMap(\.self)
      }, width: 150)
  }

  /// The value at which the axis of the plot starts.
  var plotStart: String { plot.start }

  var table: ReportTable {
    var columns: [ReportTable.Column] = [.init("Fold"), .init("n", .number)]
    for (position, name) in names.enumerated() {
      let title = MetricRegistry.standard[name]?.title ?? name
      columns.append(.init("\(title)", position == 0 ? .tightNumber : .number))
      if position == 0 {
        columns += [
          .init("95 % interval", .interval), .init("Plotted", .plot, axis: plot.axis()),
        ]
      }
    }
    return ReportTable(
      label: "Folds", columns: columns,
      groups: [.init(rows: shown.map(row)), .init(title: "Over the folds", rows: spreadRows)],
      layout: .init(isFull: true, isPinned: true))
  }

  private func row(_ fold: Fold) -> ReportTable.Row {
    var cells: [ReportTable.Cell] = [
      .init(plain: Wording.label(fold.name.text)), .init(plain: Wording.number(fold.rows)),
    ]
    for (position, name) in names.enumerated() {
      let result = fold.metrics.first { $0.name == name }
      let value = result?.value.number
      cells.append(.init(plain: MetricText.value(result?.value)))
      guard position == 0 else { continue }
      let interval = result?.interval.interval
      cells.append(.init(plain: value.flatMap { MetricText.interval(interval, of: $0) } ?? ""))
      let dot = RowPlot.Dot(value, low: interval?.low, high: interval?.high)
      cells.append(
        value == nil ? "" : .init(drawing: plot.dots([dot], reference: report[name]?.spread?.mean)))
    }
    return .init(cells)
  }

  private var spreadRows: [ReportTable.Row] {
    let spreads = names.map { report[$0]?.spread }
    let rows: [(title: String, value: (Spread) -> Double?)] = [
      ("Mean", { $0.mean }), ("Standard deviation", { $0.standardDeviation.number }),
      ("Lowest", { $0.minimum }), ("Highest", { $0.maximum }),
    ]
    return rows.map { row in
      var cells: [ReportTable.Cell] = [.init(plain: row.title), ""]
      for (position, spread) in spreads.enumerated() {
        let decimals = NumberText.decimals(score: spread?.mean ?? 0)
        cells.append(
          .init(plain: spread.flatMap(row.value).map { NumberText.fixed($0, decimals: decimals) } ?? "—"))
        if position == 0 { cells += ["", ""] }
      }
      return .init(cells)
    }
  }
}
