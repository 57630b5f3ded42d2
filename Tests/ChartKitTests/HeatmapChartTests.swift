import Markup
import TestSupport
import Testing

@testable import ChartKit

struct HeatmapChartTests {
  private let small = HeatmapChart(
    title: "Accuracy by depth and trees", rows: ["2", "4", "8"], columns: ["10", "50", "100", "500"],
    values: [[0.71, 0.74, 0.75, nil], [0.8, 0.85, 0.86, 0.861], [0.82, 0.9, 0.91, 0.92]],
    rowTitle: "depth", columnTitle: "trees", valueTitle: "accuracy")

  private var correlations: HeatmapChart {
    let names = [
      "radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity", "symmetry",
    ]
    let values = names.indices.map { row in
      names.indices.map { column -> Double? in
        row == column ? 1 : Double((row * column * 37 + (row + column) * 11) % 19 - 9) / 10
      }
    }
    return HeatmapChart(title: "Correlations", rows: names, columns: names, values: values)
  }

  private var large: HeatmapChart {
    HeatmapChart(
      title: "Attention", rows: (0..<90).map(String.init), columns: (0..<120).map(String.init),
      values: (0..<90).map { row in (0..<120).map { Double((row * $0) % 97) } })
  }

  @Test func everyValueHasACellInTheColourOfItsStep() {
    #expect(small.fill(0.71) == .sequential(2) && small.fill(0.92) == .sequential(9))
    #expect(!small.isDiverging && correlations.isDiverging)
    #expect(correlations.fill(0) == .diverging(6))
    #expect(correlations.fill(1) == .diverging(1) && correlations.fill(-0.9) == .diverging(11))
    // One cell has no value, and the key says how such cells look.
    #expect(small.drawing().rectangles(.empty).count == 2)
    #expect(small.drawing().words.contains("no value") && small.drawing().words.contains("—"))
    #expect(!correlations.drawing().words.contains("no value"))
  }

  @Test func rowsRunDownwardsAndColumnsToTheRight() {
    let cells = small.cells
    #expect(cells.box(0, 0).maxY <= cells.box(1, 0).y && cells.box(0, 0).maxX <= cells.box(0, 1).x)
    let texts = small.drawing().texts
    let first = texts.first { $0.string == "2" }?.position.y ?? 0
    #expect(abs(first - 4 - cells.box(0, 0).center.y) < 1e-9)
  }

  @Test func numbersStandInCellsThatAreLargeEnough() {
    #expect(small.drawing().words.contains("0.861") && small.drawing().words.contains("0.710"))
    #expect(!large.drawing().words.contains("96") || large.drawing().texts.count < 120)
    // At the ends of both palettes the number is readable on its fill.
    let inks = Set(small.drawing().texts.map(\.ink))
    #expect(inks.contains(.on(.sequential(9))) && inks.contains(.on(.sequential(2))))
  }

  @Test func numbersAtTheEndsOfWhatANumberCanBeHaveAColour() {
    let wild: [Double] = [.leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1e308, -1e308, 0]
    for first in wild {
      for second in wild {
        let chart = HeatmapChart(title: "t", rows: ["r"], columns: ["a", "b"], values: [[first, second]])
        #expect(!SVGWriter.figureWithoutIDs(chart).isEmpty)
      }
    }
  }

  @Test func thousandsOfCellsAreAsManyMarksAsColours() {
    #expect(large.drawing().shapes.count <= 9 + 9)
    #expect(SVGWriter.decoration(large.drawing()).bytes.count < 600_000)
  }

  @Test func theSummaryNamesTheExtremesAndWhatIsMissing() {
    #expect(
      small.summary
        == "3 by 4 cells. Highest 0.920 in row 8, column 500; lowest 0.710 in row 2, column 10. 1 cell has no value."
    )
    let empty = HeatmapChart(title: "t", rows: ["a"], columns: ["b"], values: [[.nan]])
    #expect(empty.summary == "1 by 1 cells, none with a value.")
    #expect(HeatmapChart(title: "t", rows: [], columns: [], values: []).table.rows == [])
  }

  @Test func theTableIsTheMatrixOrHasARowForEachCell() {
    #expect(small.table.columns.map(\.title) == ["depth", "10", "50", "100", "500"])
    #expect(small.table.rows[0] == ["2", "0.710", "0.740", "0.750", ""])
    #expect(large.table.columns.map(\.title) == ["Row", "Column", "Value"])
    #expect(large.table.rows.count == 200 && large.table.rowsLeftOut == 90 * 120 - 200)
  }

  @Test func wordsNeitherCollideNorStickOut() {
    for chart in [small, correlations, large] {
      #expect(chart.drawing().collidingTexts == [])
      #expect(chart.drawing().textsOutside == [])
    }
  }

  @Test func drawingsMatchTheirGoldens() {
    for (name, chart) in [("small", small), ("diverging", correlations)] {
      Golden.check(SVGWriter.figure(chart, slug: "heat").string, "ChartKit/heatmap-\(name).svg")
    }
  }
}
