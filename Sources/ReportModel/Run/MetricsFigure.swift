import ChartKit
import Evaluation
import Markup
import RunModel

/// The table of recomputed metrics: value, interval, plot, the baseline's value, and what the run logged.
struct MetricsFigure {
  private let report: RunReport
  private let evaluation: ClassificationEvaluation
  private let baseline: ClassificationEvaluation?
  private let checks: [String: LoggedMetricCheck]
  private let plot: RowPlot

  init(report: RunReport, evaluation: ClassificationEvaluation) {
    self.report = report
    self.evaluation = evaluation
    let other = report.baseline?.evaluated
    let compared = other?.testSet == report.subject.evaluated?.testSet ? other?.evaluation : nil
    baseline = compared
    checks = Dictionary(
      LoggedMetricCheck.checks(of: report.subject.run, against: evaluation).map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first })
    let plotted = evaluation.metrics.filter { Self.isPlotted($0.name) }
    var values = plotted.compactMap(\.value.number)
    values += plotted.flatMap { metric in
      evaluation.intervals[metric.name].map { [$0.low, $0.high] } ?? []
    }
    values += plotted.compactMap { compared?[$0.name]?.number }
    plot = RowPlot(values: values)
  }

  var figure: ReportFigure {
    ReportFigure(
      slug: "metrics-table", finding: finding, what: what, table: table,
      howToRead: """
        A value in brackets is the range that the data allow at 95 %, where a simple formula is known for it. Metrics \
        that need probabilities are left out when the predictions have none.
        """)
  }

  private var finding: RichText? {
    let wrong = checks.values.filter { !$0.agrees }.count
    if wrong > 0 {
      return "\(wrong) of \(checks.count) logged metrics differ from what the predictions give"
    }
    guard let baseline else { return nil }
    let compared = evaluation.metrics.filter { baseline[$0.name]?.number != nil && $0.value.number != nil }
    let ahead = compared.filter { isAhead($0.name) == true }.count
    guard !compared.isEmpty, let name = report.baseline.map({ RunName.full($0.run) }) else { return nil }
    return "Ahead of \(name) on \(ahead) of \(compared.count) metrics"
  }

  private var what: RichText {
    var text: RichText = "Recomputed from the predictions, \(report.sample)."
    if let run = report.baseline?.run, baseline != nil {
      text = text + " Filled: this run with its interval; hollow: \(RunName.full(run), link: .run(run.id))."
    }
    return text + " The plot starts at \(plot.start)."
  }

  private var table: ReportTable {
    var columns: [ReportTable.Column] = [
      .init("Metric"), .init("Value", .tightNumber), .init("95 % interval", .interval),
      .init("Plotted", .plot, axis: plot.axis()),
    ]
    if baseline != nil { columns += [.init("\(baselineName)", .number), .init("Difference", .number)] }
    if !checks.isEmpty { columns.append(.init("As logged", .number)) }
    let groups = [
      ("Higher is better", ClassificationMetric.Direction.higherIsBetter),
      ("Lower is better", .lowerIsBetter),
    ].compactMap { title, direction -> ReportTable.Group? in
      let rows = evaluation.metrics.filter { MetricRegistry.standard[$0.name]?.direction == direction }.map(
        row)
      return rows.isEmpty ? nil : .init(title: RichText([.init(title)]), rows: rows)
    }
    return ReportTable(
      label: "Metrics", columns: columns, groups: groups, layout: .init(isFull: true, isPinned: true))
  }

  private var baselineName: String { report.baseline.map { RunName.title($0.run) } ?? "" }

  private func row(_ metric: MetricResult) -> ReportTable.Row {
    let title = MetricRegistry.standard[metric.name]?.title ?? metric.name
    let interval = evaluation.intervals[metric.name]
    var cells: [ReportTable.Cell] = [
      .init("\(title)", note: metric.value.reason.map { "undefined: \($0)" }),
      .init(RichText([.init(MetricText.value(metric.value))])),
      .init(RichText([.init(metric.value.number.flatMap { MetricText.interval(interval, of: $0) } ?? "")])),
    ]
    let isPlotted = Self.isPlotted(metric.name) && metric.value.number != nil
    cells.append(
      isPlotted
        ? .init(
          drawing: plot.dots([
            RowPlot.Dot(baseline?[metric.name]?.number, look: .baseline),
            RowPlot.Dot(metric.value.number, low: interval?.low, high: interval?.high),
          ]))
        : "")
    if let baseline {
      cells.append(.init(RichText([.init(MetricText.value(baseline[metric.name]))])))
      cells.append(difference(metric, baseline[metric.name]?.number))
    }
    if !checks.isEmpty { cells.append(logged(checks[metric.name])) }
    return .init(cells)
  }

  private func difference(_ metric: MetricResult, _ other: Double?) -> ReportTable.Cell {
    guard let value = metric.value.number, let other else { return "—" }
    let decimals = min(NumberText.decimals(score: value), NumberText.decimals(score: other))
    let text = NumberText.difference(value - other, decimals: decimals)
    return .init(RichText([.init(text)]))
  }

  private func logged(_ check: LoggedMetricCheck?) -> ReportTable.Cell {
    guard let check else { return "" }
    let decimals = NumberText.decimals(score: check.recomputed)
    let agrees: RichText = "\(quiet: "✓ agrees")"
    if check.agrees { return .init(agrees) }
    let shown = check.logged.number ?? .nan
    let isVisible =
      NumberText.fixed(shown, decimals: decimals) != NumberText.fixed(check.recomputed, decimals: decimals)
    return .init(
      RichText([.init("≠ " + (isVisible ? NumberText.score(shown) : check.loggedShort), style: .worse)]))
  }

  private func isAhead(_ name: String) -> Bool? {
    guard let own = evaluation[name]?.number, let other = baseline?[name]?.number,
      let direction = MetricRegistry.standard[name]?.direction
    else { return nil }
    return direction == .higherIsBetter ? own > other : own < other
  }

  /// Whether a metric shares the plot's scale: more is better, and 1 is perfect.
  private static func isPlotted(_ name: String) -> Bool {
    guard let metric = MetricRegistry.standard[name] else { return false }
    return metric.direction == .higherIsBetter && metric.range.upperBound == 1
  }
}
