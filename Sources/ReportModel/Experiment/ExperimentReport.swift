import Diagnostics
import RunModel

/// The page of one experiment: which run leads, which are comparable, what was tried.
package struct ExperimentReport: Sendable {
  /// The experiment.
  let analysis: ExperimentAnalysis

  /// The page of an experiment.
  package init(_ analysis: ExperimentAnalysis) {
    self.analysis = analysis
  }

  /// The page.
  package var page: ReportPage {
    var page = ReportPage(kind: .experiment, kindName: "Experiment", title: analysis.id.text)
    page.meta = meta
    let ties = LeaderTies(analysis)
    page.lede = [Leader.sentence(analysis, ties: ties)].compactMap { $0 }
    page.sections =
      [
        leaderboardSection(ties), progressSection, RepeatedRuns(analysis)?.section, unrankedSection,
        problemsSection,
      ].compactMap { $0 }
    page.colophon = Colophon.ofSeveralRuns
    return page
  }

  private var meta: [RichText] {
    let variants = Set(analysis.runs.map(\.run.id.variant)).count
    var parts: [RichText] = [
      "\(Wording.count(analysis.runs.count, "run")) of \(Wording.count(variants, "variant"))"
    ]
    if let period = Period.text(analysis.runs.compactMap(\.run.timestamp)) { parts.append("\(period)") }
    if analysis.groups.count == 1, analysis.groups[0].testSet != nil, let count = analysis.groups[0].count {
      parts.append("tested on the same \(Wording.count(count, "example"))")
    }
    return parts
  }

  private var unrankedSection: ReportSection? {
    guard !analysis.unranked.isEmpty else { return nil }
    guard let metric = analysis.primaryMetric else {
      return section(title: "Runs", remark: "None of these runs has predictions or a metric; oldest first.")
    }
    return section(title: "Not ranked", remark: "Runs without \(metric.titleInSentence), oldest first.")
  }

  private func section(title: String, remark: RichText) -> ReportSection {
    ReportSection(
      slug: "not-ranked", title: title, count: analysis.unranked.count,
      blocks: [
        .remark(remark),
        .table(
          ReportTable(
            label: title, columns: [.init("Run"), .init("Status"), .init("Started"), .init("Why", .prose)],
            rows: analysis.unranked.map { entry in
              let run = entry.run
              return .init(
                [
                  "\(RunName.full(run), link: .run(run.id))", "\(run.status.rawValue)",
                  "\(run.timestamp?.day ?? "—")", "\(Reason.text(entry, metric: analysis.primaryMetric))",
                ], anchor: .leaderboardRow(run.id))
            })),
      ])
  }

  private var problemsSection: ReportSection? {
    guard !analysis.diagnostics.isEmpty else { return nil }
    return ReportSection(
      slug: "problems", title: "Problems in the configuration", shortTitle: "Problems",
      count: analysis.diagnostics.count,
      blocks: DiagnosticTable.blocks(analysis.diagnostics, label: "Problems in the configuration"))
  }
}
