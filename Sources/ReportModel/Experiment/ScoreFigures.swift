import ChartKit
import Diagnostics
import Evaluation
import Markup
import RunModel

/// How the scores of runs are spread, and how parameters that are numbers go together with them.
struct ScoreFigures {
  private let tried: TriedParameters

  /// The figures of what was tried.
  init(_ tried: TriedParameters) {
    self.tried = tried
  }

  /// So many parameters stand in the table of correlations.
  private static let parameterLimit = 10

  /// A histogram of the scores; nil where all are equal.
  var distribution: ReportFigure? {
    let scores = tried.effects.scores
    guard scores.bins.count > 1, let low = scores.lowerQuartile, let median = scores.median,
      let high = scores.upperQuartile, let width = scores.bins.first.map({ $0.high - $0.low }),
      let first = scores.least, let last = scores.greatest
    else { return nil }
    let chart = BarChart(
      title: "\(tried.metric.title) of \(Wording.count(scores.count, "run"))",
      slots: scores.bins.map { bin in
        .init(
          center: bin.low + (bin.high - bin.low) / 2,
          name: "\(NumberText.score(bin.low)) to \(NumberText.score(bin.high))")
      }, slotWidth: width,
      series: [.init(name: "", values: scores.bins.map { Double($0.count) })],
      places: ChartAxis(.linear, title: tried.metric.titleInSentence),
      values: ChartAxis(.linear, title: "runs"), areBins: true)
    var what: RichText =
      "\(tried.metric.title) of \(tried.runWords), from \(NumberText.score(first)) to \(NumberText.score(last))."
    if scores.failedCount > 0 {
      what = what + " Not drawn: \(Wording.count(scores.failedCount, "run")) that ended without a score."
    }
    return ReportFigure(
      slug: "score-distribution",
      finding:
        "Half of the runs lie from \(NumberText.score(low)) to \(NumberText.score(high)), the median is \(strong: NumberText.score(median))",
      what: what, chart: chart,
      howToRead: "The height of a bar is how many runs scored within its width.")
  }

  /// Pearson’s correlations, each with each; nil for fewer than two parameters that are numbers.
  var correlations: ReportFigure? {
    let found = tried.effects.correlations
    let shown = Array(found.parameters.indices.prefix(Self.parameterLimit))
    guard shown.count > 1, shown.contains(where: { found.withScore[$0] != nil }) else { return nil }
    let names = shown.map { Wording.label(found.parameters[$0].text) } + [tried.metric.titleInSentence]
    let inner = shown.map { row in shown.map { found.between[row][$0] } + [found.withScore[row]] }
    let chart = HeatmapChart(
      title: "Correlations of parameters and \(tried.metric.titleInSentence)", rows: names, columns: names,
      values: inner + [shown.map { found.withScore[$0] } + [1]], valueTitle: "Pearson’s r", scale: -1...1)
    let rest = found.parameters.count - shown.count
    var what: RichText =
      "Pearson’s correlation of each two of \(Wording.number(shown.count)) parameters that are numbers and of \(tried.metric.titleInSentence), over \(tried.runWords)."
    if rest > 0 { what = what + " \(Wording.count(rest, "more parameter")) not drawn." }
    return ReportFigure(
      slug: "parameter-correlations", finding: closest(shown), what: what, chart: chart,
      howToRead:
        "1 and −1: a straight line up or down. 0: no straight line, which may still be a curve. In a table of so many numbers some are large by chance; the test is in the table of effects."
    )
  }

  /// Which parameter’s correlation is the largest, which says nothing of whether it is more than chance.
  private func closest(_ shown: [Int]) -> RichText? {
    let found = tried.effects.correlations
    let known = shown.compactMap { index in found.withScore[index].map { (index: index, r: $0) } }
    guard let most = known.max(by: { $0.r.magnitude < $1.r.magnitude }) else { return nil }
    return
      "The largest correlation with \(tried.metric.titleInSentence) is that of \(code: Wording.label(found.parameters[most.index].text)), r = \(NumberText.difference(most.r, decimals: 2))"
  }
}
