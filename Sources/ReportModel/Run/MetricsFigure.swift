import ChartKit
import Diagnostics
import Evaluation
import Markup
import RunModel

/// The table of recomputed metrics: value, interval, plot, the baseline's value, and what the run logged.
struct MetricsFigure {
  private let report: RunReport
  private let evaluation: ClassificationEvaluation
  /// The run the values stand beside, where it was tested on the same examples.
  private let baseline: (run: Run, evaluation: ClassificationEvaluation)?
  /// What was logged, by the name of the metric; several names may mean one metric.
  private let checks: [String: [LoggedMetricCheck]]
  private let names: HeadlineMetrics
  private let plot: RowPlot

  init(report: RunReport, evaluation: ClassificationEvaluation) {
    self.report = report
    self.evaluation = evaluation
    let other = report.baseline.flatMap { entry in
      entry.evaluated.flatMap { evaluated in
        evaluated.testSet == report.subject.evaluated?.testSet ? (entry.run, evaluated.evaluation) : nil
      }
    }
    baseline = other
    checks = Dictionary(grouping: report.checks, by: \.name)
    let deciding = report.analysis.primaryMetric.map { [$0.name.text] } ?? []
    names = HeadlineMetrics(
      evaluation.metrics.map(\.name), task: evaluation.schema.task,
      keeping: Set(report.checks.map(\.name) + deciding))
    let plotted = evaluation.metrics.filter { Self.isPlotted($0.name) }
    var values = plotted.compactMap(\.value.number)
    values += plotted.flatMap { metric in
      evaluation.intervals[metric.name].map { [$0.low, $0.high] } ?? []
    }
    values += plotted.compactMap { other?.1[$0.name]?.number }
    plot = RowPlot(values: values)
  }

  var figure: ReportFigure {
    ReportFigure(
      slug: "metrics-table", finding: finding, what: what, table: table("Metrics", names.shown),
      howToRead: """
        Brackets hold the range that the data allow at 95 %: another test set of this size would move the value about \
        that much. Below it stand the method and n, what it rests on. Metrics that need probabilities are left out when \
        the predictions have none.
        """)
  }

  /// Which metrics have a value but no interval, and why; nothing where every one has.
  var reasons: ReportBlock? {
    let missing = evaluation.metrics.compactMap { metric -> (title: String, reason: String)? in
      guard metric.value.number != nil, let reason = metric.interval.reason else { return nil }
      return (MetricRegistry.standard[metric.name]?.title ?? metric.name, reason)
    }
    guard !missing.isEmpty else { return nil }
    return .fold(
      summary: "\(Wording.count(missing.count, "metric")) without interval",
      blocks: [.paragraph(IntervalWords.reasons(missing) + ".")])
  }

  /// The metrics that are folded away, if there are any.
  var further: ReportBlock? {
    guard !names.folded.isEmpty else { return nil }
    return .fold(
      summary: "\(Wording.count(names.folded.count, "more metric"))",
      blocks: [.table(table("More metrics", names.folded, hasPlot: false))])
  }

  private var finding: RichText? {
    let wrong = report.checks.count { !$0.agrees }
    if wrong > 0 {
      let verb = wrong == 1 ? "differs" : "differ"
      return
        "\(wrong) of \(Wording.count(report.checks.count, "logged metric")) \(verb) from what the predictions give"
    }
    guard let baseline else { return nil }
    let lead = MetricLead(of: evaluation, over: baseline.evaluation, on: evaluation.metrics.map(\.name))
    guard lead.compared > 0 else { return nil }
    return "\(lead.words) \(RunName.full(baseline.run)) \(lead.basis)"
  }

  private var what: RichText {
    var text: RichText = "Recomputed from the predictions, \(report.sample)."
    if let run = baseline?.run {
      text = text + " Filled: this run with its interval; hollow: \(RunName.full(run), link: .run(run.id))."
    }
    if !checks.isEmpty {
      text = text + " ✓: the predictions confirm the logged value to its last digit; ≠: they do not."
    }
    text = text + " The plot starts at \(plot.start)."
    guard report.hasFiles else { return text }
    return text
      + " All digits are in \(PageFiles.metrics, link: .file(PageFiles.metrics)), all numbers of this page in \(PageFiles.evaluation, link: .file(PageFiles.evaluation))."
  }

  private func table(_ label: String, _ names: [String], hasPlot: Bool = true) -> ReportTable {
    var columns: [ReportTable.Column] = [
      .init("Metric"), .init("Value", .tightNumber), .init("95 % interval", .interval),
    ]
    if hasPlot { columns.append(.init("Plotted", .plot, axis: plot.axis())) }
    if let baseline {
      columns += [.init("\(RunName.title(baseline.run))", .number), .init("Difference", .number)]
    }
    if !checks.isEmpty { columns.append(.init("As logged", .number)) }
    let values = Dictionary(
      evaluation.metrics.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    return ReportTable(
      label: label, columns: columns,
      groups: ReportTable.Group.byDirection(names) { name in
        row(name, values[name] ?? .undefined("not computed"), hasPlot: hasPlot)
      }, layout: .init(isFull: true, isPinned: true))
  }

  private func row(_ name: String, _ value: MetricValue, hasPlot: Bool) -> ReportTable.Row {
    let title = MetricRegistry.standard[name]?.title ?? name
    let interval = evaluation.intervals[name]
    let other = baseline?.evaluation[name]?.number
    var cells: [ReportTable.Cell] = [
      .init("\(title)", note: value.reason.map { "undefined: \($0)" }),
      .init(plain: MetricText.value(value)),
      .init(
        "\(value.number.flatMap { MetricText.interval(interval, of: $0) } ?? "")",
        note: interval.map { "\(IntervalWords.origin($0))" }),
    ]
    let dots = [
      RowPlot.Dot(other, look: .baseline),
      RowPlot.Dot(value.number, low: interval?.low, high: interval?.high),
    ]
    if hasPlot {
      cells.append(Self.isPlotted(name) && value.number != nil ? .init(drawing: plot.dots(dots)) : "")
    }
    if baseline != nil {
      cells.append(.init(plain: other.map(NumberText.score) ?? "—"))
      cells.append(.init(plain: MetricText.difference(of: value.number, from: other)))
    }
    if !checks.isEmpty { cells.append(logged(checks[name] ?? [])) }
    return .init(cells)
  }

  private func logged(_ checks: [LoggedMetricCheck]) -> ReportTable.Cell {
    let wrong = checks.filter { !$0.agrees }.map { RichText([.init("≠ " + $0.texts.logged, style: .worse)]) }
    guard wrong.isEmpty else { return .init(RichText.list(wrong)) }
    return .init(
      RichText.list(checks.map { check in "\(quiet: "✓ \(ScalarText.parameter(check.logged).plain)")" }))
  }

  /// Whether a metric shares the plot's scale: more is better, and 1 is perfect.
  private static func isPlotted(_ name: String) -> Bool {
    guard let metric = MetricRegistry.standard[name] else { return false }
    return metric.direction == .higherIsBetter && metric.range.upperBound == 1
  }
}
