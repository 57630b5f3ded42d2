import Markup
import TestSupport
import Testing

@testable import ChartKit

struct ThresholdChartTests {
  private func chart(_ marked: ThresholdChart.Marked? = .init(threshold: 0.37, name: "highest F1"))
    -> ThresholdChart
  {
    ThresholdChart(
      label: "malignant", thresholds: [0, 0.25, 0.5, 0.75, 1],
      rates: [
        .init(name: "Precision", values: [0.3, 0.6, 0.8, 0.9, nil]),
        .init(name: "Recall", values: [1, 0.9, 0.7, 0.3, 0]),
        .init(name: "F1", values: [0.46, 0.72, 0.75, 0.45, 0]),
      ], marked: marked)
  }

  @Test func eachRateIsALineThatEndsWhereItIsUndefined() {
    let drawing = chart().drawing()
    let lengths = (1...3).map { slot -> Int? in
      for shape in drawing.shapes where shape.style.stroke?.role == .series(slot) {
        if case .path(let path) = shape.shape { return path.chains.first?.points.count }
      }
      return nil
    }
    #expect(lengths == [4, 5, 5])
    #expect(drawing.words.suffix(4).contains("highest F1, 0.370"))
    #expect(["Precision", "Recall", "F1"].allSatisfy { drawing.words.contains($0) })
  }

  @Test func theMarkedThresholdIsALineOfItsOwn() {
    let area = SquarePlot(x: .init(""), y: .init(""), lines: []).area
    #expect(chart().drawing().lines(.reference).map(\.from.x) == [area.x(0.37)])
    #expect(chart(nil).drawing().lines(.reference).isEmpty)
  }

  @Test func whatFallsBelowZeroIsShown() {
    let chart = ThresholdChart(
      label: "a", thresholds: [0, 1], rates: [.init(name: "Matthews", values: [-0.3, 0.5])])
    let drawing = chart.drawing()
    #expect(drawing.words.contains { $0.hasPrefix("−0.") })
    #expect(drawing.textsOutside.isEmpty)
  }

  @Test func theSummarySaysWhereEachRateIsHighest() {
    #expect(
      chart().summary
        == "Precision is highest, 0.900, at 0.75. Recall is highest, 1.000, at 0.00. F1 is highest, 0.750, at 0.50."
    )
    #expect(chart().title == "Precision, recall, F1 of malignant by threshold")
    #expect(chart().table.rows[4] == ["1.00", "—", "0.000", "0.000"])
  }

  @Test func ofManyThresholdsTheTableHasEveryFifth() {
    let thresholds = (1...99).map { Double($0) / 100 }
    let chart = ThresholdChart(
      label: "a", thresholds: thresholds, rates: [.init(name: "Recall", values: thresholds.map { 1 - $0 })])
    #expect(chart.table.rows.count == 19)
    #expect(chart.table.rows.first == ["0.05", "0.950"])
  }

  @Test func wordsNeitherCollideNorStickOut() {
    for threshold in [0.0, 0.37, 0.62, 1.0] {
      let drawing = chart(.init(threshold: threshold, name: "highest F1")).drawing()
      #expect(drawing.collidingTexts.isEmpty, "\(threshold)")
      #expect(drawing.textsOutside.isEmpty, "\(threshold)")
    }
  }

  @Test func theDrawingMatchesItsGolden() {
    Golden.check(SVGWriter.figure(chart(), slug: "thresholds").string, "ChartKit/thresholds.svg")
  }
}
