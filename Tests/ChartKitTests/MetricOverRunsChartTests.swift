import Markup
import TestSupport
import Testing

@testable import ChartKit

struct MetricOverRunsChartTests {
  private func run(_ name: String, _ value: Double?, _ time: String) -> MetricOverRunsChart.Run {
    .init(name: name, value: value, low: value.map { $0 - 0.01 }, high: value.map { $0 + 0.008 }, time: time)
  }

  private var chart: MetricOverRunsChart {
    MetricOverRunsChart(
      runs: [
        run("bayes", 0.808, "12"), run("logreg", 0.937, "12"), run("failed", nil, "13"),
        run("trees", 0.931, "13"),
        run("knn", 0.963, "13"), run("svm", 0.970, "16"), run("mlp", 0.932, "16"),
      ],
      metric: "accuracy", timeTitle: "day in November 2026", isHigherBetter: true, baseline: 1)
  }

  @Test func recordsAreTheRunsBetterThanAllBefore() {
    #expect(chart.records == [0, 1, 4, 5])
    let losses = MetricOverRunsChart(
      runs: [2.0, 2.5, 1.5, 1.5, 0.3].map { .init(name: "r", value: $0, time: "") }, metric: "loss",
      isHigherBetter: false)
    #expect(losses.records == [0, 2, 4])
    #expect(MetricOverRunsChart(runs: chart.runs, metric: "x", isHigherBetter: nil).records == [])
  }

  @Test func theLineStepsAtEachRecordAndNeverFalls() {
    let steps = chart.drawing().shapes.compactMap { mark -> [Point]? in
      guard mark.style.stroke?.role == .series(1), case .path(let path) = mark.shape else { return nil }
      return path.chains[0].points
    }
    #expect(steps.count == 1)
    let line = steps[0]
    #expect(line.count == 8)
    #expect(
      zip(line, line.dropFirst()).allSatisfy {
        ($0.x == $1.x || $0.y == $1.y) && $1.y <= $0.y && $1.x >= $0.x
      })
  }

  @Test func theBestRunIsColouredTheBaselineHollowAndTheOthersInk() {
    let drawing = chart.drawing()
    #expect(drawing.circles(.series(1)).count == 1)
    #expect(drawing.circles(.ground).count == 1)
    #expect(drawing.circles(.ink).count == 4)
    #expect(drawing.tooltips.contains("svm: 0.970 [0.960, 0.978]"))
  }

  @Test func theRunsThatTheLineSpeaksOfAreNamed() {
    let words = chart.drawing().words
    for name in ["svm", "logreg", "bayes", "knn"] { #expect(words.contains(name)) }
    #expect(!words.contains("mlp") && !words.contains("trees"))
    #expect(chart.drawing().collidingTexts == [])
    #expect(chart.drawing().textsOutside == [])
  }

  @Test func neighboursOfTheSameTimeShareATick() {
    let drawing = chart.drawing()
    #expect(drawing.words.filter { ["12", "13", "16"].contains($0) } == ["12", "13", "16"])
    #expect(drawing.lines(.axis).count == 3)
    #expect(drawing.words.contains("day in November 2026, runs in order →"))
  }

  @Test func anAxisThatDoesNotStartAtZeroSaysSo() {
    #expect(chart.drawing().words.contains("↑ accuracy; the axis starts at 0.75"))
    let fromZero = MetricOverRunsChart(
      runs: [0.01, 0.9].map { .init(name: "r", value: $0, time: "") }, metric: "f1", isHigherBetter: true)
    #expect(fromZero.drawing().words.contains("↑ f1"))
  }

  @Test(arguments: [(600, 20_000), (5_000, 12_000), (20_000, 12_000)])
  func manyRunsAreSmallDotsOrRangesInOneMark(_ count: Int, _ bytes: Int) {
    var generator = SeededGenerator(seed: 4)
    let runs = (0..<count).map { index in
      MetricOverRunsChart.Run(
        name: "run \(index)", value: Double.random(in: 0...1, using: &generator), time: "d\(index / 50)")
    }
    let chart = MetricOverRunsChart(runs: runs, metric: "auc", isHigherBetter: true)
    let drawing = chart.drawing()
    #expect(drawing.shapes.count < 200)
    #expect(drawing.collidingTexts == [])
    #expect(drawing.words.contains("grey: lowest to highest") == (count > 1_000))
    #expect(SVGWriter.figure(chart, slug: "runs").bytes.count < bytes)
    #expect(SVGWriter.decoration(chart.sparkline()).bytes.count < bytes / 2)
  }

  @Test func theSummaryTellsTheStory() {
    #expect(chart.summary == "Starts at 0.808 with bayes; best is 0.970 with svm, run 6 of 7.")
    #expect(chart.title == "Accuracy over 7 runs")
    let one = MetricOverRunsChart(runs: [run("only", 0.9, "1")], metric: "accuracy", isHigherBetter: true)
    #expect(one.summary == "One run: 0.900 with only.")
    #expect(
      MetricOverRunsChart(runs: [], metric: "accuracy", isHigherBetter: true).summary == "No run has a value."
    )
    let falling = MetricOverRunsChart(
      runs: [run("a", 0.9, ""), run("b", 0.8, "")], metric: "f1", isHigherBetter: true)
    #expect(falling.summary == "Starts at 0.900 with a, and none of the 2 runs is better.")
  }

  @Test func theTableMarksBaselineAndRecords() {
    #expect(chart.table.rows[1] == ["logreg", "12", "0.937", "[0.927, 0.945]", "baseline, best so far"])
    #expect(chart.table.rows[2] == ["failed", "13", "—", "", ""])
  }

  @Test func drawingsMatchTheirGoldens() {
    Golden.check(SVGWriter.figure(chart, slug: "runs").string, "ChartKit/metric-over-runs.svg")
    Golden.check(
      SVGWriter.image(chart.sparkline(), slug: "s", title: chart.title, summary: chart.summary).string,
      "ChartKit/sparkline.svg")
  }
}
