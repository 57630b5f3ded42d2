import Diagnostics
import RunModel
import Testing

@testable import ReportModel

struct ExperimentReportTests {
  private func page(
    _ runs: [EvaluatedRun], _ configuration: ExperimentConfiguration = ExperimentConfiguration()
  ) -> ReportPage {
    ExperimentReport(Sample.analysis(runs, configuration)).page
  }

  private func leaderboard(_ page: ReportPage) throws -> ReportTable {
    try #require(page.section("leaderboard")?.blocks.flatMap(\.tables).first)
  }

  @Test func comparableRunsMakeALeaderboardAndAFigureOfProgress() throws {
    let page = page(try Sample.scored([7, 9]))
    #expect(page.sections.map(\.slug) == ["leaderboard", "progress"])
    #expect(
      page.meta.map(\.plain) == ["2 runs of 1 variant", "18 Nov 2026", "tested on the same 10 examples"])
    let rows = try leaderboard(page).groups[0].rows
    #expect(rows.map { $0.cells[0].text.plain } == ["svm", "svm tied"])
    #expect(rows.map { $0.cells[1].isBest } == [true, false])
    #expect(rows.map { $0.cells[4].text.plain } == ["", "−20.0"])
    #expect(rows.map { $0.cells.last?.text.plain } == ["runner-up", "best"])
  }

  @Test func differentTestSetsStandInGroupsOfTheirOwn() throws {
    let other = try Sample.evaluated(Sample.run("x", minute: 9), [[10, 0], [0, 0]], testSet: "second-set")
    let runs = try Sample.scored([7, 9]) + [other] + Sample.logged([1], as: "accuracy")
    let groups = try leaderboard(page(runs)).groups
    #expect(
      groups.map { $0.title?.plain } == [
        "Tested on 10 examples, set first", "Tested on 10 examples, set second-s",
        "As logged: what these runs were tested on is not known",
      ])
    #expect(groups.map { $0.rows.map(\.isThis) } == [[true, false], [true], [true]])
  }

  @Test func anUnknownDirectionMarksNothing() throws {
    let page = page(Sample.logged([1, 2], as: "rows"))
    let table = try leaderboard(page)
    #expect(table.groups[0].rows.allSatisfy { row in !row.isThis && !row.cells.contains { $0.isBest } })
    #expect(
      PageText(page).contains("By rows; which way is better is not known, so no run is marked as best."))
  }

  @Test func parametersThatDifferAreColumns() throws {
    var runs = try Sample.scored([7, 9])
    runs[0].run.params = ["C": .real(1), "kernel": .text("rbf")]
    runs[1].run.params = ["C": .real(10), "kernel": .text("rbf"), "gamma": .real(0.1)]
    let table = try leaderboard(page(runs))
    #expect(table.columns.map(\.title.plain).suffix(4) == ["Started", "Compare", "C", "gamma"])
    #expect(table.groups[0].rows[1].cells.suffix(4).map(\.text.plain) == ["18 Nov 2026", "best", "1.0", ""])
  }

  @Test(arguments: [
    (6, "One more parameter differs; it is on the runs’ pages."),
    (7, "2 more parameters differ; they are on the runs’ pages."),
  ])
  func parametersBeyondTheLimitAreCounted(count: Int, words: String) throws {
    var runs = try Sample.scored([7, 9])
    for number in 0..<count { runs[0].run.params[ExactString("p\(number)")] = .integer(1) }
    #expect(PageText(page(runs)).contains(words))
  }

  @Test func runsWithoutAScoreSayWhy() throws {
    var failed = Sample.run("failed", minute: 8)
    failed.status = .failed
    failed.error = "Traceback\nValueError: negative"
    var broken = EvaluatedRun(run: Sample.run("broken", minute: 9))
    broken.diagnostics = [
      Diagnostic(.note, .init("a"), at: nil, found: "something harmless"),
      Diagnostic(.error, .init("b"), at: nil, found: "an empty file"),
    ]
    let bare = EvaluatedRun(run: Sample.run("bare", minute: 10))
    let page = page(try Sample.scored([7]) + [EvaluatedRun(run: failed), broken, bare])
    let table = try #require(page.section("not-ranked")?.blocks.flatMap(\.tables).first)
    #expect(
      table.groups[0].rows.map { $0.cells[3].text.plain } == [
        "ValueError: negative", "An empty file.", "This run left neither predictions nor a metric.",
      ])
    #expect(PageText(page).contains("Runs that failed or are without accuracy, oldest first."))
  }

  @Test func withoutAnyMetricTheRunsAreOnlyListed() {
    let page = page([EvaluatedRun(run: Sample.run("r"))])
    #expect(page.sections.map(\.title) == ["Runs"])
    #expect(page.lede.isEmpty)
  }

  @Test func anEmptyExperimentSaysSo() {
    #expect(page([]).lede.map(\.plain) == ["No run of this experiment could be read."])
    #expect(page([]).sections.isEmpty)
  }

  @Test func problemsOfTheConfigurationAreListed() throws {
    let page = page(try Sample.scored([7]), ExperimentConfiguration(baseline: "zzz"))
    #expect(page.section("problems")?.count == 1)
  }

  @Test func everyHeadHasWords() throws {
    for table in page(try Sample.scored([7, 9])).tables {
      #expect(!table.columns.contains { $0.title.isEmpty })
    }
  }
}
