import ChartKit
import Testing

@testable import PlotlyCharts

/// Figures written in a test.
enum PlotlyText {
  /// The chart of a figure with these traces and this layout, or the reason why it is not drawn.
  static func outcome(_ data: String, layout: String = "{}") -> PlotlyChart.Outcome {
    PlotlyChart.chart(of: Array(#"{"data": \#(data), "layout": \#(layout)}"#.utf8))
  }

  /// The chart of a figure that must be drawn.
  static func drawing(
    _ data: String, layout: String = "{}", at place: SourceLocation = #_sourceLocation
  ) throws -> PlotlyDrawing {
    let outcome = outcome(data, layout: layout)
    guard case .drawn(let drawing) = outcome else {
      Issue.record("\(outcome)", sourceLocation: place)
      throw PlotlyRefusal(reason: "not drawn")
    }
    return drawing
  }

  /// The lines and points of a figure.
  static func lines(
    _ data: String, layout: String = "{}", at place: SourceLocation = #_sourceLocation
  ) throws -> XYChart {
    try #require(try drawing(data, layout: layout, at: place).chart as? XYChart, sourceLocation: place)
  }

  /// The bars of a figure.
  static func bars(
    _ data: String, layout: String = "{}", at place: SourceLocation = #_sourceLocation
  ) throws -> BarChart {
    try #require(try drawing(data, layout: layout, at: place).chart as? BarChart, sourceLocation: place)
  }

  /// Why a figure is not drawn; nothing if it is.
  static func reason(_ data: String, layout: String = "{}") -> String? {
    if case .notDrawn(let reason) = outcome(data, layout: layout) { reason } else { nil }
  }
}
