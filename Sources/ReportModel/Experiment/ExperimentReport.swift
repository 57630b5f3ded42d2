import Diagnostics
import Markup
import RunModel

/// The page of one experiment: which run leads, which are comparable, what was tried.
package struct ExperimentReport: Sendable {
  /// The experiment.
  let analysis: ExperimentAnalysis
  /// How it was searched.
  let search: ExperimentAnalysis
  /// The pages that its runs are spread over.
  package let pages: LeaderboardPages
  let ties: SharedTies

  /// The pages of an experiment.
  package init(_ analysis: ExperimentAnalysis) {
    self.analysis = analysis
    search = analysis.search
    pages = LeaderboardPages(analysis)
    ties = SharedTies { LeaderTies(analysis) }
  }

  /// Whether the search was decided by something else than the experiment.
  var isSearchApart: Bool { search.runs.count < analysis.runs.count }

  /// The first page.
  package var page: ReportPage {
    var page = ReportPage(kind: .experiment, kindName: "Experiment", title: analysis.id.text)
    page.meta = meta
    let ties = ties.value
    page.lede = [Leader.sentence(analysis, ties: ties)].compactMap { $0 }
    let failed = FailedRuns(analysis)
    page.facts =
      (SearchFacts(search, of: analysis.runs.count)?.facts ?? []) + [failed?.fact].compactMap(\.self)
    page.sections =
      [
        leaderboardSection(ties, page: 1), progressSection,
      ].compactMap { $0 } + PopulationSection.sections(analysis)
      + [
        effectsSection, parametersSection, RepeatedRuns(analysis)?.section, failed?.section,
        unrankedSection(page: 1), problemsSection,
      ].compactMap { $0 }
    page.colophon = Colophon.ofSeveralRuns
    return page
  }

  /// A later page of the leaderboard, from 2 to the number of ``pages``.
  package func page(_ number: Int) -> ReportPage {
    var page = ReportPage(
      kind: .experiment, kindName: "Leaderboard", title: analysis.id.text,
      titleDetail: "page \(Wording.number(number)) of \(Wording.number(pages.count))")
    page.breadcrumbs = ["\(analysis.id.text, link: .experiment(analysis.id))"]
    page.sections =
      [leaderboardSection(ties.value, page: number), unrankedSection(page: number)].compactMap(\.self)
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

  private func unrankedSection(page: Int) -> ReportSection? {
    let shown = analysis.unranked[pages.unranked(on: page)]
    guard !shown.isEmpty else { return nil }
    // Where runs with a score stand above, the way to other pages stands below those.
    let isAlone =
      pages.count > 1
      && analysis.groups.indices.allSatisfy {
        pages.runs(ofGroup: $0, on: page).isEmpty
      }
    guard let metric = analysis.primaryMetric else {
      return section(
        shown, title: "Runs", remark: "None of these runs has predictions or a metric; oldest first.",
        pager: isAlone ? pager(page) : [])
    }
    return section(
      shown, title: "Not ranked",
      remark: "Runs that failed or are without \(metric.titleInSentence), oldest first.",
      pager: isAlone ? pager(page) : [])
  }

  private func section(
    _ runs: ArraySlice<EvaluatedRun>, title: String, remark: RichText, pager: [ReportBlock]
  ) -> ReportSection {
    ReportSection(
      slug: "not-ranked", title: title, count: analysis.unranked.count,
      blocks: [
        .remark(remark),
        .table(
          ReportTable(
            label: title, columns: [.init("Run"), .init("Status"), .init("Started"), .init("Why", .prose)],
            rows: runs.map { entry in
              let run = entry.run
              return .init(
                [
                  "\(RunName.full(run), link: .run(run.id))", "\(analysis.statusWord(of: run))",
                  "\(run.timestamp?.day ?? "—")", "\(reason(entry))",
                ], anchor: .leaderboardRow(run.id))
            })),
      ] + pager)
  }

  /// Why a run is not ranked; of a trial, what it was judged by.
  private func reason(_ entry: EvaluatedRun) -> String {
    if isSearchApart, let metric = search.primaryMetric, let score = search.entry(of: entry.run.id)?.score {
      return "A trial, judged by \(metric.titleInSentence): \(NumberText.score(score.value))."
    }
    return Reason.text(entry, metric: analysis.primaryMetric)
  }

  private var problemsSection: ReportSection? {
    guard !analysis.diagnostics.isEmpty else { return nil }
    return ReportSection(
      slug: "problems", title: "Problems in the configuration", shortTitle: "Problems",
      count: analysis.diagnostics.count,
      blocks: DiagnosticTable.blocks(analysis.diagnostics, label: "Problems in the configuration"))
  }
}
