import Diagnostics
import Markup
import RunModel

extension IndexReport {
  private static let latestLimit = 8

  /// The latest runs of all experiments.
  var latestSection: ReportSection? {
    let timed = analyses.flatMap { analysis in
      analysis.runs.filter { $0.run.timestamp != nil }.map { (analysis: analysis, run: $0) }
    }
    let latest = timed.sorted { Run.isOlder($1.run.run, $0.run.run) }.prefix(Self.latestLimit)
    guard analyses.count > 1, !latest.isEmpty else { return nil }
    return ReportSection(
      slug: "latest", title: "Latest runs",
      blocks: [
        .table(
          ReportTable(
            label: "Latest runs",
            columns: [
              .init("Started"), .init("Experiment"), .init("Run"), .init("Metric"),
              .init("Value", .tightNumber),
              .init("95 % interval", .interval), .init("Status"),
            ],
            rows: latest.map { entry in
              let run = entry.run.run
              let score = entry.analysis.primaryMetric?.score(of: entry.run)
              return .init([
                "\(run.timestamp?.dayAndTime ?? "—")",
                "\(run.id.experiment.text, link: .experiment(run.id.experiment))",
                "\(RunName.besideTime(run), link: .run(run.id))",
                "\(score == nil ? "" : entry.analysis.primaryMetric?.title ?? "")",
                .init(plain: score.map { NumberText.score($0.value) } ?? "—"),
                .init(plain: score.flatMap { MetricText.interval($0.interval, of: $0.value) } ?? ""),
                "\(run.status.rawValue)",
              ])
            }))
      ])
  }
}
