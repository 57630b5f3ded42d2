import Diagnostics
import Evaluation
import RunModel
import Testing

@testable import ReportModel

struct RunReportLoggedConfusionTests {
  private let matrix = LoggedConfusion(
    labels: ["a", "b", "c"], counts: [[8, 2, 0], [1, 9, 0], [0, 0, 10]])

  @Test func countsAreDrawnAlsoWithoutPredictions() throws {
    var run = Sample.run("r")
    run.confusions["test"] = matrix
    let page = Sample.page(EvaluatedRun(run: run))
    #expect(page.sections.map(\.slug).contains("logged-confusion"))
    let text = PageText(page)
    #expect(text.contains("Accuracy 0.900 by these counts; most often confused: a → b, 2"))
    #expect(text.contains("counts as logged and share of the true label, n = 30"))
  }

  @Test func whatThePredictionsGiveTooIsNotShownTwice() throws {
    var evaluated = try Sample.evaluated(
      Sample.run("r"), [[8, 2, 0], [1, 9, 0], [0, 0, 10]], hasProbabilities: false)
    let labels = try #require(evaluated.evaluated?.evaluation.schema.labels.map(\.text))
    evaluated.run.confusions["same"] = LoggedConfusion(
      labels: labels, counts: [[8, 2, 0], [1, 9, 0], [0, 0, 10]])
    #expect(Sample.page(evaluated).section("logged-confusion") == nil)
    evaluated.run.confusions["other"] = LoggedConfusion(
      labels: labels, counts: [[9, 1, 0], [1, 9, 0], [0, 0, 10]])
    #expect(Sample.page(evaluated).section("logged-confusion") != nil)
  }

  @Test func aLabelThatWasNeverPredictedHasNoPrecision() throws {
    let counts = [[0, 3], [0, 5]]
    let labels = LoggedLabels(try #require(LoggedConfusion(labels: ["a", "b"], counts: counts)))
    let rows = labels.table(of: "test").groups.flatMap(\.rows).map { row in row.cells.map(\.text.plain) }
    #expect(rows == [["a", "—", "0.000", "0.000", "3"], ["b", "0.625", "1.000", "0.769", "5"]])
  }
}
