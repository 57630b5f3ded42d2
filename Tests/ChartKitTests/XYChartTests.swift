import Markup
import TestSupport
import Testing

@testable import ChartKit

struct XYChartTests {
  private static let start = CalendarTime(year: 2026, month: 2, day: 24)?.seconds ?? 0

  private static func days(_ value: (Int) -> Double) -> [Point] {
    (0..<12).map { Point(start + Double($0) * 86_400, value($0)) }
  }

  private let lines = XYChart(
    title: "Loss by day",
    series: [
      .init(name: "train", points: days { $0 == 4 || $0 == 6 ? .nan : 1 / Double($0 + 1) }, form: .line),
      .init(name: "validation", points: days { 0.1 + 1 / Double($0 + 1) }, form: .lineAndPoints),
    ],
    x: ChartAxis(.time), y: ChartAxis(.linear, title: "loss"))

  private var cloud: XYChart {
    var generator = SeededGenerator(seed: 61)
    let series = ["setosa", "versicolor", "virginica"].enumerated().map { index, name in
      XYChart.Series(
        name: name,
        points: (0..<30).map { _ in
          let noise = (0..<4).map { _ in Double.random(in: -0.4...0.4, using: &generator) }
          let x: Double = 5 + 0.8 * Double(index) + noise[0] + noise[1]
          let y: Double = 3.3 - 0.3 * Double(index % 2) + noise[2] + noise[3]
          return Point(x, y)
        },
        form: .points)
    }
    return XYChart(
      title: "Petals", series: series, x: ChartAxis(.linear, title: "length in cm"),
      y: ChartAxis(.linear, title: "width in cm"))
  }

  private let rates = XYChart(
    title: "Score by learning rate",
    series: [
      .init(
        name: "adam", points: [Point(1e-5, 0.62), Point(1e-4, 0.81), Point(1e-3, 0.9), Point(1e-2, 0.71)],
        form: .lineAndPoints),
      .init(
        name: "sgd",
        points: [Point(1e-5, 0.31), Point(1e-4, 0.45), Point(1e-3, 0.7), Point(1e-2, 0.88), Point(0, 1)],
        form: .lineAndPoints),
    ],
    x: ChartAxis(.logarithmic, title: "learning rate"), y: ChartAxis(.linear, title: "accuracy"))

  private let names = XYChart(
    title: "Recall by label",
    series: [
      .init(
        name: "", points: (0..<9).map { Point(Double($0), 0.5 + Double($0) / 20) }, form: .points)
    ],
    x: ChartAxis(.categories((0..<9).map { "a label of length \($0)" }), title: "label"),
    y: ChartAxis(.linear, title: "recall", isReversed: true))

  @Test func namesStandAtTheEndsOfLines() {
    let texts = lines.drawing().texts.filter { ["train", "validation"].contains($0.string) }
    #expect(texts.count == 2)
    #expect(texts.allSatisfy { $0.position.x > 330 })
    #expect(abs(texts[0].position.y - texts[1].position.y) >= 15 - 1e-9)
  }

  @Test func cloudsHaveAKeyWithASignForEachSeries() {
    let drawing = cloud.drawing()
    let names = drawing.texts.filter { ["setosa", "versicolor", "virginica"].contains($0.string) }
    #expect(names.count == 3 && names.allSatisfy { $0.position.y < 40 })
    let shapes = Set(
      drawing.shapes.compactMap { mark -> String? in
        switch mark.shape {
        case .dots: "disc"
        case .path(let path) where path.chains.count == 30: "four corners of \(path.chains[0].points.count)"
        default: nil
        }
      })
    #expect(shapes.contains("disc") && shapes.contains("four corners of 4"))
  }

  @Test func linesBreakAtGapsAndALonePointIsADot() {
    let paths = lines.drawing().shapes.compactMap { mark -> Path? in
      if mark.style.stroke?.role == .series(1), case .path(let path) = mark.shape { path } else { nil }
    }
    #expect(paths.first?.chains.first?.points.count { !$0.isFinite } == 2)
    let dots = lines.drawing().shapes.compactMap { mark -> Int? in
      if mark.style.stroke?.role == .series(1), case .dots(let points) = mark.shape {
        points.count
      } else {
        nil
      }
    }
    #expect(dots == [1])
  }

