import Diagnostics
import RunModel
import Testing

@testable import ReportModel

struct LeaderboardPagesTests {
  /// The page of an experiment of so many runs with a score and so many without.
  private func report(
    _ scored: Int, without unscored: Int = 0, _ configuration: ExperimentConfiguration = .init()
  ) -> ExperimentReport {
    let values = (0..<scored).map { Double(($0 * 7_919) % 1_000) / 1_000 }
    let failed = (0..<unscored).map { EvaluatedRun(run: Sample.run("failed-\($0)", minute: $0 % 60)) }
    return ExperimentReport(
      Sample.analysis(Sample.logged(values, as: "accuracy") + failed, configuration))
  }

  private func pages(_ report: ExperimentReport) -> [ReportPage] {
    [report.page] + (1..<report.pages.count).map { report.page($0 + 1) }
  }

  private func rows(_ page: ReportPage, _ section: String) -> [ReportTable.Row] {
    page.section(section)?.blocks.flatMap(\.tables).flatMap(\.groups).flatMap(\.rows) ?? []
  }

  private func pagers(_ page: ReportPage) -> [ReportPager] {
    page.sections.flatMap(\.blocks).compactMap { if case .pager(let pager) = $0 { pager } else { nil } }
  }

  @Test(arguments: [(0, 3), (1, 0), (150, 0), (151, 0), (100, 60), (250, 0), (301, 120), (0, 220)])
  func everyRunStandsOnOnePageInOrder(_ scored: Int, _ unscored: Int) {
    let report = report(scored, without: unscored)
    let pages = pages(report)
    let ranked = pages.flatMap { rows($0, "leaderboard") }
    #expect(
      ranked.map(\.anchor) == report.analysis.groups.flatMap(\.ranked).map { .leaderboardRow($0.run.run.id) })
    let rest = pages.flatMap { rows($0, "not-ranked") }
    #expect(rest.map(\.anchor) == report.analysis.unranked.map { .leaderboardRow($0.run.id) })
    for page in pages {
      let count = rows(page, "leaderboard").count + rows(page, "not-ranked").count
      #expect(count > 0 && count <= 150)
      #expect(pagers(page).count == (pages.count > 1 ? 1 : 0))
    }
  }

  @Test func linksLeadToThePageOfARun() {
    let report = report(250, without: 3)
    let later = report.pages.laterPages(of: report.analysis)
    for (number, page) in pages(report).enumerated() {
      for row in rows(page, "leaderboard") + rows(page, "not-ranked") {
        guard case .leaderboardRow(let run) = row.anchor else { continue }
        #expect((later[run] ?? 1) == number + 1)
      }
    }
  }

  @Test func aBaselineThatStandsElsewhereIsPinnedToEveryPage() throws {
    var configuration = ExperimentConfiguration()
    let last = try #require(report(250).analysis.groups[0].ranked.last?.run.run.id)
    configuration.baseline = last.run
    let pages = pages(report(250, configuration))
    let first = try #require(pages[0].section("leaderboard")?.blocks.flatMap(\.tables).first)
    #expect(first.groups[0].title?.plain == "The baseline, at place 250")
    #expect(first.groups[0].rows[0].anchor == nil)
    #expect(rows(pages[0], "leaderboard").count == 101)
    // It is among the others there.
    #expect(rows(pages[2], "leaderboard").count == 50)
  }

  @Test func theWayToOtherPagesNamesTheNearOnes() {
    func numbers(_ current: Int, of count: Int) -> [Int?] {
      ReportPager(experiment: "e", current: current, count: count).numbers
    }
    #expect(numbers(1, of: 2) == [1, 2])
    #expect(numbers(4, of: 5) == [1, 2, 3, 4, 5])
    #expect(numbers(1, of: 100) == [1, 2, 3, nil, 100])
    #expect(numbers(50, of: 100) == [1, nil, 48, 49, 50, 51, 52, nil, 100])
    #expect(numbers(100, of: 100) == [1, nil, 98, 99, 100])
  }

  @Test func theRowsOfAllPagesAreOneTable() throws {
    let report = report(250)
    #expect(report.wholeLeaderboard?.rowCount == 250)
    let page = try #require(report.page(2).section("leaderboard")?.blocks.flatMap(\.tables).first)
    #expect(page.layout.rowsFile == "leaderboard-rows.js")
    #expect(
      try #require(self.report(20).page.section("leaderboard")?.blocks.flatMap(\.tables).first).layout
        .rowsFile == nil)
  }
}
