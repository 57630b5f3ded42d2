import Markup
import TestSupport
import Testing

@testable import ChartKit

/// Whatever runs are called and whatever their parameters hold, the figures of parameters are drawn, bounded and without NaN.
struct HostileParameterChartTests {
  private func data(
    _ generator: inout SeededGenerator, number: (inout SeededGenerator) -> Double
  ) -> ParameterRuns {
    let count = Int.random(in: 0..<30, using: &generator)
    let names = HostileValues.names
    func setting() -> ParameterSetting? {
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: nil
      case 1: .text(names[Int.random(in: 0..<names.count, using: &generator)])
      default: .number(number(&generator))
      }
    }
    let onlyNumbers = Bool.random(using: &generator)
    let runs = (0..<count).map { index in
      ParameterRuns.Run(
        name: names[index % names.count],
        settings: (0..<10).map { parameter in
          onlyNumbers && parameter % 2 == 0 ? .number(number(&generator)) : setting()
        },
        value: number(&generator), low: number(&generator),
        high: number(&generator))
    }
    return ParameterRuns(
      parameters: Array(names.prefix(10)), runs: runs,
      metric: names[Int.random(in: 0..<names.count, using: &generator)],
      isHigherBetter: [true, false, nil][Int.random(in: 0..<3, using: &generator)],
      baseline: Int.random(in: 0..<40, using: &generator))
  }

  private func charts(
    _ generator: inout SeededGenerator,
    number: (inout SeededGenerator) -> Double = { HostileValues.number(&$0) }
  ) -> [any Chart] {
    let data = data(&generator, number: number)
    let counts = (0..<4).map { _ in number(&generator) }
    return [
      ParameterScatterChart(data, parameter: 0), ParameterScatterChart(data, parameter: 9),
      ParameterBoxChart(data, parameter: 2), ParameterBoxChart(data, parameter: 9),
      ParallelCoordinatesChart(data),
      MetricForestChart(
        runs: data.runs.map {
          .init(name: $0.name, value: $0.value, low: $0.low, high: $0.high, count: counts[0])
        },
        metric: data.metric, isHigherBetter: data.isHigherBetter, baseline: data.baseline),
      ChurnChart(
        bothRight: counts[0], fixed: counts[1], broken: counts[2], bothWrong: counts[3],
        baselineName: HostileValues.names[2], candidateName: HostileValues.names[9], noun: data.metric),
    ] + [ParameterHeatmapChart(data, rows: 0, columns: 9)].compactMap { $0 }
  }

  @Test func hostileRunsAreDrawnAndEscaped() {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<FuzzDose.rounds(default: 12) {
      for chart in charts(&generator) {
        let svg = SVGWriter.figure(chart, slug: "figure")
        #expect(svg.bytes.count < 200_000, "\(type(of: chart))")
        let tags = svg.string.utf8.split(separator: UInt8(ascii: "<")).map { $0.prefix(12) }
        #expect(!tags.contains { $0.starts(with: "script".utf8) })
        #expect(!svg.bytes.contains(0))
        #expect(!svg.string.contains("nan"), "\(type(of: chart))")
        #expect(chart.table.rows.allSatisfy { $0.count == chart.table.columns.count })
        #expect(chart.summary.utf8.count < 6000, "\(type(of: chart))")
        #expect(!chart.title.isEmpty && chart.summary.hasSuffix("."))
      }
    }
  }

  @Test func nothingOverlapsOrLeavesTheDrawing() {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<FuzzDose.rounds(default: 12) {
      for chart in charts(&generator, number: { HostileValues.unusualNumber(&$0) }) {
        let drawing = chart.drawing()
        #expect(drawing.textsOutside == [], "\(type(of: chart))")
        #expect(drawing.collidingTexts == [], "\(type(of: chart))")
      }
    }
  }

  @Test func drawingIsTheSameEveryTime() {
    for seed in UInt64(40)..<44 {
      var (first, second) = (SeededGenerator(seed: seed), SeededGenerator(seed: seed))
      for (left, right) in zip(charts(&first), charts(&second)) {
        #expect(SVGWriter.figure(left, slug: "f") == SVGWriter.figure(right, slug: "f"))
      }
    }
  }
}
