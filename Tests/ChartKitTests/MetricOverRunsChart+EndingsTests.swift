import Markup
import TestSupport
import Testing

@testable import ChartKit

@Suite("Runs that failed or were pruned, over time")
struct MetricOverRunsEndingTests {
  private func chart(_ count: Int) -> MetricOverRunsChart {
    MetricOverRunsChart(
      runs: (0..<count).map { number in
        let ending: MetricOverRunsChart.Ending? =
          number % 5 == 2 ? .failed : number % 7 == 3 ? .pruned : nil
        return .init(
          name: "trial \(number)", value: ending == nil ? 0.6 + Double((number * 37) % 29) / 100 : nil,
          time: "day \(number / 10)", ending: ending)
      }, metric: "accuracy", isHigherBetter: true)
  }

  @Test("Each has a sign at the foot, the key counts them, and the table says it")
  func signs() {
    let chart = chart(30)
    #expect(chart.endings.map(\.count) == [6, 3])
    let drawing = chart.drawing()
    #expect(drawing.words.contains("6 failed") && drawing.words.contains("3 pruned"))
    #expect(drawing.collidingTexts == [] && drawing.textsOutside == [])
    #expect(chart.summary.hasSuffix(" 6 failed. 3 pruned."))
    #expect(chart.table.rows[2] == ["trial 2", "day 0", "—", "", "failed"])
  }

  @Test("Thousands of them stay small")
  func many() {
    #expect(SVGWriter.figure(chart(20_000), slug: "m").string.utf8.count < 60_000)
  }

  @Test("The drawing is the golden one")
  func golden() {
    Golden.check(SVGWriter.figure(chart(30), slug: "runs").string, "ChartKit/metric-over-runs-endings.svg")
  }
}
