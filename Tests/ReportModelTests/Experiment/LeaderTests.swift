import Evaluation
import RunModel
import Testing

@testable import ReportModel

struct LeaderTests {
  private func sentence(_ runs: [EvaluatedRun]) -> String? {
    let analysis = Sample.analysis(runs)
    return Leader.sentence(analysis, ties: LeaderTies(analysis))?.plain
  }

  @Test func theLeaderIsAheadOfTheOthers() throws {
    #expect(try sentence(Sample.scored([7, 9]))?.hasPrefix("svm r1 leads with accuracy 0.900 [") == true)
    #expect(
      try sentence(Sample.scored([7, 9]))?.hasSuffix(
        "], ahead of 1 other run. Both are tied: no difference is shown at n = 10.") == true)
    #expect(try sentence(Sample.scored([0, 10]))?.hasSuffix(" No other run is tied with it.") == true)
    #expect(
      try sentence(Sample.scored([7, 9, 8]))?.hasSuffix(
        "], ahead of 2 other runs. All of them are tied with it: no difference is shown at n = 10.") == true)
    #expect(
      try sentence(Sample.scored([0, 10, 9]))?.contains(" 1 of them is tied with it: no difference") == true)
  }

  @Test func aRunAloneLeadsNobody() throws {
    #expect(try sentence(Sample.scored([9]))?.hasPrefix("svm r0 has accuracy 0.900 [") == true)
  }

  @Test func equalsShareTheBest() throws {
    #expect(
      try sentence(Sample.scored([9, 9, 7]))?.hasPrefix(
        "svm r0 and 1 other run share the best accuracy, 0.900")
        == true)
    #expect(
      try sentence(Sample.scored([9, 9, 7]))?.hasSuffix(
        " 1 more is tied with them: no difference is shown at n = 10.") == true)
  }

  @Test func runsOnOtherExamplesAreCountedButNotRanked() throws {
    let other = try Sample.evaluated(Sample.run("x", minute: 9), [[10, 0], [0, 0]], testSet: "second")
    #expect(
      try sentence(Sample.scored([7, 8]) + [other])?.hasSuffix(
        " 1 further run was tested on other examples and cannot be ranked with it.") == true)
    let logged = Sample.logged([1], as: "accuracy")
    #expect(
      try sentence(Sample.scored([7, 8]) + [other] + logged)?.hasSuffix(
        " 2 further runs were not, or not known to be, tested on the same examples and cannot be ranked with it."
      )
        == true)
  }

  @Test func loggedScoresAreCalledSo() {
    let runs = Sample.logged([0.5, 0.25], as: "val_acc")
    #expect(sentence(runs) == "svm r0 leads with val_acc 0.500 as logged, ahead of 1 other run.")
  }

  @Test func anUnknownDirectionHasNoLeader() {
    #expect(
      sentence(Sample.logged([1], as: "rows"))
        == "Whether rows should be high or low is not known, so no run is marked as best.")
  }

  @Test func withoutScoresNobodyLeads() {
    #expect(sentence([]) == "No run of this experiment could be read.")
    #expect(sentence([EvaluatedRun(run: Sample.run("r"))]) == nil)
  }
}
