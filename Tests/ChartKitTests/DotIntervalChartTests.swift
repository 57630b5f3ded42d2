import Markup
import TestSupport
import Testing

@testable import ChartKit

struct DotIntervalChartTests {
  private let recall = DotIntervalChart(
    rows: [
      .init(name: "3", value: 0.901, low: 0.823, high: 0.947, basis: "82 of 91", look: .slot(1)),
      .init(name: "8", value: 1, low: 0.958, high: 1, basis: "88 of 88"),
      .init(name: "x", value: nil),
    ],
    metric: "recall", measure: .value(mean: 0.97))

  private let difference = DotIntervalChart(
    rows: [
      .init(name: "svm-rbf", value: 0.033, low: 0.021, high: 0.047, note: "0.970", look: .slot(1)),
      .init(name: "random-forest", value: 0.004, low: -0.008, high: 0.017, note: "0.941", look: .slot(2)),
    ],
    metric: "accuracy", rowNoun: "run",
    measure: .difference(from: "logreg, 0.937", inPoints: true, isHigherBetter: true))

  @Test func rowsShowValueAndIntervalInWordsAndPlace() {
    let drawing = recall.drawing()
    #expect(drawing.words.contains("0.901 [0.823, 0.947]"))
    #expect(drawing.words.contains("mean 0.970"))
    #expect(drawing.words.contains("—"))
    #expect(
      drawing.tooltips == [
        "3: recall 0.901 [0.823, 0.947], 82 of 91", "8: recall 1.000 [0.958, 1.000], 88 of 88",
      ])
    let interval = drawing.lines(.series(1))[0]
    let dot = drawing.circles(.series(1))[0]
    #expect(interval.from.x < dot.x && dot.x < interval.to.x)
    #expect(abs((dot.x - interval.from.x) / (interval.to.x - interval.from.x) - 0.078 / 0.124) < 1e-9)
  }

  @Test func theAxisOfSharesEndsAtOne() {
    #expect(recall.drawing().words.filter { ["0.8", "0.9", "1.0"].contains($0) } == ["0.8", "0.9", "1.0"])
  }

  @Test func differencesStandAroundZeroInPoints() {
    let drawing = difference.drawing()
    #expect(drawing.words.contains("+3.3 [+2.1, +4.7]"))
    #expect(drawing.words.contains("+0.4 [−0.8, +1.7]"))
    #expect(drawing.words.contains("difference in accuracy, points; better →"))
    let zero = drawing.lines(.ink)[0].from.x
    let uncertain = drawing.lines(.series(2))[0]
    #expect(uncertain.from.x < zero && zero < uncertain.to.x)
    #expect(drawing.lines(.series(1))[0].from.x > zero)
  }

  @Test func theSummarySaysWhatTheIntervalsAllow() {
    #expect(
      difference.summary == "svm-rbf +3.3 [+2.1, +4.7]. random-forest +0.4 [−0.8, +1.7], which holds 0.")
    #expect(
      recall.summary == "Dot plot, 3 rows. Lowest: 3 at 0.901 [0.823, 0.947]. "
        + "Highest: 8 at 1.000 [0.958, 1.000]. Mean 0.970.")
  }

  @Test func theTableHoldsEveryRow() {
    #expect(recall.table.columns.map(\.title) == ["Label", "Recall", "95\u{A0}% interval", "Of"])
    #expect(
      recall.table.rows == [
        ["3", "0.901", "[0.823, 0.947]", "82 of 91"], ["8", "1.000", "[0.958, 1.000]", "88 of 88"],
        ["x", "—", "", ""],
      ])
  }

  @Test func smallValuesKeepTheirDigits() {
    let chart = DotIntervalChart(
      rows: [.init(name: "a", value: 0.00421, low: 0.001, high: 0.009)], metric: "error")
    #expect(chart.drawing().words.contains("0.00421 [0.00100, 0.00900]"))
  }

  @Test func longAndEmptyNamesAreCutAndNamed() {
    let long = String(repeating: "long ", count: 40)
    let drawing = DotIntervalChart(
      rows: [
        .init(name: long, value: 0.5, low: 0.4, high: 0.6), .init(name: "", value: 0.7, low: 0.6, high: 0.8),
      ],
      metric: "recall"
    ).drawing()
    #expect(
      drawing.texts.contains { $0.string.hasPrefix("long") && $0.string.hasSuffix("…") && $0.title != nil })
    #expect(drawing.words.contains("(empty)"))
    #expect(drawing.textsOutside == [])
  }

  @Test func drawingsMatchTheirGoldens() {
    Golden.check(SVGWriter.figure(recall, slug: "recall").string, "ChartKit/dot-interval.svg")
    Golden.check(
      SVGWriter.figure(difference, slug: "difference").string, "ChartKit/dot-interval-difference.svg")
    #expect(recall.drawing().collidingTexts == [])
    #expect(difference.drawing().collidingTexts == [])
    #expect(difference.drawing().textsOutside == [])
  }
}
