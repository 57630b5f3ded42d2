import Diagnostics
import RunModel
import Testing

@testable import ReportModel

struct RepeatedRunsTests {
  private func run(
    _ name: String, right: Int, minute: Int, _ params: [(String, Int)], testSet: String = "first"
  ) throws -> EvaluatedRun {
    let run = Sample.run(
      name, minute: minute,
      params: Dictionary(
        params.map { (ExactString($0.0), Scalar.integer($0.1)) }, uniquingKeysWith: { first, _ in first }))
    return try Sample.evaluated(run, [[right, 10 - right], [0, 0]], testSet: testSet)
  }

  private func table(_ runs: [EvaluatedRun]) throws -> ReportTable {
    let page = ExperimentReport(Sample.analysis(runs)).page
    return try #require(page.section("repeated-runs")?.blocks.flatMap(\.tables).first)
  }

  @Test func runsAlikeButForASeedHaveTheirMeanAndSpread() throws {
    let runs = [
      try run("a", right: 8, minute: 0, [("seed", 1), ("depth", 3)]),
      try run("b", right: 10, minute: 1, [("seed", 2), ("depth", 3)]),
      try run("c", right: 5, minute: 2, [("seed", 1), ("depth", 4)]),
    ]
    let table = try table(runs)
    #expect(
      table.groups[0].rows.map { $0.cells.map(\.text.plain) } == [
        ["svm", "seed", "2", "0.900", "0.141", "0.800, 1.000"]
      ])
    #expect(table.groups[0].rows[0].cells[0].note?.plain == "depth = 3")
    #expect(
      RepeatedRuns(Sample.analysis(runs))?.section.blocks.flatMap(\.figures).first?.finding?.plain
        == "Accuracy of svm is 0.900 ± 0.141 over 2 runs (0.800 to 1.000)")
  }

  @Test func theBestMeanComesFirst() throws {
    let runs = [
      try run("a", right: 5, minute: 0, [("seed", 1), ("depth", 3)]),
      try run("b", right: 6, minute: 1, [("seed", 2), ("depth", 3)]),
      try run("c", right: 9, minute: 2, [("seed", 1), ("depth", 4)]),
      try run("d", right: 8, minute: 3, [("seed", 2), ("depth", 4)]),
    ]
    #expect(try table(runs).groups[0].rows.map { $0.cells[3].text.plain } == ["0.850", "0.550"])
    #expect(
      RepeatedRuns(Sample.analysis(runs))?.section.blocks.flatMap(\.figures).first?.finding?.plain
        == "Accuracy of svm with depth = 4 is 0.850 ± 0.071 over 2 runs (0.800 to 0.900)")
  }

  @Test func runsOfOtherExamplesAreNoRepetition() throws {
    let runs = [
      try run("a", right: 8, minute: 0, [("seed", 1)]),
      try run("b", right: 9, minute: 1, [("seed", 2)], testSet: "second"),
    ]
    #expect(RepeatedRuns(Sample.analysis(runs)) == nil)
  }
}
