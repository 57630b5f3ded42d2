import Markup
import TestSupport
import Testing

@testable import ChartKit

struct ConfusionMatrixChartTests {
  private let small = ConfusionMatrixChart(
    labels: ["cat", "dog", "lynx"], counts: [[40, 0, 1], [2, 50, 0], [9, 1, 10]], noun: "images")

  /// `count` labels in which every label `t` is right 20 times and taken for `t + 1` as often as `t % 4`.
  private func chain(_ count: Int, isSmall: Bool = false) -> ConfusionMatrixChart {
    var cells = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    for label in 0..<count {
      cells[label][label] = 20
      cells[label][(label + 1) % count] += Double(label % 4)
    }
    return ConfusionMatrixChart(labels: (0..<count).map { "label \($0)" }, counts: cells, isSmall: isSmall)
  }

  @Test func truthStandsInRowsAndBothAxesSaySo() throws {
    let drawing = small.drawing()
    #expect(drawing.words.contains("predicted →") && drawing.words.contains("← truth"))
    let rectangle = try #require(drawing.rectangles(.sequential(9)).first)
    // Third row, first column.
    let diagonal = drawing.rectangles(.diagonal)
    #expect(rectangle.x == diagonal[0].x && rectangle.y == diagonal[2].y)
  }

  @Test func theDiagonalIsGreyWithItsRecallAndErrorsAreColouredByShare() {
    let drawing = small.drawing()
    #expect(drawing.rectangles(.diagonal).count == 3)
    #expect(drawing.words.contains("98\u{A0}%"))
    #expect(drawing.rectangles(.sequential(9)).count == 1)
    #expect(drawing.rectangles(.sequential(3)).count == 1)
    #expect(drawing.rectangles(.empty).count == 2)
    #expect(drawing.words.contains("45\u{A0}%"))
  }

  @Test(arguments: [(0.001, 1), (0.005, 2), (0.011, 2), (0.033, 4), (0.044, 5), (0.11, 7), (0.5, 9), (1, 9)])
  func colourStepsAreTheSameInAllMatrices(share: Double, step: Int) {
    #expect(ConfusionMatrixChart.colorStep(share: share) == step)
  }

  @Test func theSummaryNamesTheLargestErrors() {
    #expect(
      small.summary == "3 by 3 matrix, truth in rows. 100 of 113 images on the diagonal. "
        + "Largest errors: lynx called cat, 9; dog called cat, 2; lynx called dog, 1; cat called lynx, 1.")
    #expect(chain(2).coverage == nil)
    #expect(ConfusionMatrixChart(labels: [], counts: []).summary.hasSuffix("No errors."))
  }

  @Test func theTableIsTheMatrixAndForManyLabelsTheRankedConfusions() {
    #expect(small.table.columns.map(\.title) == ["Truth \\ predicted", "cat", "dog", "lynx", "n"])
    #expect(small.table.rows[2] == ["lynx", "9", "1", "10", "20"])
    let many = chain(30).table
    #expect(many.columns.map(\.title) == ["Truth", "Predicted", "n", "% of truth"])
    #expect(many.rows[0] == ["label 3", "label 4", "3", "13.0"])
  }

  @Test func upTo40LabelsShowPercentagesFromFiveOnAndTheirExamples() {
    let drawing = chain(20).drawing()
    // 2 of 22 is 9 %, 1 of 21 is 4.8 %.
    #expect(drawing.words.filter { $0 == "9" }.count == 5)
    #expect(!drawing.words.contains("5"))
    #expect(drawing.rectangles(.context).count == 20)
    #expect(drawing.texts.contains { $0.rotation == -90 && $0.string == "label 7" })
  }

  @Test func upTo150LabelsAreOnePathForEachColourWithoutNumbers() {
    let drawing = chain(100).drawing()
    #expect(
      drawing.shapes.filter { if case .path = $0.shape { $0.style.fill != nil } else { false } }.count <= 10)
    #expect(drawing.rectangles(.diagonal).count == 100)
    #expect(drawing.rectangles(.sequential(5)).count == 25)
    let names = drawing.words.filter { $0.hasPrefix("label") }
    #expect(names.count == 24)
    #expect(drawing.collidingTexts.isEmpty)
  }

  @Test func beyond150LabelsTheWorst40AreDrawnAndTheCaptionSaysHowMuchTheyCover() {
    let chart = chain(400)
    #expect(chart.drawing().words.contains("other"))
    #expect(
      chart.coverage
        == "The 40 labels with most errors of 400, the rest as “other”: their rows hold 120 of 600 errors "
        + "(20\u{A0}%).")
    #expect(chart.drawing().tooltips.contains { $0.hasPrefix("other called other: ") })
  }

  @Test func severalSideBySideShowCountsOnly() {
    let drawing = ConfusionMatrixChart(
      labels: ["a", "b"], counts: [[5, 1], [0, 7]], isSmall: true, subject: "svm"
    ).drawing()
    #expect(drawing.words.sorted() == ["1", "5", "7", "a", "a", "b", "b"])
    #expect(chain(40, isSmall: true).drawing().texts.isEmpty)
  }

  @Test(arguments: [2, 5, 10, 12, 13, 25, 40])
  func wordsDoNotCollideAndStayInside(count: Int) {
    let drawing = chain(count).drawing()
    #expect(drawing.collidingTexts == [])
    #expect(drawing.textsOutside == [])
  }

  @Test func drawingsMatchTheirGoldens() {
    Golden.check(SVGWriter.figure(small, slug: "confusion").string, "ChartKit/confusion-full.svg")
    Golden.check(SVGWriter.figure(chain(14), slug: "confusion").string, "ChartKit/confusion-dense.svg")
    Golden.check(SVGWriter.figure(chain(44), slug: "confusion").string, "ChartKit/confusion-blocks.svg")
    Golden.check(
      SVGWriter.figure(chain(5, isSmall: true), slug: "confusion").string, "ChartKit/confusion-small.svg")
  }
}
