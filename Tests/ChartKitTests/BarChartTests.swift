import Markup
import TestSupport
import Testing

@testable import ChartKit

struct BarChartTests {
  private static let labels = ["cat", "dog", "horse", "zebra"]

  private func chart(
    _ arrangement: BarChart.Arrangement, isHorizontal: Bool = false,
    values: [[Double?]] = [
      [0.91, 0.88, 0.4, nil], [0.85, 0.9, 0.55, 0.72],
    ]
  ) -> BarChart {
    BarChart(
      title: "F1 by label",
      slots: Self.labels.enumerated().map { .init(center: Double($0), name: $1) },
      series: zip(["forest", "logistic"], values).map { .init(name: $0, values: $1) },
      places: ChartAxis(.categories(Self.labels)), values: ChartAxis(.linear, title: "F1"),
      isHorizontal: isHorizontal, arrangement: arrangement)
  }

  private func histogram(_ arrangement: BarChart.Arrangement, count: Int) -> BarChart {
    let bins = (0..<20).map { BarChart.Slot(center: 0.025 + 0.05 * Double($0), name: "bin \($0)") }
    let series = (0..<count).map { index in
      BarChart.Series(
        name: ["train", "test"][index],
        values: (0..<20).map { Double(($0 * (7 + index)) % 20 + 3 * min($0, 20 - $0) + 8 * index) })
    }
    return BarChart(
      title: "Scores", slots: bins, slotWidth: 0.05, series: series,
      places: ChartAxis(.linear, title: "score"), values: ChartAxis(.linear, title: "count"),
      arrangement: arrangement, areBins: true)
  }

  @Test func groupedBarsStandBesideEachOtherOnZero() {
    let drawing = chart(.grouped).drawing()
    let (first, second) = (
      drawing.rectangles(.series(1)).dropFirst(), drawing.rectangles(.series(2)).dropFirst()
    )
    #expect(first.count == 3 && second.count == 4)
    #expect(Set((first + second).map { ($0.maxY * 1000).rounded() }).count == 1)
    for (left, right) in zip(first, second) { #expect(left.maxX < right.x) }
    let ratio = (first.first?.height ?? 0) / (second.first?.height ?? 1)
    #expect(abs(ratio - 0.91 / 0.85) < 0.01)
    #expect(drawing.words.contains("from the left:"))
    #expect(drawing.words.contains("0.910"))
  }

  @Test func stackedBarsStandOnEachOtherAndNegativeOnesHang() {
    let stacked = chart(.stacked, values: [[1, 2, -3, nil], [4, -5, -6, 7]])
    #expect(stacked.stretches[1][0] == BarChart.Stretch(from: 1, to: 5))
    #expect(stacked.stretches[1][1] == BarChart.Stretch(from: 0, to: -5))
    #expect(stacked.stretches[1][2] == BarChart.Stretch(from: -3, to: -9))
    #expect(stacked.stretches[0][3] == nil)
    #expect(stacked.stretches[1][3] == BarChart.Stretch(from: 0, to: 7))
    #expect(stacked.drawing().words.contains("from the bottom:"))
  }

  @Test func horizontalBarsRunToTheRightFromTheBottom() {
    let drawing = chart(.grouped, isHorizontal: true).drawing()
    let bars = drawing.rectangles(.series(2)).dropFirst()
    #expect(Set(bars.map(\.x)).count == 1)
    #expect((bars.first?.y ?? 0) > (bars.last?.y ?? 0))
    let cat = drawing.texts.first { $0.string == "cat" }
    let zebra = drawing.texts.first { $0.string == "zebra" }
    #expect((cat?.position.y ?? 0) > (zebra?.position.y ?? 0))
  }

  @Test func outlinesBeginAndEndOnTheBaseline() throws {
    let drawing = histogram(.outlined, count: 2).drawing()
    let line = drawing.shapes.first { $0.style.stroke?.role == .series(1) && $0.title == "train" }
    guard case .path(let path) = line?.shape else {
      Issue.record("no outline")
      return
    }
    #expect(path.chains[0].points.count > 20)
    #expect(drawing.rectangles(.series(1)).isEmpty)
  }

  @Test func theSummaryNamesTheHighestAndTheLowest() {
    #expect(
      chart(.grouped).summary
        == "2 series over 4 places. forest: highest 0.910 at cat, lowest 0.400 at horse; logistic: highest 0.900 at dog, lowest 0.550 at horse."
    )
    #expect(histogram(.grouped, count: 1).summary.hasPrefix("20 bins. train: highest "))
    #expect(chart(.grouped, values: [[nil, .nan, .infinity, nil]]).summary == "No values.")
  }

  @Test func theTableHasARowForEachPlace() {
    #expect(chart(.stacked).table.columns.map(\.title) == ["Bar", "forest", "logistic"])
    #expect(
      chart(.stacked).table.rows == [
        ["cat", "0.910", "0.850"], ["dog", "0.880", "0.900"], ["horse", "0.400", "0.550"],
        ["zebra", "", "0.720"],
      ])
    #expect(histogram(.grouped, count: 1).table.columns.map(\.title) == ["score", "train"])
  }

  @Test func anyNumbersAreDrawnWithinTheArea() {
    var generator = SeededGenerator(seed: 63)
    let wild: [Double?] = [nil, 0, -1, 1, .nan, .infinity, 1e308, -1e308, .leastNonzeroMagnitude]
    for _ in 0..<FuzzDose.rounds(default: 100) {
      let values = (0..<2).map { _ in (0..<4).map { _ in wild.randomElement(using: &generator) ?? nil } }
      for arrangement in [BarChart.Arrangement.grouped, .stacked, .outlined] {
        let chart = chart(arrangement, isHorizontal: Bool.random(using: &generator), values: values)
        let drawing = chart.drawing()
        for box in drawing.rectangles(.series(1)) + drawing.rectangles(.series(2)) {
          #expect(
            box.x >= -1 && box.maxX <= drawing.width + 1 && box.y >= -1 && box.maxY <= drawing.height + 1)
        }
        #expect(!SVGWriter.figure(chart, slug: "b").string.contains("nan"))
      }
    }
  }

  @Test func wordsNeitherCollideNorStickOut() {
    let charts = [
      chart(.grouped), chart(.stacked), chart(.grouped, isHorizontal: true), histogram(.grouped, count: 1),
      histogram(.outlined, count: 2),
    ]
    for chart in charts {
      #expect(chart.drawing().collidingTexts == [])
      #expect(chart.drawing().textsOutside == [])
    }
  }

  @Test func drawingsMatchTheirGoldens() {
    let charts = [
      ("grouped", chart(.grouped)), ("stacked", chart(.stacked)),
      ("horizontal", chart(.grouped, isHorizontal: true)),
      (
        "horizontal-stacked", chart(.stacked, isHorizontal: true, values: [[3, 2, -3, nil], [4, -5, 6, 7]])
      ),
      ("histogram", histogram(.grouped, count: 1)), ("outlines", histogram(.outlined, count: 2)),
    ]
    for (name, chart) in charts {
      Golden.check(SVGWriter.figure(chart, slug: "bars").string, "ChartKit/bars-\(name).svg")
    }
  }
}
