import Diagnostics
import RunModel

extension RunReport {
  /// Every metric: recomputed ones with interval, baseline and what was logged; then what was only logged.
  var metricsSection: ReportSection? {
    let recomputed = evaluation.map { MetricsFigure(report: self, evaluation: $0) }
    let figure = recomputed.map { ReportBlock.figure($0.figure) }
    let blocks = [figure, recomputed?.further, recomputed?.reasons].compactMap(\.self) + loggedOnly
    guard !blocks.isEmpty else { return nil }
    return ReportSection(slug: "metrics", title: "Metrics", blocks: blocks)
  }

  /// The metrics that were logged and that the predictions say nothing about.
  private var loggedOnly: [ReportBlock] {
    let checked = Set(checks.map(\.loggedName))
    let names = subject.run.metricNames.filter { !checked.contains($0) }
    guard !names.isEmpty else { return [] }
    let table = ReportTable(
      label: "Metrics as logged",
      columns: [.init("Metric"), .init("Value as logged", .number)],
      rows: names.map { name in
        .init(["\(code: Wording.label(name.text))", .init(ScalarText.metric(subject.run.metrics[name]))])
      })
    return evaluation == nil
      ? [.remark("As the run logged them: without predictions nothing here can be checked."), .table(table)]
      : [.heading("Only logged"), .table(table)]
  }
}
