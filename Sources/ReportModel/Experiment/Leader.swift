import RunModel

/// Who leads an experiment, as a sentence.
enum Leader {
  static func sentence(_ analysis: ExperimentAnalysis) -> RichText? {
    guard let metric = analysis.primaryMetric, let group = analysis.groups.first else {
      return analysis.runs.isEmpty ? "No run of this experiment could be read." : nil
    }
    let title = MetricText.inSentence(metric.title)
    let best = group.ranked.filter(\.isBest)
    guard let first = best.first else {
      return "\(metric.title) is not known to be better one way or the other, so no run is marked as best."
    }
    let score = MetricText.sentence(first.score.value, first.score.interval)
    let name: RichText =
      "\(strong: "")"
      + RichText([
        .init(RunName.full(first.run.run), style: .strong, link: .run(first.run.run.id))
      ])
    let others = analysis.groups.dropFirst().reduce(0) { $0 + $1.ranked.count }
    var sentence: RichText
    if group.ranked.count == 1 {
      sentence = name + " has \(title) \(score)"
    } else if best.count > 1 {
      sentence = name + " and \(Wording.count(best.count - 1, "other run")) share the best \(title), \(score)"
    } else {
      sentence = name + " leads with \(title) \(score)"
      sentence = sentence + ", ahead of \(Wording.count(group.ranked.count - 1, "other run"))"
    }
    sentence = sentence + (group.testSet == nil ? ", as logged." : ".")
    if others > 0 {
      sentence =
        sentence + " \(Wording.count(others, "further run")) "
        + (others == 1 ? "was" : "were") + " tested on other examples and cannot be ranked with it."
    }
    return sentence
  }
}
