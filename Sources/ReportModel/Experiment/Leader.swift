import RunModel

/// Who leads an experiment, as a sentence.
enum Leader {
  /// The sentence, and how many runs are tied with the leader; nil where no run has a score.
  static func sentence(_ analysis: ExperimentAnalysis, ties: LeaderTies) -> RichText? {
    guard !analysis.runs.isEmpty else { return "No run of this experiment could be read." }
    guard let metric = analysis.primaryMetric else { return nil }
    guard let group = analysis.groups.first else { return "No run has \(metric.titleInSentence)." }
    guard let first = group.best else {
      return
        "Whether \(metric.titleInSentence) should be high or low is not known, so no run is marked as best."
    }
    let best = group.ranked.prefix(while: \.isBest).count
    let run = first.run.run
    let name = RichText([.init(RunName.full(run), style: .strong, link: .run(run.id))])
    let score =
      MetricText.sentence(first.score.value, first.score.interval)
      + (group.origin == .logged ? " as logged" : "")
    let title = metric.titleInSentence
    var sentence: RichText
    if group.ranked.count == 1 {
      sentence = name + " has \(title) \(score)."
    } else if best > 1 {
      sentence = name + " and \(Wording.count(best - 1, "other run")) share the best \(title), \(score)."
    } else {
      sentence =
        name
        + " leads with \(title) \(score), ahead of \(Wording.count(group.ranked.count - 1, "other run"))."
    }
    return sentence + tied(with: best, in: group, ties) + others(analysis)
  }

  /// How many of the other runs are not shown to differ from the leader; `best` runs share its score.
  private static func tied(with best: Int, in group: RankedGroup, _ ties: LeaderTies) -> RichText {
    let others = group.ranked.count - best
    guard others > 0, ties.compared > 0 else { return "" }
    guard ties.tied > 0 else {
      let isSureOfAll = ties.compared == group.ranked.count - 1
      return isSureOfAll && best == 1 ? " No other run is tied with it." : ""
    }
    let verb = ties.tied == 1 ? "is" : "are"
    let subject =
      best > 1
      ? "\(Wording.number(ties.tied)) more \(verb) tied with them"
      : others == 1
        ? "Both are tied"
        : ties.tied == others
          ? "All of them are tied with it" : "\(Wording.number(ties.tied)) of them \(verb) tied with it"
    let count = group.count.map { " at n = \(Wording.number($0))" } ?? ""
    return " \(subject): no difference is shown\(count)."
  }

  /// How many runs are left out of the ranking because their examples differ, or may differ.
  private static func others(_ analysis: ExperimentAnalysis) -> RichText {
    let groups = analysis.groups.dropFirst()
    let count = groups.reduce(0) { $0 + $1.ranked.count }
    guard count > 0 else { return "" }
    let isKnown = groups.allSatisfy { $0.origin == .recomputed && $0.testSet != nil }
    let verb = count == 1 ? "was" : "were"
    let reason =
      isKnown
      ? "\(verb) tested on other examples" : "\(verb) not, or not known to be, tested on the same examples"
    return " \(Wording.count(count, "further run")) \(reason) and cannot be ranked with it."
  }
}
