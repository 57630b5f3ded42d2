import RunModel
import Testing

@testable import ReportModel

struct ProgressFigureTests {
  private func figure(_ runs: [EvaluatedRun]) -> ReportFigure? {
    ProgressFigure(Sample.analysis(runs))?.figure()
  }

  @Test func theBestSoFarIsToldWithWhatItGained() throws {
    #expect(
      figure(try Sample.scored([7, 9, 8]))?.finding?.plain
        == "svm r1 is the best so far: +20.0 points on the best before it")
  }

  @Test func aFirstRunThatStaysBestIsToldSo() throws {
    #expect(
      figure(try Sample.scored([9, 9, 8]))?.finding?.plain
        == "No run since the first, svm r0, has a higher accuracy")
  }

  @Test func lossesGoDown() {
    let runs = Sample.logged([0.5, 0.25], as: "val_loss")
    #expect(figure(runs)?.finding?.plain == "svm r1 is the best so far: −0.250 on the best before it")
    #expect(
      figure(Sample.logged([0.25, 0.5], as: "val_loss"))?.finding?.plain
        == "No run since the first, svm r0, has a lower val_loss")
  }

  @Test func runsThatAreNotDrawnAreCounted() throws {
    let runs = try Sample.scored([7, 9]) + [EvaluatedRun(run: Sample.run("x", minute: 5))]
    #expect(
      figure(runs)?.what.plain
        == "Accuracy of 2 runs in order of time; the line is the best so far. Not drawn: 1 run not comparable or without a score."
    )
  }

  @Test func anUnknownDirectionHasNoBestSoFar() {
    let runs = Sample.logged([1.0, 2], as: "rows")
    #expect(figure(runs)?.finding == nil)
    #expect(figure(runs)?.what.plain == "rows of 2 runs in order of time.")
  }

  @Test func oneRunIsNoProgress() throws {
    #expect(figure(try Sample.scored([9])) == nil)
    #expect(figure([]) == nil)
  }
}
