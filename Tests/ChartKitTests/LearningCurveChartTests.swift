import Markup
import TestSupport
import Testing

@testable import ChartKit

struct LearningCurveChartTests {
  private let chart = LearningCurveChart(
    series: [
      .init(name: "train", points: (0..<5).map { Point(Double($0), 1 / Double($0 + 1)) }, look: .slot(1)),
      .init(
        name: "validation", points: (0..<5).map { Point(Double($0), 1 / Double($0 + 1) + 0.02) },
        look: .slot(2)),
    ],
    metric: "loss", stepNoun: "epoch")

  @Test func namesStandAtTheEndsOfTheirLinesPushedApart() {
    let names = chart.drawing().texts.filter { ["train", "validation"].contains($0.string) }
    #expect(names.count == 2)
    #expect(abs(names[0].position.y - names[1].position.y) >= 15 - 1e-9)
    #expect(names[0].position.y > names[1].position.y)
    #expect(chart.drawing().collidingTexts == [])
    #expect(chart.drawing().textsOutside == [])
  }

  @Test func manyDecadesStandOnALogarithmicAxis() {
    let decay = LearningCurveChart(
      series: [.init(name: "a", points: [Point(0, 10), Point(1, 0.1), Point(2, 0.001)], look: .slot(1))],
      metric: "loss")
    #expect(decay.yAxis.isLogarithmic)
    #expect(decay.drawing().words.contains("↑ loss, logarithmic"))
    #expect(decay.yAxis.labels == ["0.001", "0.01", "0.1", "1", "10"])
    #expect(!chart.yAxis.isLogarithmic)
  }

  @Test func valuesThatAreNotFiniteInterruptTheLine() {
    let broken = LearningCurveChart(
      series: [
        .init(
          name: "a", points: [Point(0, 1), Point(1, .nan), Point(2, 3), Point(3, .infinity)], look: .slot(1))
      ],
      metric: "loss")
    #expect(broken.summary == "One line. a ends at 3.00 in step 2.")
    #expect(!SVGWriter.figure(broken, slug: "l").string.contains("nan"))
  }

  @Test func theTableStartsWithTheLastSteps() {
    #expect(chart.table.columns.map(\.title) == ["Epoch", "train", "validation"])
    #expect(chart.table.rows[0] == ["4", "0.200", "0.220"])
  }

  @Test func longLogsStayLight() {
    var generator = SeededGenerator(seed: 6)
    let series = (0..<20).map { index in
      LearningCurveChart.Series(
        name: "run \(index)",
        points: (0..<20_000).map { Point(Double($0), Double.random(in: 0...1, using: &generator)) },
        look: .slot(index + 1))
    }
    let drawing = LearningCurveChart(series: Array(series.prefix(2)), metric: "f1").drawing()
    #expect(SVGWriter.decoration(drawing).bytes.count < 60_000)
    let names = LearningCurveChart(
      series: series.map { .init(name: $0.name, points: Array($0.points.prefix(3)), look: $0.look) },
      metric: "f1"
    )
    .drawing()
    #expect(names.words.filter { $0.hasPrefix("run ") }.count == 14)
    #expect(names.collidingTexts == [])
  }

  @Test func drawingMatchesItsGolden() {
    Golden.check(SVGWriter.figure(chart, slug: "learning").string, "ChartKit/learning-curve.svg")
  }
}
