import Markup
import TestSupport
import Testing

@testable import ChartKit

struct ChurnChartTests {
  private let chart = ChurnChart(
    bothRight: 812, fixed: 41, broken: 17, bothWrong: 29, baselineName: "logreg", candidateName: "svm-rbf")
  private let tiny = ChurnChart(
    bothRight: 1_204_331, fixed: 3, broken: 1, bothWrong: 0, baselineName: "logreg", candidateName: "svm-rbf")
  private func churn(_ bothRight: Double, _ fixed: Double, _ broken: Double, _ bothWrong: Double)
    -> ChurnChart
  {
    ChurnChart(
      bothRight: bothRight, fixed: fixed, broken: broken, bothWrong: bothWrong, baselineName: "a",
      candidateName: "b")
  }

  @Test func theFindingCountsWhatChanged() {
    #expect(chart.finding == "41 fixed, 17 broken among 899 examples")
    #expect(churn(10, 0, 0, 2).finding == "No example was fixed or broken among 12 examples")
    #expect(churn(0, 0, 0, 0).finding == nil)
    #expect(churn(0, 0, 0, 0).summary == "No examples.")
    #expect(
      chart.summary
        == "41 fixed, 17 broken among 899 examples. Both right: 812, 90.3\u{A0}%. Both wrong: 29, 3.2\u{A0}%."
    )
  }

  @Test func partsAreAsWideAsTheirShares() {
    let places = churn(50, 25, 15, 10).places
    #expect(places.map { $0.width.rounded() } == [199, 99, 60, 40])
    #expect(abs(places[3].maxX - 400) < 1e-9 && places[0].x == 0)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0.maxX < $1.x })
  }

  @Test func theSmallestPartIsSeenAndNothingIsNotDrawn() {
    let places = tiny.places
    #expect(places[1].width >= 2.9 && places[2].width >= 2.9 && places[3].width == 0)
    #expect(abs(places[2].maxX - 400) < 1e-9)
    #expect(tiny.drawing().rectangles(.worse).count == 1 && tiny.drawing().rectangles(.context).isEmpty)
  }

  @Test func whatChangedHasASignAWordAndAColour() {
    let drawing = chart.drawing()
    for words in ["+41 fixed", "−17 broken", "812 both right", "29 both wrong", "4.6\u{A0}%"] {
      #expect(drawing.words.contains(words))
    }
    #expect(drawing.rectangles(.better).count == 1 && drawing.rectangles(.worse).count == 1)
    #expect(churn(5, 0, 0, 1).drawing().words.contains("0 fixed"))
  }

  @Test func sharesThatRoundToNothingOrAllSaySo() {
    #expect(tiny.shareText(3) == "<\u{A0}0.1\u{A0}%" && tiny.shareText(1_204_331) == ">\u{A0}99.9\u{A0}%")
    #expect(tiny.shareText(0) == "0.0\u{A0}%" && churn(5, 0, 0, 0).shareText(5) == "100.0\u{A0}%")
    #expect(churn(0, 0, 0, 0).shareText(0) == "—")
  }

  @Test func eachPartHasALeaderFromItsName() {
    let leaders = chart.drawing().shapes.filter { mark in
      if case .path = mark.shape { mark.style.stroke?.role == .axis } else { false }
    }
    #expect(leaders.count == 4)
  }

  @Test func extremesNeitherCollideNorLeaveTheDrawing() {
    let long = String(repeating: "long ", count: 200_000)
    for chart in [
      chart, tiny, churn(0, 0, 0, 0), churn(1, 0, 0, 0), churn(0, 1, 0, 0), churn(0, 0, 1, 0),
      churn(0, 0, 0, 1),
      churn(1, 1e9, 1, 1e9), churn(1e14, 1e14, 1e14, 1e14), churn(.nan, .infinity, -3, 2),
      churn(0.5, 1.25, 1, 0),
      churn(1e12, 1, 1, 1), churn(1, 1, 1, 1e12),
      ChurnChart(
        bothRight: 1, fixed: 2, broken: 3, bothWrong: 4, baselineName: long, candidateName: "", noun: long),
    ] {
      let drawing = chart.drawing()
      #expect(drawing.collidingTexts == [] && drawing.textsOutside == [])
      #expect(SVGWriter.figure(chart, slug: "c").bytes.count < 5000)
    }
  }

  @Test func theTableSaysWhoWasRight() {
    #expect(chart.table.columns.map(\.title) == ["Part", "logreg", "svm-rbf", "Examples", "Share"])
    #expect(chart.table.rows[1] == ["fixed", "wrong", "right", "41", "4.6\u{A0}%"])
  }

  @Test func drawingsMatchTheirGoldens() {
    Golden.check(SVGWriter.figure(chart, slug: "churn").string, "ChartKit/churn.svg")
    Golden.check(SVGWriter.figure(tiny, slug: "churn").string, "ChartKit/churn-tiny.svg")
  }
}
