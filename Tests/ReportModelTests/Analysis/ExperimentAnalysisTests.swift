import Diagnostics
import ReportModel
import RunModel
import Testing

struct ExperimentAnalysisTests {
  private func names(_ group: RankedGroup?) -> [ExactString] { group?.ranked.map(\.run.run.id.run) ?? [] }

  @Test func runsAreRankedBestFirstAndEqualsByAge() throws {
    let analysis = Sample.analysis(try Sample.scored([7, 9, 8, 9]))
    #expect(names(analysis.groups.first) == ["r1", "r3", "r2", "r0"])
    #expect(analysis.groups.first?.ranked.map(\.place) == [1, 1, 3, 4])
    #expect(analysis.groups.first?.ranked.map(\.isBest) == [true, true, false, false])
    #expect(analysis.best?.run.run.id.run == "r1")
  }

  @Test func lossesAreRankedFromTheLowest() throws {
    let runs = Sample.logged([3.0, 1, 2], as: "val_loss")
    #expect(names(Sample.analysis(runs).groups.first) == ["r1", "r2", "r0"])
  }

  @Test func aRunThatFailedIsNotRankedWhateverItMeasuredBefore() {
    var failed = Sample.run("failed", minute: 9, metrics: ["accuracy": .real(0.99)])
    failed.status = .failed
    let analysis = Sample.analysis(
      Sample.logged([0.7, 0.8], as: "accuracy") + [EvaluatedRun(run: failed)])
    #expect(names(analysis.groups.first) == ["r1", "r0"])
    #expect(analysis.unranked.map(\.run.id.run) == ["failed"])
    #expect(analysis.best?.run.run.id.run == "r1")
  }

  @Test func runsOnDifferentTestSetsAreNeverRankedTogether() throws {
    var runs = try Sample.scored([7, 8])
    runs.append(try Sample.evaluated(Sample.run("other", minute: 9), [[10, 0], [0, 0]], testSet: "second"))
    let analysis = Sample.analysis(runs)
    #expect(analysis.groups.map { names($0) } == [["r1", "r0"], ["other"]])
    #expect(analysis.best?.run.run.id.run == "r1")
    #expect(names(analysis.group(of: runs[2].run.id)) == ["other"])
    #expect(analysis.baseline(for: runs[2].run.id) == nil)
  }

  @Test func aLoggedScoreIsNotMixedWithRecomputedOnes() throws {
    let analysis = Sample.analysis(try Sample.scored([7]) + Sample.logged([1], as: "accuracy"))
    #expect(analysis.groups.map(\.origin) == [.recomputed, .logged])
    #expect(analysis.groups.map(\.testSet) == ["first", nil])
  }

  @Test func loggedScoresOfRunsWithDifferentPredictionsAreNotRankedTogether() throws {
    let runs = try ["first", "second"].enumerated().map { minute, testSet in
      let run = Sample.run("r\(minute)", minute: minute, metrics: ["val_auc": .real(0.9)])
      return try Sample.evaluated(run, [[5, 5], [0, 0]], testSet: testSet)
    }
    let analysis = Sample.analysis(runs, ExperimentConfiguration(primaryMetric: "val_auc"))
    #expect(analysis.groups.count == 2)
  }

  @Test func anUnknownDirectionMarksNoRunAsBest() throws {
    let runs = Sample.logged([1.0, 3, 2], as: "rows")
    let analysis = Sample.analysis(runs)
    #expect(names(analysis.groups.first) == ["r0", "r1", "r2"])
    #expect(analysis.best == nil)
    #expect(analysis.groups.first?.ranked.contains(where: \.isBest) == false)
    #expect(analysis.baseline(for: runs[0].run.id)?.run.id.run == "r1")
    #expect(analysis.baseline(for: runs[1].run.id)?.run.id.run == "r0")
    #expect(analysis.baselineRole(for: runs[1].run.id) == .oldest)
  }

