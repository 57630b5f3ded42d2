import ChartKit
import Markup
import TestSupport
import Testing

@testable import PlotlyCharts

/// Whatever a file says, it is drawn within bounds or refused in words.
struct PlotlyFuzzTests {
  private static let fixtures = [
    "dates", "logarithmic", "steps", "grouped", "stacked", "importance", "counted", "confusion",
    "correlations", "typed",
  ]
  private static let special = [
    "null", "NaN", "Infinity", "-1e308", "1e-320", "\"\"", "[]", "{}", "[[1]]", "true", "\"<b>x\"",
    "\"\\u0000\"",
    "\"2026-01-01\"", "\"log\"", "\"category\"", "\"date\"", "\"h\"", "\"histogram\"", "\"heatmap\"",
    "\"bar\"", "\"reversed\"",
    "{\"dtype\": \"i2\", \"bdata\": \"AAEC\"}", "{\"text\": 3}", "9999999999999999999", "\"stack\"",
    "\"overlay\"",
  ]

  @Test func brokenFiguresNeverCrash() throws {
    var generator = SeededGenerator(seed: 73)
    let texts = try Self.fixtures.map { try Fixture.bytes("plotly/\($0).plotly.json") }
    for _ in 0..<FuzzDose.rounds(default: 400) {
      guard var text = texts.randomElement(using: &generator) else { continue }
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        replaceValue(in: &text, using: &generator)
      }
      check(PlotlyChart.chart(of: text))
    }
  }

  @Test func randomFiguresAreDrawnOrRefused() {
    var generator = SeededGenerator(seed: 74)
    var drawn = 0
    for _ in 0..<FuzzDose.rounds(default: 300) {
      let data = (0..<Int.random(in: 0...4, using: &generator)).map { _ in trace(&generator) }
      let outcome = PlotlyText.outcome(
        "[" + data.joined(separator: ",") + "]",
        layout:
          "{\"xaxis\": \(axis(&generator)), \"yaxis\": \(axis(&generator)), \"barmode\": \(value(&generator)), \"title\": \(value(&generator))}"
      )
      if case .drawn = outcome { drawn += 1 }
      check(outcome)
    }
    #expect(drawn > 50)
  }

  private func check(_ outcome: PlotlyChart.Outcome) {
    switch outcome {
    case .drawn(let drawing):
      let svg = SVGWriter.figure(drawing.chart, slug: "f")
      #expect(svg.bytes.count < 600_000)
      #expect(!svg.string.contains("nan") || drawing.chart.title.contains("nan"))
      #expect(!svg.bytes.contains(0))
      #expect(drawing.chart.summary.hasSuffix("."))
      #expect(drawing.chart.table.rows.allSatisfy { $0.count == drawing.chart.table.columns.count })
    case .notDrawn(let reason): #expect(reason.hasSuffix("is not drawn") || reason.hasSuffix("is not read"))
    case .notAFigure: break
    }
  }

  private func value(_ generator: inout SeededGenerator) -> String {
    Self.special.randomElement(using: &generator) ?? "null"
  }

  private func list(_ generator: inout SeededGenerator) -> String {
    let isWild = Int.random(in: 0...3, using: &generator) == 0
    let values = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
      isWild ? value(&generator) : "\(Int.random(in: -5...50, using: &generator))"
    }
    return "[" + values.joined(separator: ",") + "]"
  }

  private func trace(_ generator: inout SeededGenerator) -> String {
    let type =
      ["scatter", "bar", "histogram", "heatmap", "scattergl"].randomElement(using: &generator) ?? "bar"
    let lists = ["x", "y"].filter { _ in Int.random(in: 0...4, using: &generator) > 0 }
      .map { "\"\($0)\": \(list(&generator))" }
    let matrix = "\"z\": [\(list(&generator)), \(list(&generator))]"
    let extra = [
      "mode", "orientation", "name", "visible", "base", "xbins", "nbinsx", "histnorm", "line", "transpose",
    ]
    .filter { _ in Int.random(in: 0...9, using: &generator) == 0 }.map { "\"\($0)\": \(value(&generator))" }
    return "{" + (["\"type\": \"\(type)\"", matrix] + lists + extra).joined(separator: ", ") + "}"
  }

  private func axis(_ generator: inout SeededGenerator) -> String {
    let members = ["type", "title", "autorange", "range", "rangemode", "categoryorder", "categoryarray"]
      .filter { _ in Int.random(in: 0...4, using: &generator) == 0 }
      .map { name in "\"\(name)\": \(name == "range" ? list(&generator) : value(&generator))" }
    return "{" + members.joined(separator: ", ") + "}"
  }

  /// Puts something else in the place of what stands between two marks of the text.
  private func replaceValue(in text: inout [UInt8], using generator: inout SeededGenerator) {
    let marks = text.indices.filter { ":,[".utf8.contains(text[$0]) }
    guard let start = marks.randomElement(using: &generator) else { return }
    let end = text[(start + 1)...].firstIndex { ",]}".utf8.contains($0) } ?? text.endIndex
    text.replaceSubrange(start + 1..<end, with: Array(value(&generator).utf8))
  }
}
