import Diagnostics
import Markup
import RunModel

/// What the latest run of a site achieved, as a sentence.
enum LatestRun {
  /// A sentence about the latest run of all experiments; nil if no run has a time.
  static func sentence(_ analyses: [ExperimentAnalysis]) -> RichText? {
    let latest = analyses.compactMap { analysis in
      analysis.runs.last.flatMap { entry in entry.run.timestamp.map { (analysis, entry, $0) } }
    }
    guard let (analysis, entry, _) = latest.max(by: { $0.2 < $1.2 }) else { return nil }
    let name = RichText([.init(RunName.besideTime(entry.run), style: .strong, link: .run(entry.run.id))])
    let subject: RichText =
      "The latest run, " + name + " of \(analysis.id.text, link: .experiment(analysis.id)),"
    guard let metric = analysis.primaryMetric, let own = analysis.entry(of: entry.run.id),
      let group = analysis.group(of: entry.run.id)
    else {
      return entry.run.status == .failed
        ? subject + " failed." : subject + " has no score that could be ranked."
    }
    let value =
      subject + " has \(metric.titleInSentence) " + MetricText.sentence(own.score.value, own.score.interval)
    guard group.ranked.count > 1, let best = group.best else { return value + "." }
    if own.isBest {
      let share = group.ranked[1].isBest ? "sharing the best of" : "the best of"
      return value + ", \(share) \(Wording.count(group.ranked.count, "run"))."
    }
    let gap = abs(own.score.value - best.score.value)
    let distance = MetricText.distance(gap, isProportion: metric.isProportion)
    return value + ", \(distance) behind the best of \(Wording.count(group.ranked.count, "run"))."
  }
}
