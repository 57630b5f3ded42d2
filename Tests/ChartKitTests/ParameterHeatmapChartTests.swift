import Markup
import TestSupport
import Testing

@testable import ChartKit

struct ParameterHeatmapChartTests {
  private func map(_ data: ParameterRuns, _ rows: Int, _ columns: Int) throws -> ParameterHeatmapChart {
    try #require(ParameterHeatmapChart(data, rows: rows, columns: columns))
  }
  private func grid(
    _ cells: [(Double, String, Double?)], isHigherBetter: Bool? = true
  ) throws -> ParameterHeatmapChart {
    try map(
      ParameterRuns(
        parameters: ["depth", "optimizer"],
        runs: cells.map { .init(name: "r", settings: [.number($0.0), .text($0.1)], value: $0.2) },
        metric: "accuracy", isHigherBetter: isHigherBetter),
      0, 1)
  }

  @Test func cellsHoldTheMeanAndTheNumberOfTheirRuns() throws {
    let chart = try grid([(2, "adam", 0.5), (2, "adam", 0.7), (4, "sgd", 0.9)])
    #expect(chart.cells.map(\.count) == [2, 1])
    #expect(chart.cells.map { NumberText.score($0.mean) } == ["0.600", "0.900"])
    let words = chart.drawing().words
    #expect(words.contains("0.600") && words.contains("n = 2") && words.contains("0.900"))
  }

  @Test func theFindingNamesTheBestPair() throws {
    #expect(
      try grid([(2, "adam", 0.5), (2, "adam", 0.7), (4, "sgd", 0.9)]).finding
        == "Best mean accuracy: 0.900 over 1 run at depth 4 and optimizer sgd, of 2 pairs that were tried")
    #expect(
      try grid([(2, "a", 0.5), (4, "b", 0.9)], isHigherBetter: false).finding?.contains(
        "0.500 over 1 run at depth 2")
        == true)
    #expect(
      try grid([(1, "a", 0.5), (2, "a", 0.5), (3, "a", 0.1)]).finding
        == "2 of 3 pairs of values share the best mean accuracy, 0.500")
    #expect(
      try grid([(1, "a", 0.5), (2, "a", 0.5)]).finding
        == "All 2 pairs of values have the same mean accuracy, 0.500")
    #expect(try grid([(1, "a", 0.5)]).finding == nil)
    #expect(try grid([(1, "a", 0.5), (2, "a", 0.6)], isHigherBetter: nil).finding == nil)
  }

  @Test func theBestMeanHasTheLastColourInEitherDirection() throws {
    let cells: [(Double, String, Double?)] = [(1, "a", 0), (2, "a", 0.5), (3, "a", 1)]
    #expect(try [0, 0.5, 1].map(grid(cells).colorStep) == [2, 6, 9])
    #expect(try [0, 0.5, 1].map(grid(cells, isHigherBetter: false).colorStep) == [9, 6, 2])
    #expect(try grid([(1, "a", 0.5), (2, "a", 0.5)]).colorStep(0.5) == 5)
  }

  @Test func pairsWithoutRunsAreFramesWithoutColour() throws {
    let drawing = try grid([(2, "adam", 0.5), (4, "sgd", 0.9)]).drawing()
    let frames = drawing.shapes.compactMap { mark -> Int? in
      guard mark.style.fill == nil, mark.style.stroke?.role == .grid, case .path(let path) = mark.shape else {
        return nil
      }
      return path.chains.count
    }
    #expect(frames == [2])
  }

  @Test func numbersRiseUpwardsAndWordsStandFromTopToBottom() throws {
    let numbers = try grid([(2, "a", 0.5), (4, "a", 0.9)]).drawing().texts
    let y = ["2", "4"].compactMap { name in numbers.first { $0.string == name }?.position.y }
    #expect(y[0] > y[1])
    let words = try map(SampleRuns.search(20), 1, 2).drawing().texts
    let rows = ["adam", "sgd"].compactMap { name in words.first { $0.string == name }?.position.y }
    #expect(rows[0] < rows[1])
  }

  @Test func namesTooLongForTheirCellsRunUpwardsWhole() throws {
    let names = (0..<8).map { "roberta-base-v\($0)" }
    let columns = try grid(names.map { (1, $0, 0.5) }).drawing().texts.filter { $0.rotation == -90 }
    #expect(columns.map(\.string) == names)
    #expect(try map(SampleRuns.search(40), 2, 0).drawing().texts.allSatisfy { $0.rotation == 0 })
  }

  @Test func aParameterWithTooManyValuesHasNoMap() {
    let data = SampleRuns.runs((0..<13).map { .number(Double($0)) }, (0..<13).map(Double.init))
    #expect(ParameterHeatmapChart(data, rows: 0, columns: 0) == nil)
  }

  @Test func runsWithoutBothOrTheMetricAreLeftOutAndCounted() throws {
    let chart = try grid([(2, "a", 0.5), (.nan, "a", 0.7), (3, "b", .infinity)])
    #expect(chart.omission == "2 runs without depth, optimizer or accuracy not drawn")
    #expect(chart.rows == [.number(2)] && chart.columns == [.text("a")])
    #expect(try grid([]).summary == "No run has depth, optimizer and accuracy.")
  }

  @Test func extremesNeitherCollideNorLeaveTheDrawing() throws {
    let long = String(repeating: "long ", count: 200_000)
    let full = (0..<144).map { index -> (Double, String, Double?) in
      (Double(index / 12), "optimizer \(index % 12)", Double(index * 7 % 100) * 12345.6)
    }
    for chart in [
      try grid([]), try grid([(1, "a", 0.5)]), try grid([(1, "a", 0.5), (2, "b", 0.5)]), try grid(full),
      try grid([(1e-300, long, 1e308), (1e300, "", -1e308)]), try map(SampleRuns.search(40), 2, 0),
      try map(SampleRuns.search(40), 0, 3),
    ] {
      let drawing = chart.drawing()
      #expect(drawing.collidingTexts == [] && drawing.textsOutside == [])
      #expect(SVGWriter.figure(chart, slug: "h").bytes.count < 90_000)
    }
  }

  @Test func theTableHoldsThePairsBestFirst() throws {
    #expect(
      try grid([(2, "adam", 0.5), (4, "sgd", 0.9)]).table.rows == [
        ["4", "sgd", "0.900", "1"], ["2", "adam", "0.500", "1"],
      ])
  }

  @Test func drawingsMatchTheirGoldens() throws {
    let wide = try map(SampleRuns.search(40), 2, 0)
    Golden.check(SVGWriter.figure(wide, slug: "heat").string, "ChartKit/parameter-heatmap-wide.svg")
    let long = try grid(
      (0..<11).map { (Double($0 % 2), "roberta-base-v\($0 * 3 % 7)", 0.5 + Double($0) / 40) })
    Golden.check(SVGWriter.figure(long, slug: "heat").string, "ChartKit/parameter-heatmap-rotated.svg")
    let small = try map(SampleRuns.search(20), 1, 2)
    Golden.check(SVGWriter.figure(small, slug: "heat").string, "ChartKit/parameter-heatmap.svg")
  }
}
