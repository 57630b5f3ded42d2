import Diagnostics
import RunModel
import Testing

@testable import ReportModel

struct IndexReportTests {
  private func page(
    _ analyses: [ExperimentAnalysis], empty: [ExactString] = [], diagnostics: [Diagnostic] = []
  ) -> ReportPage {
    IndexReport(
      title: "Three classifiers", sourceName: "an erm registry", analyses: analyses, empty: empty,
      diagnostics: diagnostics
    ).page
  }

  private func analysis(_ name: ExactString, _ runs: [EvaluatedRun]) -> ExperimentAnalysis {
    ExperimentAnalysis(id: name, runs: runs, configuration: ExperimentConfiguration())
  }

  private func rows(_ page: ReportPage, _ slug: String) -> [[String]] {
    page.section(slug)?.blocks.flatMap(\.tables).first?.groups[0].rows.map { $0.cells.map(\.text.plain) }
      ?? []
  }

  @Test func experimentsComeLatestFirstAndUnreadableOnesLast() throws {
    let old = analysis("old", try Sample.scored([9]))
    let new = analysis("new", try Sample.scored([8, 7]))
    let page = page([old, new], empty: ["void"])
    #expect(rows(page, "experiments").map(\.first) == ["new", "old", "void"])
    #expect(rows(page, "experiments")[0][2] == "0.800")
    #expect(rows(page, "experiments")[0].suffix(3) == ["svm r0", "2", "18 Nov 2026"])
    #expect(rows(page, "experiments")[2] == ["void", "no run could be read"])
    #expect(page.meta.map(\.plain) == ["3 experiments", "3 runs", "18 Nov 2026", "from an erm registry"])
  }

  @Test func theLatestRunsOfSeveralExperimentsAreListed() throws {
    let page = page([analysis("a", try Sample.scored([9])), analysis("b", try Sample.scored([8, 7]))])
    #expect(page.sections.map(\.slug) == ["experiments", "latest"])
    #expect(rows(page, "latest").count == 3)
    #expect(rows(page, "latest").first?[4] == "0.700")
  }

  @Test func anExperimentWithoutAScoreHasNoBest() {
    let page = page([analysis("a", [EvaluatedRun(run: Sample.run("r"))])])
    #expect(rows(page, "experiments")[0].prefix(3) == ["a", "none", "—"])
  }

  @Test func anUnknownDirectionHasNoBest() {
    let page = page([analysis("a", Sample.logged([1, 2], as: "rows"))])
    #expect(rows(page, "experiments")[0].prefix(4) == ["a", "rows", "—", ""])
  }

  @Test func testSetsAreCounted() throws {
    let other = try Sample.evaluated(Sample.run("x", minute: 9), [[10, 0], [0, 0]], testSet: "second")
    let page = page([analysis("a", try Sample.scored([9]) + [other])])
    #expect(PageText(page).contains("2 test sets"))
  }

  @Test func nothingToShowIsSaid() {
    #expect(page([]).lede.map(\.plain) == ["There is no run to show."])
    #expect(page([]).sections.isEmpty)
  }

  @Test func problemsAreListedUpToALimitAndTheRestCounted() throws {
    let problem = Diagnostic(
      .warning, .init("a"), at: SourcePlace(path: "x/y.csv", line: 3, column: 5), found: "an empty cell",
      expected: "a number", consequence: "The row is left out.")
    let page = page([], diagnostics: .init(repeating: problem, count: 201))
    #expect(rows(page, "problems").count == 200)
    #expect(
      rows(page, "problems")[0] == ["x/y.csv", "3:5", "An empty cell", "A number", "The row is left out."])
    #expect(PageText(page).contains("1 more is not listed here."))
    #expect(page.meta.last?.plain == "201 problems in the input")
  }
}
