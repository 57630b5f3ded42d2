import Markup
import TestSupport
import Testing

@testable import ChartKit

struct ReliabilityChartTests {
  private let bins: [ReliabilityChart.Bin] = [
    .init(lower: 0, upper: 0.1, count: 40, mean: 0.03, share: 0.05, low: 0.014, high: 0.165),
    .init(lower: 0.1, upper: 0.2, count: 0, mean: nil, share: nil),
    .init(lower: 0.5, upper: 0.6, count: 8, mean: 0.55, share: 0.25, low: 0.071, high: 0.591),
    .init(lower: 0.9, upper: 1, count: 1_200, mean: 0.98, share: 0.97, low: 0.96, high: 0.98),
  ]

  private var chart: ReliabilityChart { ReliabilityChart(bins: bins, label: nil, noun: "images") }

  @Test func everyBinWithExamplesIsADotWithItsInterval() {
    let drawing = chart.drawing()
    #expect(drawing.circles(.series(1)).count == 3)
    let intervals = drawing.lines(.series(1))
    #expect(intervals.count == 3)
    #expect(intervals.allSatisfy { $0.from.x == $0.to.x && $0.from.y > $0.to.y })
    #expect(drawing.tooltips.contains("0.5 to 0.6: predicted 0.550, observed 0.250, n = 8"))
  }

  @Test func theDiagonalIsWhatIsPredictedComingTrue() {
    let diagonal = chart.drawing().lines(.reference)
    let area = SquarePlot(x: .init(""), y: .init(""), lines: []).area
    #expect(diagonal.map(\.from) == [area(Point(0, 0))])
    #expect(diagonal.map(\.to) == [area(Point(1, 1))])
  }

  @Test func barsSayHowManyExamplesABinHas() {
    let drawing = chart.drawing()
    let bars = drawing.rectangles(.context)
    #expect(bars.count == 3)
    #expect(bars[2].height > bars[0].height && bars[0].height > bars[1].height)
    #expect(Set(bars.map(\.maxY)).count == 1)
    #expect(drawing.words.contains("1,200"))
    #expect(drawing.words.contains("bars: images in each bin"))
  }

  @Test func theSummaryNamesTheBinFurthestOff() {
    #expect(
      chart.summary
        == "3 of 4 bins have images. Furthest from the diagonal: 0.5 to 0.6: predicted 0.550, observed 0.250, n = 8."
    )
    #expect(ReliabilityChart(bins: [], label: "a").summary == "No examples.")
    #expect(ReliabilityChart(bins: bins, label: "cat").title == "Calibration of the probability of cat")
  }

  @Test func theTableHasEveryBinAndDashesWhereItIsEmpty() {
    #expect(chart.table.columns.map(\.title).suffix(2) == ["Share right", "95 % interval"])
    #expect(chart.table.rows[1] == ["0.1 to 0.2", "0", "—", "—", ""])
    #expect(chart.table.rows[2] == ["0.5 to 0.6", "8", "0.550", "0.250", "[0.071, 0.591]"])
    let fifteenth = ReliabilityChart.Bin(lower: 1.0 / 15, upper: 2.0 / 15, count: 1, mean: 0.1, share: 0)
    #expect(ReliabilityChart.stretch(fifteenth) == "0.067 to 0.133")
  }

  @Test func wordsNeitherCollideNorStickOut() {
    for label in [nil, "a label with a name that is quite long"] {
      let drawing = ReliabilityChart(bins: bins, label: label, noun: "examples").drawing()
      #expect(drawing.collidingTexts.isEmpty)
      #expect(drawing.textsOutside.isEmpty)
    }
  }

  @Test func aChartOfNothingIsDrawnWithoutDots() {
    #expect(ReliabilityChart(bins: [], label: nil).drawing().circles(.series(1)).isEmpty)
  }

  @Test func theDrawingMatchesItsGolden() {
    Golden.check(SVGWriter.figure(chart, slug: "reliability").string, "ChartKit/reliability.svg")
  }
}
