package import Diagnostics
package import RunModel

/// An experiment's runs put in order: which are comparable, which is best, which one others are measured by.
package struct ExperimentAnalysis: Sendable {
  /// The experiment.
  package let id: ExactString
  /// What the user said about it.
  package let configuration: ExperimentConfiguration
  /// All its runs, oldest first, ties by id.
  package let runs: [EvaluatedRun]
  /// The metric that decides; nil if no run has any.
  package let primaryMetric: PrimaryMetric?
  /// Runs that have a score, in groups that share their test examples.
  ///
  /// Groups with recomputed scores come before those with logged ones, known test examples before unknown ones, then
  /// the group with most runs first, then the one with the latest run.
  package let groups: [RankedGroup]
  /// Runs without a score, and those that failed, oldest first.
  package let unranked: [EvaluatedRun]
  /// The run that `assay.yaml` names as baseline.
  package let namedBaseline: RunID?
  /// What was wrong with the configuration.
  package let diagnostics: [Diagnostic]
  /// Where each run with a score stands: its group, and its position there.
  private let places: [RunID: (group: Int, position: Int)]
  private let baselineRun: EvaluatedRun?
  /// The searches among the runs that go on from earlier runs.
  let populations: Populations

  /// Puts the runs of the experiment `id` in order.
  ///
  /// - Complexity: O(n log n) for n runs.
  package init(id: ExactString, runs: [EvaluatedRun], configuration: ExperimentConfiguration) {
    self.id = id
    self.configuration = configuration
    let runs = runs.sorted { Run.isOlder($0.run, $1.run) }
    let metric = PrimaryMetric.choose(for: runs, configuration: configuration)
    self.runs = runs
    primaryMetric = metric
    (groups, unranked) = Self.grouped(runs, by: metric)
    var places: [RunID: (group: Int, position: Int)] = [:]
    for (number, group) in groups.enumerated() {
      for (position, entry) in group.ranked.enumerated() { places[entry.run.run.id] = (number, position) }
    }
    self.places = places
    populations = Populations(runs, metric: metric, groups: groups)
    let check = ConfigurationCheck(id: id, runs: runs, configuration: configuration)
    baselineRun = check.baseline
    namedBaseline = check.baseline?.run.id
    diagnostics = check.diagnostics(hasScores: !groups.isEmpty)
  }

  /// The run that is best in the first group.
  package var best: RankedGroup.Entry? { groups.first?.best }

  /// The first group with at least so many runs.
  func group(ofAtLeast count: Int) -> RankedGroup? { groups.first { $0.ranked.count >= count } }

  /// The runs that `run` may be ranked with, itself included; nil if it has no score.
  package func group(of run: RunID) -> RankedGroup? {
    places[run].map { groups[$0.group] }
  }

  /// The score of `run` and its place among those that it may be ranked with; nil if it has no score.
  package func entry(of run: RunID) -> RankedGroup.Entry? {
    places[run].map { groups[$0.group].ranked[$0.position] }
  }

  /// The run that `run` is compared with: the named baseline, else the best run that was tested on the same examples.
  ///
  /// The best run itself is compared with the next one. Where it is not known which run is best, the oldest of the
  /// group takes its place. Nil when there is no other run to compare with.
  package func baseline(for run: RunID) -> EvaluatedRun? {
    if let baselineRun, baselineRun.run.id != run { return baselineRun }
    guard let ranked = group(of: run)?.ranked, let first = ranked.first?.run else { return nil }
    return first.run.id == run ? ranked.dropFirst().first?.run : first
  }

  /// What makes the run of ``baseline(for:)`` the one to compare with; nil where there is none.
  package func baselineRole(for run: RunID) -> BaselineRole? {
    guard let other = baseline(for: run)?.run.id else { return nil }
    if other == namedBaseline { return .named }
    guard let best = group(of: run)?.best else { return .oldest }
    return best.run.run.id == other ? .best : .runnerUp
  }

  /// Whether `run` was tested on the same examples as the run it is compared with, so far as the predictions tell.
  package func isRankedWithBaseline(_ run: RunID) -> Bool {
    guard let other = baseline(for: run)?.run.id, let own = places[run] else { return false }
    return own.group == places[other]?.group
  }

  /// The parameters that do not have the same value in all runs, in natural order.
  ///
  /// - Complexity: Linear in the parameters of all runs.
  package var differingParameters: [ExactString] {
    let names = Set(runs.flatMap(\.run.params.keys))
    let differing = names.filter { name in
      ComparedRow(key: name, values: runs.map { $0.run.params[name] }).differs
    }
    return differing.sorted(by: NaturalOrder.precedes)
  }

  /// What runs must share to be ranked with each other.
  private struct GroupKey: Hashable {
    var testSet: String?
    var origin: RunScore.Origin
  }

  private static func grouped(
    _ runs: [EvaluatedRun], by metric: PrimaryMetric?
  ) -> (groups: [RankedGroup], unranked: [EvaluatedRun]) {
    guard let metric else { return ([], runs) }
    var members: [GroupKey: [(run: EvaluatedRun, score: RunScore)]] = [:]
    var unranked: [EvaluatedRun] = []
    for run in runs {
      // What a run measured before it failed is no result of it.
      guard run.run.status != .failed, let score = metric.score(of: run) else {
        unranked.append(run)
        continue
      }
      let key = GroupKey(testSet: run.evaluated?.testSet, origin: score.origin)
      members[key, default: []].append((run, score))
    }
    let groups = members.map { key, entries in RankedGroup(entries, testSet: key.testSet, by: metric) }
    return (groups.sorted(by: isBefore), unranked)
  }

  private static func isBefore(_ left: RankedGroup, _ right: RankedGroup) -> Bool {
    if left.origin != right.origin { return left.origin == .recomputed }
    if (left.testSet == nil) != (right.testSet == nil) { return right.testSet == nil }
    if left.ranked.count != right.ranked.count { return left.ranked.count > right.ranked.count }
    let latest = [left, right].map { group in group.ranked.map(\.run.run).max(by: Run.isOlder) }
    guard let first = latest[0], let second = latest[1] else { return false }
    return Run.isOlder(second, first)
  }
}
