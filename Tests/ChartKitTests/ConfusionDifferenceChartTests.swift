import Markup
import TestSupport
import Testing

@testable import ChartKit

struct ConfusionDifferenceChartTests {
  private let chart = ConfusionDifferenceChart(
    labels: ["a", "b"], baseline: [[70, 30], [5, 95]], candidate: [[85, 15], [6, 94]], baselineName: "old",
    candidateName: "new", outlined: [.init(truth: 0, predicted: 1)])

  @Test func moreRightAnswersAndFewerErrorsAreBothBetter() {
    let drawing = chart.drawing()
    // a right +15 and a called b −15 are as blue as it gets; the two changes of 1 are faintly orange.
    #expect(drawing.rectangles(.diverging(1)).count == 2)
    #expect(drawing.rectangles(.diverging(7)).count == 2)
    #expect(drawing.words.filter { "+−".contains($0.first ?? " ") }.sorted() == ["+1", "+15", "−1", "−15"])
    #expect(drawing.tooltips.contains("a called b: 30 in old, 15 in new, beyond chance"))
  }

  @Test func coloursAreSymmetricAroundNothing() {
    for gain in [1.0, 2, 3.5, 5, 12] {
      let better = ConfusionDifferenceChart.colorStep(gain: gain, limit: 5)
      #expect(better < 6)
      #expect(better + ConfusionDifferenceChart.colorStep(gain: -gain, limit: 5) == 12)
    }
    #expect(ConfusionDifferenceChart.colorStep(gain: 0, limit: 5) == 6)
    #expect(ConfusionDifferenceChart.colorStep(gain: 1, limit: 0) == 6)
  }

  @Test func aChangeOfOneExampleIsNeverDeeplyColoured() {
    let slight = ConfusionDifferenceChart(
      labels: ["a", "b"], baseline: [[1, 0], [0, 1]], candidate: [[0, 1], [0, 1]])
    #expect(slight.limit == 5)
    #expect(slight.drawing().rectangles(.diverging(7)).count == 2)
  }

  @Test func cellsBeyondChanceAreOutlinedAndBold() {
    let drawing = chart.drawing()
    #expect(drawing.shapes.filter { $0.style.stroke?.role == .ink }.count == 1)
    #expect(drawing.texts.filter { $0.isBold }.map(\.string) == ["−15"])
  }

  @Test func changesAreRankedInWordsAndTable() {
    #expect(
      chart.summary == "2 by 2 matrix, truth in rows, candidate minus baseline. 4 cells differ. "
        + "Largest changes: a right +15; a called b −15; b called a +1. The outlined cell differs beyond chance."
    )
    #expect(chart.table.rows[1] == ["a", "b", "30", "15", "−15", "yes"])
    #expect(chart.table.rows[0].last == "no")
    let unmarked = ConfusionDifferenceChart(
      labels: ["a", "b"], baseline: [[70, 30], [5, 95]], candidate: [[85, 15], [6, 94]])
    #expect(unmarked.table.rows[1] == ["a", "b", "30", "15", "−15"])
    #expect(
      ConfusionDifferenceChart(labels: ["a"], baseline: [[1]], candidate: [[1]]).summary.hasSuffix(
        "No cell differs."))
  }

  @Test func manyLabelsAreReducedToThoseThatChangedMost() {
    let count = 90
    var before = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    for label in 0..<count { before[label][label] = 10 }
    var after = before
    after[77][77] = 3
    after[77][5] = 7
    after[3][80] = 1
    let chart = ConfusionDifferenceChart(
      labels: (0..<count).map { "l\($0)" }, baseline: before, candidate: after,
      outlined: [.init(truth: 77, predicted: 5), .init(truth: 3, predicted: 80)])
    let drawing = chart.drawing()
    // Of the outlined cells the one of two shown labels keeps its mark; the other is gathered under “other”.
    #expect(drawing.tooltips.contains("l77 called l5: 0 in A, 7 in B, beyond chance"))
    #expect(chart.outlined.count == 1)
    // l3 called other, l77 called l5, l77 right.
    #expect(drawing.words.filter { "+−".contains($0.first ?? " ") }.sorted() == ["+1", "+7", "−7"])
    #expect(drawing.words.contains("other"))
  }

  @Test func drawingMatchesItsGolden() {
    Golden.check(SVGWriter.figure(chart, slug: "difference").string, "ChartKit/confusion-difference.svg")
    #expect(chart.drawing().collidingTexts == [])
  }
}
