import Markup
import TestSupport
import Testing

@testable import ChartKit

/// Whatever stands in predictions and registries, charts are drawn, bounded in size, well formed and without NaN.
struct HostileChartTests {
  private let names = HostileValues.names

  private func numbers(_ generator: inout SeededGenerator) -> Double { HostileValues.number(&generator) }

  private func charts(_ generator: inout SeededGenerator) -> [any Chart] {
    let count = Int.random(in: 0..<20, using: &generator)
    let labels = (0..<count).map { names[$0 % names.count] + ($0 < names.count ? "" : "\($0)") }
    var matrix: [[Double]] { (0..<count).map { _ in (0..<count).map { _ in numbers(&generator) } } }
    let values = (0..<count).map { _ in (0..<3).map { _ in numbers(&generator) } }
    let points = values.map { Point($0[0], $0[1]) }
    let curves = labels.indices.map { index in
      RankCurveChart.Curve(name: labels[index], score: values[index][2], points: Array(points[..<index]))
    }
    return [
      ConfusionMatrixChart(labels: labels, counts: matrix),
      ConfusionMatrixChart(labels: labels, counts: matrix, isSmall: true, subject: names[2]),
      ConfusionDifferenceChart(
        labels: labels, baseline: matrix, candidate: matrix, baselineName: names[2], candidateName: names[9]),
      RankCurveChart(kind: .roc, labels: curves),
      RankCurveChart(kind: .precisionRecall, labels: curves, prevalence: values.first?[0]),
      RankCurveChart(kind: .precisionRecall, runs: curves, prevalence: 0.5),
      DotIntervalChart(
        rows: labels.indices.map {
          .init(name: labels[$0], value: values[$0][0], low: values[$0][1], high: values[$0][2])
        },
        metric: names[2], measure: .value(mean: values.first?[0])),
      DotIntervalChart(
        rows: labels.indices.map {
          .init(
            name: labels[$0], value: values[$0][0], low: values[$0][1], high: values[$0][2], look: .slot($0))
        },
        metric: "f1", measure: .difference(from: names[9], inPoints: true, isHigherBetter: false)),
      MetricOverRunsChart(
        runs: labels.indices.map {
          .init(
            name: labels[$0], value: values[$0][0], low: values[$0][1], high: values[$0][2], time: labels[$0])
        },
        metric: names[2], isHigherBetter: Bool.random(using: &generator), baseline: count / 2),
      StripPlotChart(
        strips: labels.map { label in
          .init(label: label, probabilities: values.map { $0[0] }, isMember: values.map { $0[1] > 0 })
        },
        noun: names[2]),
      LearningCurveChart(
        series: labels.indices.map { .init(name: labels[$0], points: points, look: .slot($0)) },
        metric: names[2]),
    ] + generalCharts(labels, points, values)
  }

  /// The charts of any data, on axes of every scale.
  private func generalCharts(_ labels: [String], _ points: [Point], _ values: [[Double]]) -> [any Chart] {
    let scales: [ChartAxis.Scale] = [.linear, .logarithmic, .time, .categories(labels)]
    let lines = scales.indices.map { index in
      let forms: [XYChart.Form] = [.line, .points, .lineAndPoints, .line]
      return XYChart(
        title: "any", series: labels.map { .init(name: $0, points: points, form: forms[index]) },
        x: ChartAxis(scales[index], title: names[9], isReversed: index == 1),
        y: ChartAxis(scales[(index * 3 + 1) % 4], title: names[2], isReversed: index > 1))
    }
    let bars = scales.indices.map { index in
      BarChart(
        title: "any",
        slots: labels.indices.map {
          .init(center: index == 3 ? Double($0) : values[$0][0], name: labels[$0])
        },
        slotWidth: values.first?[1] ?? 1,
        series: (0..<3).map { column in .init(name: names[column], values: values.map { $0[column] }) },
        places: ChartAxis(scales[index], title: names[2]), values: ChartAxis(scales[index % 2]),
        isHorizontal: index > 1, arrangement: [.grouped, .stacked, .outlined, .grouped][index])
    }
    let map = HeatmapChart(
      title: "any", rows: labels, columns: names,
      values: labels.map { _ in names.indices.map { values.first?[$0 % 3] } },
      rowTitle: names[9], columnTitle: names[2], valueTitle: names[4])
    return lines + bars + [map]
  }

  @Test func hostileNamesAndNumbersAreDrawnAndEscaped() {
    var generator = SeededGenerator(seed: 13)
    for _ in 0..<FuzzDose.rounds(default: 6) {
      for chart in charts(&generator) {
        let svg = SVGWriter.figure(chart, slug: "figure")
        #expect(svg.bytes.count < 600_000, "\(type(of: chart))")
        let tags = svg.string.utf8.split(separator: UInt8(ascii: "<")).map { $0.prefix(12) }
        #expect(!tags.contains { $0.starts(with: "script".utf8) })
        #expect(!svg.bytes.contains(0))
        #expect(chart.table.rows.allSatisfy { $0.count == chart.table.columns.count })
        #expect(chart.summary.utf8.count < 5000)
        #expect(!chart.title.isEmpty && chart.summary.hasSuffix("."))
      }
    }
  }

  @Test func endlessMetricNamesAreCut() {
    let endless = String(repeating: "metric ", count: 150_000)
    let charts: [any Chart] = [
      DotIntervalChart(rows: [.init(name: "a", value: 0.5, low: 0.4, high: 0.6)], metric: endless),
      DotIntervalChart(
        rows: [.init(name: "a", value: 0.5, low: 0.4, high: 0.6)], metric: endless,
        measure: .difference(from: endless, inPoints: true, isHigherBetter: true)),
      MetricOverRunsChart(
        runs: [.init(name: "a", value: 0.5, time: "1")], metric: endless, isHigherBetter: true),
      LearningCurveChart(
        series: [.init(name: "a", points: [Point(0, 1), Point(1, 2)], look: .slot(1))], metric: endless,
        stepNoun: endless),
    ]
    for chart in charts {
      #expect(SVGWriter.figure(chart, slug: "f").bytes.count < 8000, "\(type(of: chart))")
      #expect(chart.drawing().textsOutside == [] && chart.drawing().collidingTexts == [])
    }
  }

  @Test func rowPlotsAndBarsTakeAnyNumbers() {
    var generator = SeededGenerator(seed: 14)
    for _ in 0..<FuzzDose.rounds(default: 300) {
      let values = (0..<4).map { _ in numbers(&generator) }
      let plot = RowPlot(values: values, isDifference: Bool.random(using: &generator), isReversed: true)
      let drawings = [
        plot.axis(),
        plot.dots(values.map { .init($0, low: values[0], high: values[1]) }, reference: values[2]),
        plot.dumbbell(values[0], values[3]), BarCell(longest: values[0]).bar(values[1]),
        BarCell(longest: values[0]).balance(worse: values[2], better: values[3]),
      ]
      for drawing in drawings { #expect(!SVGWriter.decoration(drawing).isEmpty) }
    }
  }

  @Test func drawingIsTheSameEveryTime() {
    for seed in UInt64(0)..<5 {
      var (first, second) = (SeededGenerator(seed: seed), SeededGenerator(seed: seed))
      for (left, right) in zip(charts(&first), charts(&second)) {
        #expect(SVGWriter.figure(left, slug: "f") == SVGWriter.figure(right, slug: "f"))
      }
    }
  }
}
