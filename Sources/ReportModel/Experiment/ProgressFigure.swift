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
  private let total: Int

  /// Nil for fewer than two comparable runs.
  init?(_ analysis: ExperimentAnalysis) {
    guard let metric = analysis.primaryMetric, let group = analysis.groups.first, group.ranked.count > 1
    else {
      return nil
    }
    self.metric = metric
    entries = group.ranked.sorted { Run.isOlder($0.run.run, $1.run.run) }
    total = analysis.runs.count
    let baseline = entries.firstIndex { $0.run.run.id == analysis.namedBaseline }
    chart = MetricOverRunsChart(
      runs: entries.map { entry in
        MetricOverRunsChart.Run(
          name: RunName.title(entry.run.run), value: entry.score.value, low: entry.score.interval?.low,
          high: entry.score.interval?.high, time: entry.run.run.timestamp?.day ?? "")
      },
      metric: metric.titleInSentence,
      isHigherBetter: metric.isHigherBetter,
      baseline: baseline)
  }

  var figure: ReportFigure {
    let line = metric.direction == .unknown ? "" : "; the line is the best so far"
    var what: RichText = "\(metric.title) of \(Wording.count(entries.count, "run")) in order of time\(line)."
    if entries.count < total {
      what =
        what + " Not drawn: \(Wording.count(total - entries.count, "run")) not comparable or without a score."
    }
    return ReportFigure(slug: "metric-over-runs", finding: finding, what: what, chart: chart)
  }

  /// When the best value was reached, and by how much it improved on the one before.
  private var finding: RichText? {
    guard metric.direction != .unknown, let first = entries.first else { return nil }
    var best = first
    var before: RankedGroup.Entry?
    for entry in entries.dropFirst() where metric.isBetter(entry.score.value, than: best.score.value) == true
    {
      before = best
      best = entry
    }
    let name = RunName.full(best.run.run)
    guard let before else {
      let way = metric.direction == .higherIsBetter ? "higher" : "lower"
      return "No run since the first, \(name), has a \(way) \(metric.titleInSentence)"
    }
    let gain = MetricText.difference(best.score.value - before.score.value, isProportion: metric.isProportion)
    return "\(name) is the best so far: \(gain) on the best before it"
  }
}
