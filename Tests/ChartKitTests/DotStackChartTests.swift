import Markup
import TestSupport
import Testing

@testable import ChartKit

struct DotStackChartTests {
  private func chart(_ count: Int) -> DotStackChart {
    var generator = SeededGenerator(seed: 8)
    let values = (0..<count).map { _ in Double.random(in: 0.6...0.95, using: &generator) }
    return DotStackChart(names: values.indices.map { "label \($0)" }, values: values, metric: "recall")
  }

  private func dots(_ drawing: Drawing) -> Int {
    drawing.shapes.reduce(0) { count, mark in
      if case .dots(let points) = mark.shape { count + points.count } else { count }
    }
  }

  @Test func everyLabelIsADotUntilStacksGrowTooHigh() {
    #expect(dots(chart(300).drawing()) == 300)
    #expect(chart(300).drawing().words.contains { $0.contains("a dot is one of 300 labels") })
    let many = chart(60_000).drawing()
    #expect(many.words.contains { $0.contains("a dot is 1") })
    #expect(many.height < 240)
    #expect(SVGWriter.figure(chart(60_000), slug: "s").bytes.count < 60_000)
  }

  @Test func theFindingIsTheMedianAndTheLowest() {
    let chart = DotStackChart(
      names: ["a", "b", "c", "d", "e"], values: [0.5, nil, 0.9, 0.2, 0.7], metric: "recall")
    #expect(chart.finding == "Half of 4 labels have a recall of at least 0.600; the lowest is d with 0.200")
    #expect(chart.omission == "1 of 5 labels has no recall and is not drawn")
    #expect(chart.summary.hasPrefix("Half of 4 labels") && chart.summary.contains("From 0.200 to 0.900."))
    #expect(chart.table.rows[2] == ["0.2 to 0.3", "1"] && chart.table.rows[9] == ["0.9 to 1.0", "1"])
  }

  @Test(
    arguments: [[Double?]](
      [[], [nil], [1], [0, 0, 0], [0.5, 0.5], [.nan, 2, -1, 0.3], [0, 1, 1, 1]]))
  func nothingLeavesTheDrawingOrCollides(_ values: [Double?]) {
    let chart = DotStackChart(
      names: values.indices.map { String(repeating: "long \($0) ", count: 40) }, values: values,
      metric: "recall")
    let drawing = chart.drawing()
    #expect(drawing.textsOutside == [] && drawing.collidingTexts == [])
    #expect(!chart.summary.isEmpty)
  }

  @Test func theDrawingMatchesItsGolden() {
    Golden.check(SVGWriter.figure(chart(300), slug: "stack").string, "ChartKit/dot-stack.svg")
  }
}
