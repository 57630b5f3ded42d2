import ChartKit
import Diagnostics
import Markup
import RunModel

/// The deciding metric over generations or rungs: every run, the best and the median.
struct GenerationQuality {
  private let view: PopulationView

  /// The quality of the runs of a search.
  init(_ view: PopulationView) { self.view = view }

  /// The figure; nil where fewer than two generations have a score.
  var figure: ReportFigure? {
    guard let metric = view.metric else { return nil }
    let isPopulation = view.lineage.kind == .population
    let chart = GenerationChart(
      metricOf: view.data, hasLines: !isPopulation, hasSummary: isPopulation, hasCounts: !isPopulation)
    let summaries = chart.summaries
    guard summaries.count(where: { $0.median != nil }) > 1 else { return nil }
    let scored = view.lineage.nodes.count { $0.entry.score != nil }
    let rest = view.lineage.nodes.count - scored
    var what: RichText =
      "\(metric.title) of \(Wording.count(scored, "run")) by \(view.lineage.generationNoun)"
    switch metric.direction {
    case .higherIsBetter: what = what + ", higher is better."
    case .lowerIsBetter: what = what + ", lower is better."
    case .unknown: what = what + "; which way is better is not known."
    }
    if rest > 0 {
      what = what + " Not drawn: \(Wording.count(rest, "run")) not comparable or without a score."
    }
    return ReportFigure(
      slug: "quality-by-\(view.lineage.generationNoun)" + view.suffix, finding: finding(summaries, metric),
      what: what, chart: chart,
      howToRead: isPopulation
        ? "A dot for each run. The solid dark line is the best run of each generation, the dashed one the median; the blue line is the best run with all it descends from, which need not have been best before."
        : "A dot for each run, joined with the run of the same trial on the next rung; lines that end are trials that were stopped."
    )
  }

  /// How the best score of a generation changed from the first to the last, and how many runs were given up.
  private func finding(_ summaries: [GenerationChart.Summary], _ metric: PrimaryMetric) -> RichText? {
    let values = summaries.map { metric.direction == .unknown ? $0.median : $0.best }.compactMap(\.self)
    guard let first = values.first, let last = values.last, values.count > 1 else { return nil }
    let (from, to) = (LineageText.score(first), LineageText.score(last))
    let what =
      metric.direction == .unknown
      ? "The median \(metric.titleInSentence)" : "The best \(metric.titleInSentence)"
    let span = view.generations(view.lineage.generations.count)
    var text: RichText =
      from == to
      ? "\(what) stayed at \(strong: to) over \(span)"
      : "\(what) \(first < last ? "rose" : "fell") from \(strong: from) to \(strong: to) over \(span)"
    let replaced = view.lineage.takeovers
    let all = view.lineage.nodes.count
    switch view.lineage.kind {
    case .population:
      text =
        text
        + "; \(Wording.number(replaced)) of \(Wording.count(all, "run")) \(replaced == 1 ? "was" : "were") replaced"
    case .halving:
      let stopped = Set(view.lineage.nodes.filter(\.isPruned).map(\.entry.member)).count
      let trials = view.members(view.lineage.members.count)
      text =
        text
        + "; \(Wording.number(stopped)) of \(trials) \(stopped == 1 ? "was" : "were") stopped before the last"
    }
    return text
  }
}
