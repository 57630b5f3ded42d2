import Diagnostics
import Evaluation
import RunModel
import Testing

@testable import ReportModel

struct LeaderTiesTests {
  /// Runs that get so many of 20 rows right, the same ones as far as they can.
  private func scored(_ right: [Int]) throws -> [EvaluatedRun] {
    try right.enumerated().map { minute, right in
      try Sample.evaluated(Sample.run("r\(minute)", minute: minute), [[right, 20 - right], [0, 0]])
    }
  }

  private func id(_ name: String) -> RunID { Sample.run(name).id }

  @Test func aRunIsTiedWhereNoPairedDifferenceIsShown() throws {
    let ties = LeaderTies(Sample.analysis(try scored([10, 20, 19])))
    #expect(ties.compared == 2 && ties.tied == 1)
    #expect(ties[id("r1")] == nil)
    let near = try #require(ties[id("r2")])
    #expect(near.isTied && near.difference.pValue == 1)
    let far = try #require(ties[id("r0")])
    // 2 / 2¹⁰ by McNemar, twice by Holm for two runs.
    #expect(!far.isTied && far.difference.pValue == 2.0 / 1024)
    #expect(far.difference.adjustedPValue == 4.0 / 1024)
    #expect(far.difference.value.number == -0.5)
  }

  @Test func holmTiesARunThatAloneWouldNotBe() throws {
    // 2 / 2⁶ = 0.031 alone; of two such runs the larger p stays, doubled at least.
    #expect(LeaderTies(Sample.analysis(try scored([20, 14]))).tied == 0)
    #expect(LeaderTies(Sample.analysis(try scored([20, 14, 14]))).tied == 2)
  }

  @Test func farRunsAreLeftOutWhereItWouldTakeTooLong() throws {
    let analysis = Sample.analysis(try scored([10, 20, 19]))
    let few = LeaderTies(analysis, runLimit: 1)
    #expect(few.compared == 1 && few.leftOut == 1)
    #expect(few[id("r2")] != nil && few[id("r0")] == nil)
    #expect(few.remark.plain.hasSuffix("The 1 run farthest behind was not compared in this way."))
    let none = LeaderTies(analysis, workLimit: 0)
    #expect(none.compared == 0 && none.leftOut == 2)
    #expect(none.remark.isEmpty)
  }

  @Test func onlyRunsOnTheSameExamplesAreCompared() throws {
    let other = try Sample.evaluated(Sample.run("x", minute: 9), [[10, 0], [0, 0]], testSet: "second")
    var logged = Sample.logged([1], as: "accuracy")[0]
    logged.run.id.run = "logged"
    let ties = LeaderTies(Sample.analysis(try scored([20, 19]) + [other, logged]))
    #expect(ties.compared == 1)
    #expect(ties[id("x")] == nil && ties[id("logged")] == nil)
    #expect(LeaderTies(Sample.analysis(Sample.logged([1, 2], as: "accuracy"))).compared == 0)
  }

  @Test func aMetricWithoutIntervalsSaysSo() throws {
    let runs = try [0.75, 0.5].enumerated().map { minute, confidence in
      Sample.evaluated(
        Sample.run("r\(minute)", minute: minute),
        try Predictions(
          labels: ["a", "b"], truth: ["a", "b"], predicted: ["a", "a"],
          probabilities: [[confidence, 1 - confidence], [confidence, 1 - confidence]]))
    }
    let ties = LeaderTies(
      Sample.analysis(runs, ExperimentConfiguration(primaryMetric: "expected_calibration_error")))
    #expect(ties.compared == 0)
    #expect(ties.remark.plain.hasPrefix(" Which runs are tied with the leader cannot be told: "))
  }

  @Test func theLeaderboardMarksTiesWithIntervalAndP() throws {
    let page = ExperimentReport(Sample.analysis(try scored([10, 20, 19]))).page
    let table = try #require(page.section("leaderboard")?.blocks.flatMap(\.tables).first)
    let rows = table.groups[0].rows
    #expect(rows.map { $0.cells[0].text.plain } == ["svm", "svm tied", "svm"])
    #expect(rows[0].cells[4].note == nil)
    #expect(rows[1].cells[4].note?.plain.hasPrefix("[") == true)
    #expect(rows[1].cells[4].note?.plain.hasSuffix("], p 1") == true)
    #expect(rows[2].cells[4].note?.plain.hasSuffix("], p 0.00391") == true)
    #expect(PageText(page).contains("Tied: that p is above 0.05, so no difference from the leader is shown."))
  }
}
