import Markup
import TestSupport
import Testing

@testable import ChartKit

/// Whatever runs say of their lineage, the figures are drawn, bounded and without NaN.
struct HostileLineageChartTests {
  private func data(_ generator: inout SeededGenerator) -> LineageRuns {
    let names = HostileValues.names
    func any(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }
    let count = any(0..<40)
    return LineageRuns(
      columnNoun: "generation", columns: (0..<any(0..<12)).map { names[$0 % names.count] },
      rowNoun: "member", rows: (0..<any(0..<30)).map { names[$0 % names.count] },
      factorNames: (0..<any(0..<8)).map { names[$0] },
      runs: (0..<count).map { index in
        LineageRuns.Run(
          name: names[index % names.count], column: any(-2..<14), row: any(-2..<32), parent: any(-2..<50),
          value: HostileValues.number(&generator),
          ending: [nil, .failed, .pruned, .interrupted][any(0..<4)],
          factors: (0..<any(0..<9)).map { names[$0] })
      }, metric: names[any(0..<names.count)], isHigherBetter: [true, false, nil][any(0..<3)],
      best: any(-1..<40))
  }

  @Test("Hostile lineages are drawn and escaped")
  func drawn() {
    var generator = SeededGenerator(seed: 77)
    for _ in 0..<FuzzDose.rounds(default: 60) {
      let data = data(&generator)
      let charts: [any Chart] = [
        LineageChart(data), GenerationChart(metricOf: data, hasLines: true, hasSummary: true),
        GenerationChart(
          data, hyperparameter: HostileValues.names[9],
          values: data.runs.map { _ in HostileValues.number(&generator) }),
      ]
      for chart in charts {
        let svg = SVGWriter.figure(chart, slug: "figure")
        #expect(svg.bytes.count < 400_000, "\(type(of: chart))")
        #expect(!svg.string.contains("<script") && !svg.bytes.contains(0))
        #expect(!svg.string.contains("\"nan") && !svg.string.contains("inf\""))
        #expect(chart.table.rows.allSatisfy { $0.count == chart.table.columns.count })
        #expect(chart.summary.utf8.count < 5000 && chart.summary.hasSuffix("."))
        #expect(chart.title.utf8.count < 1000)
      }
    }
  }
}