  @Test func withoutANamedBaselineTheBestIsItAndTheBestIsHeldAgainstTheNext() throws {
    let runs = try Sample.scored([7, 9, 8])
    let analysis = Sample.analysis(runs)
    #expect(analysis.baseline(for: runs[0].run.id)?.run.id.run == "r1")
    #expect(analysis.baselineRole(for: runs[0].run.id) == .best)
    #expect(analysis.baseline(for: runs[1].run.id)?.run.id.run == "r2")
    #expect(analysis.baselineRole(for: runs[1].run.id) == .runnerUp)
    #expect(analysis.namedBaseline == nil)
  }

  @Test(arguments: ["r0", "svm/r0", "digits/svm/r0", "forest", "forest/r1"] as [ExactString])
  func aBaselineIsNamedByRunVariantOrBoth(name: ExactString) throws {
    var runs = try Sample.scored([7, 9, 8])
    for position in 1...2 { runs[position].run.id.variant = "forest" }
    let analysis = Sample.analysis(runs, ExperimentConfiguration(baseline: name))
    let expected = name == "forest" ? "r2" : name == "forest/r1" ? "r1" : "r0" as ExactString
    #expect(analysis.namedBaseline?.run == expected)
    #expect(analysis.diagnostics.isEmpty)
    let other = try #require(runs.first { $0.run.id.run != expected })
    #expect(analysis.baseline(for: other.run.id)?.run.id.run == expected)
    #expect(analysis.baselineRole(for: other.run.id) == .named)
  }

  @Test func anUnknownBaselineIsDiagnosedWithTheNearestName() throws {
    let analysis = Sample.analysis(try Sample.scored([7, 9]), ExperimentConfiguration(baseline: "smv"))
    let diagnostic = try #require(analysis.diagnostics.first)
    #expect(diagnostic.severity == .warning)
    #expect(diagnostic.found == "the baseline “smv” of experiment “digits”")
    #expect(diagnostic.expected == "one of its runs or variants, such as “svm”")
    #expect(analysis.baseline(for: analysis.runs[0].run.id)?.run.id.run == "r1")
  }

  @Test func aMetricThatNoRunHasIsDiagnosedWithTheNearestName() throws {
    let analysis = Sample.analysis(
      try Sample.scored([7, 9]), ExperimentConfiguration(primaryMetric: "acuracy"))
    #expect(analysis.groups.isEmpty)
    #expect(analysis.unranked.count == 2)
    #expect(analysis.diagnostics.map(\.expected) == ["a metric that a run has, such as “accuracy”"])
  }

  @Test func anExperimentWithoutRunsHasNothingToRank() {
    let analysis = Sample.analysis([], ExperimentConfiguration(primaryMetric: "accuracy"))
    #expect(analysis.groups.isEmpty && analysis.unranked.isEmpty && analysis.diagnostics.isEmpty)
    #expect(analysis.best == nil)
  }

  @Test func onlyParametersOfDifferentValueDiffer() {
    let params: [[ExactString: Scalar]] = [
      ["C": .real(1), "gamma": .text("0.10"), "kernel": .text("rbf"), "only": .real(1)],
      ["C": .integer(1), "gamma": .real(0.1), "kernel": .text("linear")],
    ]
    let runs = params.enumerated().map { minute, params in
      EvaluatedRun(run: Sample.run("r\(minute)", minute: minute, params: params))
    }
    #expect(Sample.analysis(runs).differingParameters == ["kernel", "only"])
  }

  @Test func thousandsOfRunsAreLookedUpOneByOneWithoutAWalkThroughAll() throws {
    let runs = Sample.logged((0..<20_000).map { Double($0 % 7) }, as: "accuracy")
    let analysis = Sample.analysis(runs)
    let clock = ContinuousClock()
    let time = clock.measure {
      for run in runs { _ = analysis.baselineRole(for: run.run.id) }
    }
    #expect(time < .seconds(2))
    #expect(analysis.entry(of: runs[6].run.id)?.place == 1)
  }
}
