import FileFormats

/// The numbers of a heat map: a list of lists, or a typed array of two dimensions.
struct PlotlyGrid: Hashable, Sendable {
  /// The rows, all of the same length; nothing where a cell has no number.
  let rows: [[Double?]]

  /// The numbers that stand in a file; rows that are shorter than the longest are filled up.
  init(_ json: JSONValue?) throws(PlotlyRefusal) {
    guard let json else { throw Self.noNumbers }
    var lists = try Self.typed(json) ?? []
    if lists.isEmpty { lists = try Self.lists(json) }
    let width = lists.map(\.count).max() ?? 0
    guard width > 0 else { throw Self.noNumbers }
    guard lists.count * width <= PlotlyChart.pointLimit else { throw Self.tooLarge }
    rows = lists.map { $0 + [Double?](repeating: nil, count: width - $0.count) }
  }

  /// These numbers.
  private init(rows: [[Double?]]) {
    self.rows = rows
  }

  /// Columns in place of rows.
  var transposed: PlotlyGrid {
    PlotlyGrid(rows: rows[0].indices.map { column in rows.map { $0[column] } })
  }

  private static let noNumbers = PlotlyRefusal(reason: "a heat map without numbers is not drawn")
  private static let tooLarge = PlotlyRefusal(reason: "a heat map of more than 20,000 cells is not drawn")

  private static func typed(_ json: JSONValue) throws(PlotlyRefusal) -> [[Double?]]? {
    guard let array = try TypedArray(json, limit: PlotlyChart.pointLimit + 1) else { return nil }
    guard array.values.count <= PlotlyChart.pointLimit else { throw tooLarge }
    guard array.shape.count == 2, array.shape.allSatisfy({ (1...PlotlyChart.pointLimit).contains($0) }),
      array.shape[0] * array.shape[1] == array.values.count
    else { throw PlotlyRefusal(reason: "a heat map whose shape does not fit its numbers is not drawn") }
    let width = array.shape[1]
    return (0..<array.shape[0]).map { row in
      array.values[row * width..<(row + 1) * width].map { PlotlyValue($0).number }
    }
  }

  private static func lists(_ json: JSONValue) throws(PlotlyRefusal) -> [[Double?]] {
    guard let lists = json.array else { throw noNumbers }
    guard lists.count <= PlotlyChart.pointLimit else { throw tooLarge }
    var rows: [[Double?]] = []
    var count = 0
    for list in lists {
      var row: [Double?] = []
      if let elements = list.array {
        guard elements.count + count <= PlotlyChart.pointLimit else { throw tooLarge }
        row = elements.map { PlotlyValue($0).number }
      } else if let array = try TypedArray(list, limit: PlotlyChart.pointLimit) {
        row = array.values.map { PlotlyValue($0).number }
      }
      count += max(1, row.count)
      guard count <= PlotlyChart.pointLimit else { throw tooLarge }
      rows.append(row)
    }
    return rows
  }
}
