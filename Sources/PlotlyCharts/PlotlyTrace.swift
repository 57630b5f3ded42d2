import FileFormats

/// One series of a figure.
struct PlotlyTrace: Sendable {
  /// How it is drawn: "scatter", "bar" and so on.
  let type: String
  /// What tells it from the others.
  let name: String
  /// Whether the file names it, else its position does.
  let isNamed: Bool
  /// The values to the right, if the file has any.
  let x: PlotlyColumn?
  /// The values upwards, if the file has any.
  let y: PlotlyColumn?
  /// The names of its axes: "x" and "y", or "x2" and so on.
  let axes: [String]
  /// What of a `scatter` is drawn: "lines", "markers", "text", joined by "+"; nothing if the file does not say.
  let mode: String?
  /// How the points of a line are joined: "linear", "hv", "vh" and others.
  let lineShape: String
  /// Whether areas are stacked on each other.
  let isStackedArea: Bool
  /// Whether bars lie or stand, if the file says so: "h", "v".
  let orientation: String?
  /// Whether bars begin elsewhere than at 0.
  let hasBase: Bool
  /// Whether errors are drawn around its points.
  let hasErrorBars: Bool
  /// The whole of it, for what only one kind needs.
  let json: JSONValue

  /// The trace at a position of the file, which names it if nothing else does.
  init(_ json: JSONValue, position: Int) throws(PlotlyRefusal) {
    self.json = json
    type = json["type"]?.string ?? "scatter"
    let name = PlainText.of(json["name"]?.string ?? json["name"]?.number?.text ?? "")
    self.name = name.isEmpty ? "trace \(position)" : name
    isNamed = !name.isEmpty
    axes = [json["xaxis"]?.string ?? "x", json["yaxis"]?.string ?? "y"]
    mode = json["mode"]?.string
    lineShape = json["line"]?["shape"]?.string ?? "linear"
    isStackedArea = !(json["stackgroup"]?.string ?? "").isEmpty
    orientation = json["orientation"]?.string
    hasBase = Self.isThere(json["base"])
    hasErrorBars = ["error_x", "error_y"].contains { name in
      json[name].map { $0["visible"]?.boolean != false && ($0["array"] != nil || $0["value"] != nil) }
        ?? false
    }
    // Only what is drawn is worth decoding; a heat map has its own numbers.
    guard TraceKind(type) != nil else {
      (x, y) = (nil, nil)
      return
    }
    x = try PlotlyColumn(json["x"])
    y = try PlotlyColumn(json["y"])
  }

  /// Whether the figure shows it.
  static func isVisible(_ json: JSONValue) -> Bool {
    json["visible"]?.boolean != false && json["visible"]?.string != "legendonly"
  }

  /// Whether a value other than 0 stands there.
  private static func isThere(_ json: JSONValue?) -> Bool {
    guard let json, !json.isNull else { return false }
    return json.number?.value != 0
  }

  /// A number of its object, or of an object within it.
  func number(_ names: String...) -> Double? {
    var value: JSONValue? = json
    for name in names { value = value?[name] }
    return value.flatMap { PlotlyValue($0).number }
  }
}
