import Diagnostics

/// The sorts of traces that are drawn.
enum TraceKind: Hashable, Sendable {
  /// Lines and points.
  case lines
  /// Bars.
  case bars
  /// Counts of values.
  case histogram
  /// Numbers as colours.
  case heatmap

  /// The sort that a file calls `type`; nothing if it is not drawn.
  init?(_ type: String) {
    switch type {
    case "scatter", "scattergl": self = .lines
    case "bar": self = .bars
    case "histogram": self = .histogram
    case "heatmap", "heatmapgl": self = .heatmap
    default: return nil
    }
  }

  /// That traces of this type are not drawn.
  static func refusal(_ type: String) -> PlotlyRefusal {
    if let name = names[type] { return .kind(name) }
    return .kind("a plot of the kind \(VisibleText.quoting(type, limit: 30))")
  }

  /// What people call the sorts that are not drawn.
  private static let names: [String: String] = [
    "scatter3d": "a 3-D scatter plot", "surface": "a 3-D surface", "mesh3d": "a 3-D mesh",
    "isosurface": "a 3-D surface", "volume": "a 3-D volume", "cone": "a 3-D field of cones",
    "streamtube": "a 3-D field of tubes", "box": "a box plot", "violin": "a violin plot",
    "pie": "a pie chart",
    "sunburst": "a sunburst chart", "treemap": "a tree map", "icicle": "an icicle chart",
    "funnel": "a funnel chart", "funnelarea": "a funnel chart", "waterfall": "a waterfall chart",
    "sankey": "a flow diagram", "table": "a table", "image": "an image", "indicator": "an indicator",
    "contour": "a contour plot", "contourcarpet": "a contour plot", "carpet": "a carpet plot",
    "scattercarpet": "a carpet plot", "histogram2d": "a histogram of two dimensions",
    "histogram2dcontour": "a contour plot", "candlestick": "a candlestick chart",
    "ohlc": "a chart of share prices", "scatterpolar": "a polar plot", "scatterpolargl": "a polar plot",
    "barpolar": "a polar plot", "scatterternary": "a triangle plot", "scattersmith": "a Smith chart",
    "scattergeo": "a map", "choropleth": "a map", "choroplethmap": "a map", "choroplethmapbox": "a map",
    "scattermap": "a map", "scattermapbox": "a map", "densitymap": "a map", "densitymapbox": "a map",
    "splom": "a matrix of scatter plots", "parcoords": "a plot of parallel coordinates",
    "parcats": "a plot of parallel categories", "quiver": "a field of arrows", "pointcloud": "a point cloud",
  ]
}
