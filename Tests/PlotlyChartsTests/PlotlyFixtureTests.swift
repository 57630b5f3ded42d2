import ChartKit
import Markup
import TestSupport
import Testing

@testable import PlotlyCharts

/// Figures that Plotly itself wrote (`Tests/Fixtures/plotly/make_figures.py`).
struct PlotlyFixtureTests {
  private func outcome(_ name: String) throws -> PlotlyChart.Outcome {
    PlotlyChart.chart(of: try Fixture.bytes("plotly/\(name).plotly.json"))
  }

  @Test(arguments: [
    "dates", "logarithmic", "steps", "points", "many-points", "grouped", "stacked", "importance", "histogram",
    "overlaid",
    "counted", "confusion", "correlations", "large",
  ])
  func figuresOfPlotlyAreDrawn(name: String) throws {
    guard case .drawn(let drawing) = try outcome(name) else {
      Issue.record("\(try outcome(name))")
      return
    }
    Golden.check(SVGWriter.figure(drawing.chart, slug: "figure").string, "PlotlyCharts/\(name).svg")
  }

  @Test func everyTypeOfArrayIsRead() throws {
    guard case .drawn(let drawing) = try outcome("typed"), let chart = drawing.chart as? XYChart else {
      Issue.record("\(try outcome("typed"))")
      return
    }
    let expected: [[Double]] = [
      [-100, 0, 100], [0, 1, 100], [-100, 0, 100], [0, 1, 100], [-100, 0, 100], [0, 1, 100], [-99.5, 0, 100],
      [-99.5, 0, 100],
    ]
    #expect(chart.series.map { $0.points.map(\.y) } == expected)
  }

  @Test func otherKindsAreNamed() throws {
    for (name, reason) in [
      ("scatter3d", "a 3-D scatter plot is not drawn"), ("box", "a box plot is not drawn"),
    ] {
      guard case .notDrawn(let found) = try outcome(name) else {
        Issue.record("\(name) is drawn")
        continue
      }
      #expect(found == reason)
    }
  }

  @Test func theLossCurvesOfTheRegistryAreDrawn() throws {
    let bytes = try Fixture.bytes(
      "erm/digits/forest/2026_03_02__14_30_00/artifacts/loss curve.plotly.json")
    guard case .drawn(let drawing) = PlotlyChart.chart(of: bytes) else {
      Issue.record("not drawn")
      return
    }
    #expect(drawing.chart.title == "loss" && drawing.remarks == [])
    #expect(drawing.chart.table.columns.map(\.title) == ["epoch", "train"])
  }
}
