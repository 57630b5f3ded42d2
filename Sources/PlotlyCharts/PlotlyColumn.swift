import FileFormats

/// The values of one trace along one axis.
struct PlotlyColumn: Hashable, Sendable {
  /// At most ``PlotlyChart/pointLimit`` values.
  let values: [PlotlyValue]
  /// How many the file has.
  let count: Int
  /// Whether the file has lists in place of values: names of two levels.
  let isNested: Bool

  /// These values.
  init(_ values: [PlotlyValue]) {
    self.values = values
    count = values.count
    isNested = false
  }

  /// The values that stand in a file as a list or as a typed array; nothing if they are neither.
  init?(_ json: JSONValue?) throws(PlotlyRefusal) {
    guard let json else { return nil }
    if let elements = json.array {
      values = elements.prefix(PlotlyChart.pointLimit).map { PlotlyValue($0) }
      count = elements.count
      isNested = elements.first?.array != nil
      return
    }
    guard let array = try TypedArray(json, limit: PlotlyChart.pointLimit) else { return nil }
    values = array.values.map { PlotlyValue($0) }
    count = array.count
    isNested = array.shape.count > 1
  }
}