  @Test func decadesAreEquallyFarApartAndZeroHasNoPlace() {
    let drawing = rates.drawing()
    let labels = drawing.texts.filter { ["0.0001", "0.001", "0.01"].contains($0.string) }.map(\.position.x)
    #expect(labels.count == 3)
    #expect(abs((labels[1] - labels[0]) - (labels[2] - labels[1])) < 1e-9)
    #expect(drawing.words.contains("learning rate, logarithmic →"))
    let dots = drawing.shapes.compactMap { mark -> Int? in
      if mark.style.fill == .series(2), case .path(let path) = mark.shape { path.chains.count } else { nil }
    }
    // The sign in the key is not there, since the lines are named at their ends.
    #expect(dots == [4] && drawing.texts.contains { $0.string == "sgd" && $0.position.x > 380 })
  }

  @Test func aReversedAxisRunsDownwards() {
    let drawing = names.drawing()
    let labels = drawing.texts.filter { ["0.5", "0.9"].contains($0.string) }
    #expect(labels.count == 2 && labels[0].position.y < labels[1].position.y)
    #expect(drawing.words.contains { $0.hasPrefix("↓ recall") })
  }

  @Test func longNamesRunUpwards() {
    let upright = names.drawing().texts.filter { $0.rotation == -90 }
    #expect(upright.count == 9)
    #expect(upright.allSatisfy { $0.anchor == .end })
  }

  @Test func theAxisOfTimeSaysWhatItsDaysBelongTo() {
    let words = lines.drawing().words
    #expect(words.contains("Feb 2026") && words.contains("Mar 2026"))
    #expect(words.contains("2"))
  }

  @Test func theSummaryNamesTheExtremes() {
    #expect(
      rates.summary
        == "2 series. adam: 4 points, lowest 0.620 at 1.00\u{A0}×\u{A0}10⁻⁵, highest 0.900 at 0.00100; sgd: 5 points, lowest 0.310 at 1.00\u{A0}×\u{A0}10⁻⁵, highest 1 at 0."
    )
    #expect(
      XYChart(title: "t", series: [], x: ChartAxis(.linear), y: ChartAxis(.linear)).summary == "No values.")
  }

  @Test func seriesWithTheSamePlacesShareRows() {
    #expect(lines.table.columns.map(\.title) == ["x", "train", "validation"])
    #expect(lines.table.rows[4] == ["28 Feb 2026", "", "0.300"])
    #expect(cloud.table.columns.map(\.title) == ["Series", "length in cm", "width in cm"])
    #expect(cloud.table.rows.count == 90)
  }

  @Test func manyPointsStayLight() {
    var generator = SeededGenerator(seed: 62)
    func wild(_ form: XYChart.Form, sorted: Bool) -> XYChart {
      XYChart(
        title: "t",
        series: (0..<20).map { index in
          .init(
            name: "\(index)",
            points: (0..<5000).map { step in
              let x = sorted ? Double(step) : Double.random(in: 0...1, using: &generator)
              return Point(x, step % 3 == 0 ? .nan : Double.random(in: 0...1, using: &generator))
            },
            form: form)
        },
        x: ChartAxis(.linear), y: ChartAxis(.linear))
    }
    for form in [XYChart.Form.line, .points, .lineAndPoints] {
      for sorted in [true, false] {
        #expect(SVGWriter.decoration(wild(form, sorted: sorted).drawing()).bytes.count < 600_000)
      }
    }
  }

  @Test func wordsNeitherCollideNorStickOut() {
    for chart in [lines, cloud, rates, names] {
      #expect(chart.drawing().collidingTexts == [])
      #expect(chart.drawing().textsOutside == [])
    }
  }

  @Test func drawingsMatchTheirGoldens() {
    for (chart, name) in [(lines, "lines"), (cloud, "points"), (rates, "logarithmic"), (names, "names")] {
      Golden.check(SVGWriter.figure(chart, slug: "xy").string, "ChartKit/xy-\(name).svg")
    }
  }
}
