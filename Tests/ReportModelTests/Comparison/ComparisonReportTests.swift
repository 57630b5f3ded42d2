import ChartKit
import Diagnostics
import Evaluation
import RunModel
import Testing

@testable import ReportModel

struct ComparisonReportTests {
  private func page(_ runs: [EvaluatedRun]) -> ReportPage {
    ComparisonReport(runs, configuration: ExperimentConfiguration()).page
  }

  private func two(secondSet: String = "first") throws -> [EvaluatedRun] {
    [
      try Sample.evaluated(Sample.run("a"), [[8, 2, 0], [1, 9, 0], [0, 0, 10]], hasProbabilities: true),
      try Sample.evaluated(
        Sample.run("b", variant: "forest", minute: 1), [[9, 1, 0], [1, 9, 0], [0, 0, 10]],
        testSet: secondSet, hasProbabilities: true),
    ]
  }

  @Test func runsOnTheSameExamplesAreComparedInFull() throws {
    let page = page(try two())
    #expect(page.title == "forest against svm")
    #expect(page.sections.map(\.slug) == ["runs", "metrics", "changes", "confusion", "curves"])
    #expect(page.lede.map(\.plain) == ["forest b has accuracy 0.933 against 0.900, +3.3 points."])
    #expect(page.fact("Errors") == "A 3 and B 2 of 30 examples.")
    #expect(page.fact("Test examples") == "The same ids and truths in all runs.")
    let figures = try #require(page.section("confusion")).blocks.flatMap(\.figures)
    #expect(figures.map(\.slug) == ["change-b", "matrix-a", "matrix-b"])
    #expect(
      figures[0].finding?.plain
        == "B takes a for b less often than A, though not beyond chance: 1 instead of 2")
    #expect(figures[0].what.plain.hasSuffix(" No cell changed beyond chance."))
  }

  @Test func theVerdictComesWithIntervalAndPAndOnlyOnTheSameExamples() throws {
    let verdict = try #require(page(try two()).fact("Verdict"))
    #expect(verdict.hasPrefix("B is not shown to differ at n = 30: +3.3 points in accuracy ["))
    #expect(verdict.hasSuffix(", p = 1."))
    #expect(page(try two()).colophon.last?.plain.contains("a paired bootstrap") == true)
    #expect(page(try two(secondSet: "second")).colophon.count == 1)
    #expect(page(try two(secondSet: "second")).fact("Verdict") == nil)
    #expect(page(try two(secondSet: "second")).section("changes") == nil)
  }

  @Test func examplesThatChangedAreListedOnlyWhereExamplesMayBeShown() throws {
    let churn = try #require(page(try two()).tables.first { $0.label.hasPrefix("How examples fall") })
    #expect(
      churn.groups[0].rows[0].cells.map(\.text.plain) == ["B forest", "1", "0", "27", "2", "1"])
    #expect(churn.groups[0].rows[0].cells[0].note?.plain == "b")
    let fixed = try #require(page(try two()).tables.first { $0.label == "Fixed by B" })
    #expect(fixed.groups[0].rows.map { $0.cells[1...3].map(\.text.plain) } == [["a", "b", "a"]])
    let hidden = ComparisonReport(
      try two(), configuration: ExperimentConfiguration(), examples: .none
    ).page
    #expect(!hidden.tables.contains { $0.label == "Fixed by B" })
  }

  @Test func cellsBeyondChanceAreMarkedInFigureAndTable() throws {
    let runs = [
      try Sample.evaluated(Sample.run("a"), [[20, 10], [0, 30]]),
      try Sample.evaluated(Sample.run("b", minute: 1), [[30, 0], [1, 29]]),
    ]
    let figure = try #require(page(runs).section("confusion")?.blocks.flatMap(\.figures).first)
    // Ten left a called b, 2 / 2¹⁰, four times by Holm; one joined b called a.
    #expect(
      figure.what.plain.hasSuffix("Outlined and bold: changes beyond chance, 2 of 4 cells that changed."))
    #expect(figure.finding?.plain == "B takes a for b less often than A, beyond chance: 0 instead of 10")
    guard case .chart(let chart) = figure.body else {
      Issue.record("no chart")
      return
    }
    #expect(chart.table.rows.map { $0.last } == ["yes", "yes", "no", "no"])
  }

  @Test func filesAreNamedOnlyWhereTheyLieBesideThePage() throws {
    func words(hasFiles: Bool) throws -> PageText {
      PageText(
        ComparisonReport(try two(), configuration: ExperimentConfiguration(), hasFiles: hasFiles).page)
    }
    for name in ["differences.csv", "comparison.json", "fixed.csv", "confusion-difference.csv"] {
      #expect(try words(hasFiles: true).contains(name), "\(name)")
      #expect(try !words(hasFiles: false).contains(name), "\(name)")
    }
  }

  @Test func valuesOnDifferentExamplesAreNotMarkedAsBest() throws {
    let page = page(try two(secondSet: "second"))
    #expect(page.lede.first?.plain.hasPrefix("These runs were not tested on the same examples:") == true)
    #expect(page.fact("Test examples") == "Different: 2 sets of ids and truths.")
    let metrics = try #require(page.tables.first { $0.label == "Metrics" })
    #expect(!metrics.groups.flatMap(\.rows).flatMap(\.cells).contains { $0.isBest })
    #expect(page.section("curves") == nil)
    #expect(page.section("confusion")?.blocks.flatMap(\.figures).map(\.slug) == ["matrix-a", "matrix-b"])
  }

  @Test func missingPredictionsAreSaidToBeUnknownNotDifferent() throws {
    var logged = Sample.logged([0.5], as: "accuracy")[0]
    logged.run.id.variant = "forest"
    let page = page([try two()[0], logged])
    #expect(
      page.lede.first?.plain.hasPrefix("It is not known whether these runs were tested on the same examples:")
        == true)
    #expect(page.fact("Test examples") == "Not known for every run: not all have predictions.")
  }

  @Test func aBaselineWithoutPredictionsDoesNotHideTheMatrixOfTheOther() throws {
    let page = page([EvaluatedRun(run: Sample.run("a")), try two()[1]])
    #expect(page.section("confusion")?.blocks.flatMap(\.figures).map(\.slug) == ["matrix-b"])
    #expect(
      page.lede.map(\.plain) == ["These runs have no metric in common that could decide between them."])
  }

  @Test func theBestOfDifferentValuesIsMarkedOnly() throws {
    let table = try #require(page(try two()).tables.first { $0.label == "Metrics" })
    let accuracy = table.groups[0].rows[0].cells
    #expect(accuracy.map(\.text.plain) == ["Accuracy", "0.900", "0.933", "+0.033"])
    #expect(accuracy.map(\.isBest) == [false, false, true, false])
    let run = try two()[0]
    let same = try #require(page([run, run]).tables.first { $0.label == "Metrics" })
    #expect(!same.groups.flatMap(\.rows).flatMap(\.cells).contains { $0.isBest })
  }

  @Test func parametersThatDifferAreMarkedAndEqualOnesFolded() throws {
    var runs = try two()
    runs[0].run.params = ["C": .real(1), "seed": .integer(0)]
    runs[1].run.params = ["C": .text("1.0"), "seed": .integer(0), "depth": .integer(3)]
    let page = page(runs)
    let tables = page.section("runs")?.blocks.flatMap(\.tables) ?? []
    #expect(tables.map(\.label) == ["Metadata", "Parameters that differ", "Equal parameters"])
    #expect(tables[1].groups[0].rows.map { $0.cells.map(\.text.plain) } == [["≠ depth", "—", "3"]])
    #expect(page.fact("Parameters") == "1 differs: depth.")
  }

  @Test func featuresAreHeldAgainstEachOther() throws {
    var runs = try two()
    runs[0].run.features = ["x", "y"]
    runs[1].run.features = ["x"]
    #expect(PageText(page(runs)).contains("1 feature in common. Besides: A y; B none of its own."))
    runs[1].run.features = ["y", "x"]
    #expect(PageText(page(runs)).contains("All runs have the same 2 features."))
  }

  @Test func dictsAndArtifactsStandSideBySide() throws {
    var runs = try two()
    runs[0].run.dicts = ["sizes": ["train": .integer(3)]]
    runs[1].run.artifacts = [Artifact(id: "plot", filename: "plot.png", content: .missing)]
    let page = page(runs)
    #expect(page.section("dicts")?.blocks.flatMap(\.tables).first?.rowCount == 1)
    guard case .artifactRow(let id, let owners, let names) = page.section("artifacts")?.blocks.first else {
      Issue.record("no row of artifacts")
      return
    }
    #expect(id == "plot")
    #expect(owners.map(\.run) == ["a", "b"])
    #expect(names == ["A svm a", "B forest b"])
  }

  @Test func twelveRunsFitAndHaveLettersOfTheirOwn() throws {
    let page = page(try Sample.scored([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 5]))
    #expect(page.title == "11 runs against svm")
    #expect(page.tables.first?.columns.last?.title.plain == "L svm")
    for table in page.tables { #expect(!table.columns.contains { $0.title.isEmpty }) }
  }
}
