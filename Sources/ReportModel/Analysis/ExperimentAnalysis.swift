package import Diagnostics
package import RunModel

/// An experiment's runs put in order: which are comparable, which is best, which one others are measured by.
package struct ExperimentAnalysis: Sendable {
  /// The experiment.
  package var id: ExactString
  /// What the user said about it.
  package var configuration: ExperimentConfiguration
  /// All its runs, oldest first, ties by id.
  package var runs: [EvaluatedRun]
  /// The metric that decides; nil if no run has any.
  package var primaryMetric: PrimaryMetric?
  /// Runs that have a score, in groups that share their test examples.
  ///
  /// The group with most runs comes first, then the one with the latest run; runs with logged scores come last.
  package var groups: [RankedGroup]
  /// Runs without a score, oldest first.
  package var unranked: [EvaluatedRun]
  /// The run that `assay.yaml` names as baseline.
  package var namedBaseline: RunID?
  /// What was wrong with the configuration.
  package var diagnostics: [Diagnostic]

  /// Puts the runs of the experiment `id` in order.
  ///
  /// - Complexity: O(n log n) for n runs.
  package init(id: ExactString, runs: [EvaluatedRun], configuration: ExperimentConfiguration) {
    self.id = id
    self.configuration = configuration
    self.runs = runs.sorted { Run.isOlder($0.run, $1.run) }
    primaryMetric = PrimaryMetric.choose(for: self.runs, configuration: configuration)
    groups = []
    unranked = []
    diagnostics = []
    rank()
    findBaseline()
  }

  /// The run that is best in the first group.
  package var best: RankedGroup.Entry? { groups.first?.best }

  /// The runs that `run` may be ranked with, itself included; nil if it has no score.
  package func group(of run: RunID) -> RankedGroup? {
    groups.first { $0.ranked.contains { $0.run.run.id == run } }
  }

  /// The run that `run` is compared with: the named baseline, else the best run that was tested on the same
  /// examples; nil when that is the run itself or there is none.
  package func baseline(for run: RunID) -> EvaluatedRun? {
    if let namedBaseline, namedBaseline != run, let named = runs.first(where: { $0.run.id == namedBaseline })
    {
      return named
    }
    let group = group(of: run)
    guard let best = group?.best?.run, best.run.id != run else {
      return group?.ranked.dropFirst().first?.run
    }
    return best
  }

  /// The parameters that do not have the same value in all runs, in natural order.
  package var differingParameters: [ExactString] {
    let names = Set(runs.flatMap(\.run.params.keys))
    let differing = names.filter { name in Set(runs.map { $0.run.params[name]?.text }).count > 1 }
    return differing.sorted(by: NaturalOrder.precedes)
  }

  private mutating func rank() {
    guard let metric = primaryMetric else {
      unranked = runs
      return
    }
    var members: [String?: [RankedGroup.Entry]] = [:]
    for run in runs {
      guard let score = metric.score(of: run) else {
        unranked.append(run)
        continue
      }
      let testSet = score.origin == .recomputed ? run.evaluated?.testSet : nil
      members[testSet, default: []].append(RankedGroup.Entry(run: run, score: score, isBest: false))
    }
    groups = members.map { testSet, entries in Self.ranked(entries, testSet: testSet, by: metric) }
      .sorted(by: Self.isBefore)
  }

  private static func ranked(
    _ entries: [RankedGroup.Entry], testSet: String?, by metric: PrimaryMetric
  ) -> RankedGroup {
    var ordered = entries.enumerated().sorted { left, right in
      if let isBetter = metric.isBetter(left.element.score.value, than: right.element.score.value), isBetter {
        return true
      }
      if left.element.score.value == right.element.score.value || metric.direction == .unknown {
        return left.offset < right.offset
      }
      return false
    }.map(\.element)
    if metric.direction != .unknown, let top = ordered.first?.score.value {
      for position in ordered.indices where ordered[position].score.value == top {
        ordered[position].isBest = true
      }
    }
    return RankedGroup(testSet: testSet, count: ordered.first?.score.count, ranked: ordered)
  }

  private static func isBefore(_ left: RankedGroup, _ right: RankedGroup) -> Bool {
    if (left.testSet == nil) != (right.testSet == nil) { return right.testSet == nil }
    if left.ranked.count != right.ranked.count { return left.ranked.count > right.ranked.count }
    let latest = [left, right].map { group in
      group.ranked.map(\.run.run).max(by: Run.isOlder)
    }
    guard let first = latest[0], let second = latest[1] else { return false }
    return Run.isOlder(second, first)
  }

  private mutating func findBaseline() {
    guard let wanted = configuration.baseline else { return }
    let matches = runs.map(\.run.id).filter { id in
      id.run == wanted || id.variant == wanted
        || ExactString("\(id.variant)/\(id.run)") == wanted || ExactString(id.description) == wanted
    }
    namedBaseline = matches.last
    if namedBaseline == nil {
      let names = runs.map { "\($0.run.id.variant)/\($0.run.id.run)" }
      let near = NearestName.suggestion(for: wanted.text, among: names)
      diagnostics.append(
        Diagnostic(
          .warning, Diagnostic.Kind("configuration.baseline"), at: nil,
          found:
            "the baseline \(VisibleText.quoting(wanted.text)) for experiment \(VisibleText.quoting(id.text))",
          expected: "one of its runs or variants"
            + (near.map { ", such as \(VisibleText.quoting($0))" } ?? ""),
          consequence: "The best run is used as baseline instead."))
    }
  }
}
