import FileFormats

/// A figure as Plotly writes it: traces, and a layout with axes and titles.
struct PlotlyFigure: Sendable {
  /// The title; may be empty.
  let title: String
  /// The traces that the figure shows, at most ``PlotlyChart/traceLimit``.
  let traces: [PlotlyTrace]
  /// How many further traces it shows.
  let tracesLeftOut: Int
  /// How many traces it hides.
  let hiddenCount: Int
  /// Titles, axes and modes.
  private let layout: JSONValue?
  /// How bars share a place: "group", "stack", "relative", "overlay"; nothing if the file does not say.
  let barMode: String?
  /// Whether bars are made to fill up a whole.
  let hasBarNorm: Bool
  /// What the figure holds beside its traces, as the objects of a sentence.
  let extras: [String]

  /// Whether a value has the shape of a figure: a list of objects as data, and a layout.
  static func isFigure(_ root: JSONValue) -> Bool {
    guard let data = root["data"]?.array, root["layout"]?.object != nil else { return false }
    return data.allSatisfy { $0.object != nil }
  }

  /// The figure that `root` is.
  init(_ root: JSONValue) throws(PlotlyRefusal) {
    let data = root["data"]?.array ?? []
    let shown = data.enumerated().filter { PlotlyTrace.isVisible($1) }
    hiddenCount = data.count - shown.count
    tracesLeftOut = max(0, shown.count - PlotlyChart.traceLimit)
    var traces: [PlotlyTrace] = []
    for (position, json) in shown.prefix(PlotlyChart.traceLimit) {
      traces.append(try PlotlyTrace(json, position: position))
    }
    self.traces = traces
    layout = root["layout"]
    title = PlotlyAxis.text(layout?["title"])
    barMode = layout?["barmode"]?.string
    hasBarNorm = !(layout?["barnorm"]?.string ?? "").isEmpty
    extras = [
      Self.count(layout?["annotations"]) > 0 ? "annotations" : nil,
      Self.count(layout?["shapes"]) > 0 ? "drawn shapes" : nil,
      Self.count(layout?["images"]) > 0 ? "images" : nil,
      Self.count(root["frames"]) > 1 ? "all frames but the first" : nil,
    ].compactMap(\.self)
  }

  /// The axis that traces call `name`: "x", "y2".
  func axis(_ name: String) -> PlotlyAxis {
    let letter = name.prefix(1)
    return PlotlyAxis(layout?["\(letter)axis\(name.dropFirst())"])
  }

  /// The title of the scale of colours that several traces may share.
  var colorTitle: String { PlotlyAxis.text(layout?["coloraxis"]?["colorbar"]?["title"]) }

  private static func count(_ json: JSONValue?) -> Int { json?.array?.count ?? 0 }
}
