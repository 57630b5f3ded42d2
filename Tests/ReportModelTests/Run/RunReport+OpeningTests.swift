import Diagnostics
import Evaluation
import RunModel
import Testing

@testable import ReportModel

struct RunReportOpeningTests {
  private func page(
    _ run: Int, of runs: [EvaluatedRun], _ configuration: ExperimentConfiguration = ExperimentConfiguration()
  ) -> ReportPage {
    RunReport(runs[run], in: Sample.analysis(runs, configuration), examples: .full, hasFiles: true).page
  }

  private func lede(_ run: Int, of runs: [EvaluatedRun]) -> String {
    page(run, of: runs).lede.map(\.plain).joined(separator: " ")
  }

  @Test func theRunStandsAmongItsLikes() throws {
    let runs = try Sample.scored([7, 9, 8, 8])
    #expect(lede(1, of: runs) == "Accuracy is 0.900 [0.596, 0.982] on 10 examples, the highest of 4 runs.")
    #expect(lede(2, of: runs).hasSuffix(", the second highest of 4 runs, shared with 1 other."))
    #expect(lede(0, of: runs).hasSuffix(", the fourth highest of 4 runs."))
    #expect(lede(0, of: [runs[0]]).hasSuffix(" on 10 examples."))
  }

  @Test func lossesStandFromTheLowest() {
    #expect(
      lede(0, of: Sample.logged([0.25, 0.5], as: "val_loss"))
        == "val_loss is 0.250, as the run logged it, the lowest of 2 runs.")
  }

  @Test func anUnknownDirectionGivesNoPlace() {
    #expect(lede(0, of: Sample.logged([3, 5], as: "rows")) == "rows is 3.00, as the run logged it.")
  }

  @Test func theDifferenceToTheBestOrTheNextIsInPoints() throws {
    let runs = try Sample.scored([7, 9, 8])
    #expect(
      page(0, of: runs).fact("Against the best")
        == "−20.0 points in accuracy against svm r1 (0.900). Compare both.")
    #expect(
      page(1, of: runs).fact("Against the runner-up")
        == "+10.0 points in accuracy against svm r2 (0.800). Compare both.")
  }

  @Test func aNamedBaselineIsCalledSoAndEqualScoresAreTheSame() throws {
    let runs = try Sample.scored([7, 9, 9])
    let named = ExperimentConfiguration(baseline: "r1")
    #expect(
      page(2, of: runs, named).fact("Against baseline")
        == "The same accuracy as svm r1 (0.900). Compare both.")
  }

  @Test func aBaselineOnOtherExamplesGivesNoDifference() throws {
    let other = try Sample.evaluated(Sample.run("x", minute: 9), [[10, 0], [0, 0]], testSet: "second")
    let runs = try Sample.scored([7]) + [other]
    let page = page(0, of: runs, ExperimentConfiguration(baseline: "x"))
    let fact = try #require(page.fact("Against baseline"))
    #expect(fact.hasPrefix("svm x has accuracy 1.000, not known to be on the same examples"))
    #expect(!fact.contains("points"))
    #expect(page.tables.first { $0.label == "Metrics" }?.columns.count == 4)
  }

  @Test func loggedMetricsAreConfirmedOrContradicted() throws {
    var run = try Sample.scored([9])[0]
    run.run.metrics = ["accuracy": .text("0.90")]
    #expect(
      page(0, of: [run]).fact("As logged")
        == "The predictions confirm the one logged metric that they give as well.")
    run.run.metrics = ["accuracy": .text("0.95"), "acc": .text("0.9")]
    #expect(
      page(0, of: [run]).fact("As logged")
        == "1 of 2 logged metrics differs: accuracy was logged as 0.950, the predictions give 0.900.")
    let table = try #require(page(0, of: [run]).tables.first { $0.label == "Metrics" })
    #expect(table.groups[0].rows[0].cells.last?.text.plain == "≠ 0.950")
  }

  @Test func notesAreNoProblems() throws {
    var run = try Sample.scored([9])[0]
    run.diagnostics = [Diagnostic(.note, .init("a"), at: nil, found: "x")]
    #expect(page(0, of: [run]).fact("Input") == "1 note while reading.")
    run.diagnostics.append(Diagnostic(.warning, .init("b"), at: nil, found: "y"))
    run.evaluated?.rowsLeftOut = 1
    #expect(
      page(0, of: [run]).fact("Input")
        == "1 problem and 1 note while reading; 1 row of the predictions is left out.")
    let table = try #require(page(0, of: [run]).section("problems")?.blocks.flatMap(\.tables).first)
    #expect(table.groups[0].rows.map { $0.cells[2].text.plain } == ["Y", "X"])
  }

  @Test func aRunWithoutTheDecidingMetricSaysWhatIsMissing() throws {
    let runs = try Sample.scored([9]) + Sample.logged([3], as: "rows")
    #expect(lede(1, of: runs) == "This run has no accuracy to be ranked by.")
  }
}
