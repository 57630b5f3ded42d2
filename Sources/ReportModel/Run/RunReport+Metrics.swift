import ChartKit
import Diagnostics
import Evaluation
import Markup
import RunModel

extension RunReport {
  /// Every metric: recomputed ones with interval, baseline and what was logged; then what was only logged.
  var metricsSection: ReportSection? {
    var blocks: [ReportBlock] = []
    if let evaluation {
      blocks.append(.figure(MetricsFigure(report: self, evaluation: evaluation).figure))
    }
    if let logged = loggedOnly { blocks += logged }
    guard !blocks.isEmpty else { return nil }
    return ReportSection(slug: "metrics", title: "Metrics", blocks: blocks)
  }

  /// The metrics that were logged and that the predictions say nothing about.
  private var loggedOnly: [ReportBlock]? {
    let checked = Set(
      evaluation.map { LoggedMetricCheck.checks(of: subject.run, against: $0).map(\.loggedName) } ?? [])
    let names = subject.run.metricNames.filter { !checked.contains($0) }
    guard !names.isEmpty else { return nil }
    let table = ReportTable(
      label: "Metrics as logged",
      columns: [.init("Metric"), .init("Value as logged", .number)],
      rows: names.map { name in
        .init(["\(code: name.text)", .init(ScalarText.metric(subject.run.metrics[name]))])
      })
    return evaluation == nil
      ? [.remark("As the run logged them: without predictions nothing here can be checked."), .table(table)]
      : [.heading("Only logged"), .table(table)]
  }
}
