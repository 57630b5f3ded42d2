import ChartKit
import Evaluation
import RunModel

extension ComparisonReport {
  /// The deciding metric of all runs with its intervals, the baseline's as a band behind them; nil where the runs were not
  /// tested on the same examples.
  var forestFigure: ReportFigure? {
    guard let metric, let count = sharedEvaluations?.first?.rowCount else { return nil }
    let chart = MetricForestChart(
      runs: members.map { member in
        let score = metric.score(of: member.entry)
        return MetricForestChart.Run(
          name: "\(member.letter) \(RunName.title(member.entry.run))", value: score?.value,
          low: score?.interval?.low, high: score?.interval?.high)
      },
      metric: metric.titleInSentence,
      isHigherBetter: metric.isHigherBetter, baseline: 0)
    return ReportFigure(
      // What it comes to, the verdict says.
      slug: "forest", finding: nil,
      what:
        "\(metric.title) with 95 % intervals, best first, n = \(Wording.number(count)); the band is the interval of A.",
      chart: chart,
      howToRead:
        "Each interval is of one run alone. Whether two runs differ is tested on the same examples, row by row: see the verdict. Intervals that overlap decide nothing."
    )
  }
}
