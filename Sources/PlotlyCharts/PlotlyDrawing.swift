package import ChartKit

/// A figure of Plotly as it is drawn.
package struct PlotlyDrawing: Sendable {
  /// The chart.
  package let chart: any Chart
  /// What the figure holds and the chart does not show, as sentences.
  package let remarks: [String]
}
