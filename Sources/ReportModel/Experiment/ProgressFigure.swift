import ChartKit
import Evaluation
import Markup
import RunModel

/// The deciding metric over time: every comparable run with its interval, and the best so far.
struct ProgressFigure {
  /// The chart, also for a row of the index.
  let chart: MetricOverRunsChart
  private let metric: PrimaryMetric
  private let entries: [RankedGroup.Entry]
  private let ended: [Run]
  private let prunedCount: Int
  private let total: Int

  /// Nil for fewer than two comparable runs.
  init?(_ analysis: ExperimentAnalysis) {
    guard let metric = analysis.primaryMetric, let group = analysis.group(ofAtLeast: 2)
    else { return nil }
    self.metric = metric
    entries = group.ranked.sorted { Run.isOlder($0.run.run, $1.run.run) }
    total = analysis.runs.count
    let ended = analysis.unranked.map(\.run).filter { Self.ending($0, in: analysis) != nil }
    prunedCount = entries.count { analysis.isPruned($0.run.run) }
    self.ended = ended
    let runs =
      (entries.map { (run: $0.run.run, score: RunScore?.some($0.score)) }
      + ended.map { (run: $0, score: nil) }).sorted { Run.isOlder($0.run, $1.run) }
    let baseline = runs.firstIndex { $0.run.id == analysis.namedBaseline }
    // The variant tells nothing where all runs are of one.
    let isOneVariant = Set(runs.map(\.run.id.variant)).count == 1
    // Nor does a time that all have, where something else tells them apart.
    let words = isOneVariant ? runs.compactMap { RunName.behindTime($0.run) } : []
    let hasWords = Set(words).count == runs.count
    chart = MetricOverRunsChart(
      runs: runs.enumerated().map { place, entry in
        let (run, score) = entry
        return MetricOverRunsChart.Run(
          name: hasWords ? words[place] : isOneVariant ? RunName.short(run) : RunName.title(run),
          value: score?.value,
          low: score?.interval?.low,
          high: score?.interval?.high, time: run.timestamp?.day ?? "",
          ending: Self.ending(run, in: analysis))
      },
      metric: metric.titleInSentence,
      isHigherBetter: metric.isHigherBetter,
      baseline: baseline)
  }

  /// How a run ended, if not as it should, or that nobody went on from it.
  private static func ending(_ run: Run, in analysis: ExperimentAnalysis) -> MetricOverRunsChart.Ending? {
    if analysis.isPruned(run) { return .pruned }
    return switch run.status {
    case .failed: .failed
    case .pruned: .pruned
    case .interrupted: .interrupted
    case .completed, .running, .queued: nil
    }
  }

  /// The chart with what it says, under a slug of its own where a page has several.
  func figure(slug: String = "metric-over-runs") -> ReportFigure {
    let line = metric.direction == .unknown ? "" : "; the line is the best so far"
    var what: RichText =
      "\(metric.title) of \(Wording.count(entries.count, "run")) in order of time\(line)."
    if !ended.isEmpty {
      what = what + " At the foot, without a score: \(RunEndings.words(ended))."
    }
    if prunedCount > 0 {
      what =
        what
        + (prunedCount == 1
          ? " A triangle at the foot marks the one run that had a score and was pruned."
          : " Triangles at the foot mark \(Wording.number(prunedCount)) runs that had a score and were pruned.")
    }
    let rest = total - entries.count - ended.count
    if rest > 0 {
      what = what + " Not drawn: \(Wording.count(rest, "run")) not comparable or without a score."
    }
    return ReportFigure(slug: slug, finding: finding, what: what, chart: chart)
  }

  /// When the best value was reached, and by how much it improved on the one before.
  private var finding: RichText? {
    guard metric.direction != .unknown, let first = entries.first else { return nil }
    var best = first
    var before: RankedGroup.Entry?
    for entry in entries.dropFirst()
    where metric.isBetter(NumberText.gap(entry.score.value, best.score.value), than: 0) == true {
      before = best
      best = entry
    }
    let name = RunName.full(best.run.run)
    guard let before else {
      let way = metric.direction == .higherIsBetter ? "higher" : "lower"
      return "No run since the first, \(name), has a \(way) \(metric.titleInSentence)"
    }
    let gain = MetricText.difference(
      best.score.value - before.score.value, isProportion: metric.isProportion)
    return "\(name) is the best so far: \(gain) on the best before it"
  }
}
