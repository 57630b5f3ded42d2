import FileFormats

/// What the layout of a figure says about one of its axes.
struct PlotlyAxis: Hashable, Sendable {
  /// What its values are: "linear", "log", "date", "category", "multicategory"; nothing if the data decide.
  let type: String?
  /// What it measures; may be empty.
  let title: String
  /// Whether it is said to run the other way.
  let isReversed: Bool
  /// The two ends that it is given, as they stand in the file.
  let range: [PlotlyValue]
  /// Whether it is made to reach 0.
  let reachesZero: Bool
  /// The order of names: "category ascending", "total descending" and so on.
  let categoryOrder: String
  /// Names in the order they are to have, before all others.
  let categories: [PlotlyValue]

  /// The axis as it stands in a layout.
  init(_ json: JSONValue?) {
    let type = json?["type"]?.string
    self.type = type == "-" ? nil : type
    title = Self.text(json?["title"])
    isReversed = ["reversed", "min reversed", "max reversed"].contains(json?["autorange"]?.string)
    range = (json?["range"]?.array ?? []).prefix(2).map { PlotlyValue($0) }
    reachesZero = ["tozero", "nonnegative"].contains(json?["rangemode"]?.string)
    categoryOrder = json?["categoryorder"]?.string ?? ""
    categories = (json?["categoryarray"]?.array ?? []).prefix(PlotlyChart.slotLimit).map { PlotlyValue($0) }
  }

  /// A title as Plotly writes it: a text, or an object that holds one.
  static func text(_ json: JSONValue?) -> String {
    PlainText.of(json?.string ?? json?["text"]?.string ?? "")
  }
}
