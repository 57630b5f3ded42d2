import ChartKit
package import Diagnostics
import Markup
import RunModel

/// The site's first page: every experiment with its best run, the latest runs, and what could not be read.
package struct IndexReport: Sendable {
  private let title: String
  private let sourceName: String
  let analyses: [ExperimentAnalysis]
  private let empty: [ExactString]
  private let diagnostics: [Diagnostic]

  /// The first page of a site; `empty` are experiments without a readable run.
  package init(
    title: String, sourceName: String, analyses: [ExperimentAnalysis], empty: [ExactString],
    diagnostics: [Diagnostic]
  ) {
    self.title = title
    self.sourceName = sourceName
    // The runs of an experiment are sorted by time, so the last one is the latest.
    self.analyses = analyses.sorted { left, right in
      let times = [left, right].map { $0.runs.last?.run.timestamp?.microseconds ?? .min }
      return times[0] == times[1] ? left.id < right.id : times[0] > times[1]
    }
    self.empty = empty
    self.diagnostics = diagnostics
  }

  /// The page.
  package var page: ReportPage {
    var page = ReportPage(kind: .index, kindName: "", title: title)
    let runs = analyses.flatMap(\.runs)
    page.meta = [
      "\(Wording.count(analyses.count + empty.count, "experiment"))", "\(Wording.count(runs.count, "run"))",
    ]
    if let period = Period.text(runs.compactMap(\.run.timestamp)) { page.meta.append("\(period)") }
    page.meta.append("from \(sourceName)")
    if !diagnostics.isEmpty {
      page.meta.append(
        "\("\(ProblemWords.count(diagnostics)) in the input", link: .anchor("problems"))")
    }
    page.lede =
      runs.isEmpty ? ["There is no run to show."] : [LatestRun.sentence(analyses)].compactMap(\.self)
    page.sections = [experimentsSection, latestSection, problemsSection].compactMap { $0 }
    page.colophon = Colophon.ofSeveralRuns
    return page
  }

  private var experimentsSection: ReportSection? {
    guard !analyses.isEmpty || !empty.isEmpty else { return nil }
    let table = ReportTable(
      label: "Experiments",
      columns: [
        .init("Experiment"), .init("Primary metric"), .init("Best", .tightNumber),
        .init("95 % interval", .interval),
        .init("Over runs, oldest first", .plot), .init("Best run"), .init("Runs", .number),
        .init("Last run", .number),
      ],
      rows: analyses.map(row) + empty.map { .init(["\($0.text)", "no run could be read"]) },
      layout: .init(isFull: true, isTall: true))
    return ReportSection(
      slug: "experiments", title: "Experiments", count: analyses.count + empty.count,
      blocks: [
        .remark(
          "Latest first. In the small charts each dot is a run, the line is the best so far; the axes differ."
        ),
        .table(table),
      ])
  }

  private func row(_ analysis: ExperimentAnalysis) -> ReportTable.Row {
    let testSets = Set(analysis.groups.compactMap(\.testSet)).count
    let name: ReportTable.Cell = .init(
      "\(analysis.id.text, link: .experiment(analysis.id))",
      note: testSets > 1 ? "\(testSets) test sets" : nil)
    let last = analysis.runs.last?.run.timestamp?.day ?? "—"
    let runs = ReportTable.Cell(plain: Wording.number(analysis.runs.count))
    guard let metric = analysis.primaryMetric, let group = analysis.groups.first else {
      let metric: ReportTable.Cell =
        analysis.primaryMetric.map { .init("\($0.title)", note: "no run has it") } ?? "none"
      return .init([name, metric, "—", "", "", "—", runs, "\(last)"])
    }
    let best = group.best
    let basis = group.origin == .logged ? "as logged" : group.count.map { "n = \(Wording.number($0))" } ?? ""
    return .init([
      name,
      .init("\(metric.title)", note: "\(basis)"),
      .init(plain: best.map { NumberText.score($0.score.value) } ?? "—", isBest: best != nil),
      .init(plain: best.flatMap { MetricText.interval($0.score.interval, of: $0.score.value) } ?? ""),
      ProgressFigure(analysis).map { .init(drawing: $0.chart.sparkline(), text: "\($0.chart.summary)") }
        ?? "",
      best.map { "\(RunName.full($0.run.run), link: .run($0.run.run.id))" } ?? "—",
      runs, "\(last)",
    ])
  }

  private var problemsSection: ReportSection? {
    guard !diagnostics.isEmpty else { return nil }
    return ReportSection(
      slug: "problems", title: "Problems in the input", shortTitle: "Problems", count: diagnostics.count,
      blocks: [
        .remark(
          "What could be read is built all the same; with \(code: "--strict") warnings fail the build.")
      ] + DiagnosticTable.blocks(diagnostics))
  }
}
