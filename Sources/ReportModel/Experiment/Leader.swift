import RunModel

/// Who leads an experiment, as a sentence.
enum Leader {
  /// The sentence; nil where no run has a score.
  static func sentence(_ analysis: ExperimentAnalysis) -> RichText? {
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
    return sentence + others(analysis)
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
