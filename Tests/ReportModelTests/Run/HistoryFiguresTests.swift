import Diagnostics
import RunModel
import Testing

@testable import ReportModel

struct HistoryFiguresTests {
  private func figures(_ histories: [ExactString: [Double]]) -> (figures: [ReportFigure], leftOut: Int) {
    var run = Sample.run("r")
    run.histories = histories.mapValues { values in
      values.enumerated().map { MetricPoint(step: $0.offset + 1, value: $0.element) }
    }
    return HistoryFigures.figures(run)
  }

  @Test(arguments: [
    ("train/loss", "loss"), ("val_loss", "loss"), ("loss", "loss"), ("eval.macro.f1", "macro f1"),
    ("val", "val"), ("lr", "lr"),
  ])
  func namesOfOneQuantityGoTogether(name: String, quantity: ExactString) {
    #expect(HistoryFigures.quantity(name) == quantity)
  }

  @Test func trainingAndValidationShareAFigure() {
    let (figures, leftOut) = figures(["train/loss": [3, 2], "val/loss": [3, 2.5], "lr": [1, 1]])
    #expect(figures.map(\.what.plain) == ["loss as logged, 4 points.", "lr as logged, 2 points."])
    #expect(leftOut == 0)
  }

  @Test func theExtremeOfAKnownDirectionIsToldWithTheEnd() {
    #expect(
      figures(["loss": [3, 1, 2]]).figures[0].finding?.plain
        == "loss is lowest at step 2, 1.00; it ends at 2.00")
    #expect(figures(["acc": [0.25, 0.5]]).figures[0].finding?.plain == "acc is highest at its end, 0.500")
    #expect(figures(["lr": [3, 1]]).figures[0].finding == nil)
  }

  @Test func pointsThatAreNotFiniteAreCountedNotDrawn() {
    #expect(
      figures(["loss": [3, .nan, 2]]).figures[0].what.plain
        == "loss as logged, 3 points. Not drawn, because it is not finite: 1 point.")
    #expect(figures(["loss": [.nan, .infinity, 2]]).figures.isEmpty)
    #expect(figures([:]).figures.isEmpty)
  }

  @Test func figuresBeyondTheLimitAreCounted() {
    let histories = Dictionary(uniqueKeysWithValues: (0..<20).map { (ExactString("m\($0)"), [1.0, 2]) })
    #expect(figures(histories).figures.count == 12)
    #expect(figures(histories).leftOut == 8)
  }
}
