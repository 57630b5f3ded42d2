import Diagnostics
import Evaluation
import RunModel

/// How the runs of a leaderboard differ from the leader on the same examples, and which are tied with it: not shown to
/// differ.
struct LeaderTies {
  /// What is known of a run beside its leader.
  struct Entry {
    /// The paired difference of the deciding metric, run − leader; its adjusted p is corrected by Holm for the runs that
    /// were compared with the same leader.
    let difference: PairedDifference
    /// Whether no difference is shown.
    let isTied: Bool
  }

  /// The runs beside the leader of the first group: how many were compared, and how many of them are tied.
  private(set) var compared = 0
  /// How many of these are tied and have a score that is not just the leader's.
  private(set) var tied = 0
  /// How many runs of all groups were not compared because that would take too long.
  private(set) var leftOut = 0
  /// Why runs cannot be told to be tied, if that holds for all.
  private(set) var reason: String?
  private var entries: [RunID: Entry] = [:]

  /// The most runs that are compared with a leader.
  static let runLimit = 100
  /// The most steps that the comparisons of a page may take: draws of resamples and cells of probabilities.
  static let workLimit = 400_000_000

  /// Compares the runs of each group with its leader, those next to it first.
  ///
  /// - Complexity: At most ``workLimit`` steps.
  init(_ analysis: ExperimentAnalysis, runLimit: Int = runLimit, workLimit: Int = workLimit) {
    guard let metric = analysis.primaryMetric,
      let registered = MetricRegistry.standard[metric.name.text]
    else { return }
    var work = workLimit
    for (number, group) in analysis.groups.enumerated() {
      guard let leader = group.best?.run.evaluated, group.testSet != nil, group.origin == .recomputed
      else { continue }
      let others = group.ranked.dropFirst()
      let step = Self.work(leader.evaluation)
      let near = others.prefix(min(runLimit, work / step))
      work -= near.count * step
      leftOut += others.count - near.count
      let evaluations = near.compactMap(\.run.evaluated?.evaluation)
      let found = RunComparisons(
        candidates: evaluations, baseline: leader.evaluation, primary: metric.name.text,
        metrics: MetricRegistry([registered]))
      var first: (compared: Int, tied: Int) = (0, 0)
      for (entry, (comparison, isTied)) in zip(near, zip(found.comparisons, found.ties)) {
        guard let difference = comparison?[metric.name.text] else { continue }
        guard difference.adjustedPValue != nil else {
          reason = difference.interval.reason
          continue
        }
        entries[entry.run.run.id] = Entry(difference: difference, isTied: isTied)
        first.compared += 1
        if isTied, !entry.isBest { first.tied += 1 }
      }
      if number == 0 { (compared, tied) = first }
    }
  }

  /// What is known of a run beside its leader; nil of leaders, and of runs that were not compared.
  subscript(run: RunID) -> Entry? { entries[run] }

  /// What stands above a leaderboard about its ties.
  var remark: RichText {
    guard !entries.isEmpty else {
      return reason.map { " Which runs are tied with the leader cannot be told: \($0)." } ?? ""
    }
    let rest =
      leftOut > 0
      ? " The \(Wording.count(leftOut, "run")) farthest behind \(leftOut == 1 ? "was" : "were") not compared in this way."
      : ""
    return
      " Small, below the distance to the leader: its paired 95 % interval, and p corrected by Holm for the number of runs. Tied: that p is above 0.05, so no difference from the leader is shown.\(rest)"
  }

  /// About how many steps it takes to compare with these predictions.
  private static func work(_ evaluation: ClassificationEvaluation) -> Int {
    let rows = max(1, evaluation.rowCount)
    let schema = evaluation.schema
    let labels = schema.labels.count
    // No more kinds of rows than rows or triples of labels, of which as many are redrawn as a bootstrap allows.
    let kinds = labels < 100 ? min(rows, labels * labels * labels) : rows
    let draws = min(ChanceOptions().resamples * (schema.hasWeights ? rows : kinds), 10_000_000)
    return draws + rows * max(1, schema.scoredLabelCount)
  }
}
