import Diagnostics
import RunModel
import Testing

@testable import ReportModel

struct LatestRunTests {
  private func sentence(_ runs: [EvaluatedRun]) -> String? {
    LatestRun.sentence([Sample.analysis(runs)])?.plain
  }

  @Test func theLatestRunIsTheBestOrSoMuchBehindIt() throws {
    #expect(
      try sentence(Sample.scored([7, 9]))
        == "The latest run, svm r1 of digits, has accuracy 0.900 [0.596, 0.982], the best of 2 runs.")
    #expect(try sentence(Sample.scored([9, 9]))?.hasSuffix(", sharing the best of 2 runs.") == true)
    #expect(
      try sentence(Sample.scored([9, 7]))?.hasSuffix(", 20.0 points behind the best of 2 runs.") == true)
  }

  @Test func aFailedRunIsToldAsFailed() throws {
    var failed = Sample.run("x", minute: 9)
    failed.status = .failed
    #expect(
      try sentence(Sample.scored([7]) + [EvaluatedRun(run: failed)])
        == "The latest run, svm x of digits, failed.")
  }

  @Test func anUnknownDirectionIsNoRace() {
    #expect(
      sentence(Sample.logged([1, 2], as: "rows")) == "The latest run, svm r1 of digits, has rows 2.00.")
  }

  @Test func withoutATimeNoRunIsTheLatest() {
    var run = Sample.run("x")
    run.timestamp = nil
    #expect(sentence([EvaluatedRun(run: run)]) == nil)
    #expect(LatestRun.sentence([]) == nil)
  }
}
