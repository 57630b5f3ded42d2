import Markup

/// Which rows and columns of a lineage are drawn, and where they stand.
///
/// At most ``rowLimit`` rows: those that the best run’s line runs through and that its last runs stand in, and others evenly
/// between them. At most ``columnLimit`` columns: every so manieth, counted back from the last. What a run descends
/// from stays true however many are left out, since a line then leads to the nearest ancestor that is drawn.
struct LineageGrid: Hashable, Sendable {
  /// More rows are thinner than a line with its gap.
  static let rowLimit = 100
  /// More columns leave no room for a line to cross from one to the next.
  static let columnLimit = 120

  /// The positions of the rows that are drawn, from top to bottom.
  let rows: [Int]
  /// The positions of the columns that are drawn, from left to right.
  let columns: [Int]
  /// Every so manieth column is drawn.
  let columnStep: Int
  /// How far apart rows are.
  let rowPitch: Double
  /// How far apart columns are.
  let columnPitch: Double
  private let places: [Int: Int]
  private let columnPlaces: [Int: Int]

  /// The grid of a lineage within `width`.
  ///
  /// - Complexity: Linear in the number of rows, columns and runs of the best line.
  init(_ data: LineageRuns, width: Double) {
    let count = data.rows.count
    if count <= Self.rowLimit {
      rows = Array(data.rows.indices)
    } else {
      // The end of the line first: a line through more rows than are drawn is seen at its end.
      var kept: Set<Int> = []
      for run in data.path.reversed() where kept.count < Self.rowLimit / 2 && data.isPlaced(run) {
        kept.insert(data.runs[run].row)
      }
      let rest = data.rows.indices.filter { !kept.contains($0) }
      let room = Self.rowLimit - kept.count
      kept.formUnion((0..<room).map { rest[$0 * rest.count / room] })
      rows = kept.sorted()
    }
    let last = data.columns.count - 1
    columnStep = max(1, (data.columns.count + Self.columnLimit - 1) / Self.columnLimit)
    columns = stride(from: last, through: 0, by: -columnStep).reversed()
    places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    columnPlaces = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    let isNarrow = data.columns.count <= LineageChart.fewColumns
    rowPitch =
      switch rows.count {
      case ...12: 22
      case ...30: isNarrow ? 12 : 14
      case ...60: 11
      default: 7
      }
    columnPitch = columns.count > 1 ? width / Double(columns.count - 1) : 0
  }

  /// The place of a run, from the upper left corner of the grid; nil where its row or column is not drawn.
  func place(_ run: LineageRuns.Run) -> Point? {
    guard let row = places[run.row], let column = columnPlaces[run.column] else { return nil }
    return Point(Double(column) * columnPitch, Double(row) * rowPitch)
  }

  /// How large the grid is.
  var size: Point {
    Point(columnPitch * Double(max(0, columns.count - 1)), rowPitch * Double(max(0, rows.count - 1)))
  }

  /// The nearest ancestor of each run that is drawn; nil for none.
  ///
  /// - Complexity: Linear in the number of runs.
  func drawnParents(_ data: LineageRuns) -> [Int?] {
    var nearest: [Int?] = []
    for run in data.runs {
      nearest.append(
        run.parent.flatMap { place(data.runs[$0]) != nil ? $0 : nearest[$0] })
    }
    return nearest
  }

  /// What is not drawn, in words; nil if everything is.
  func omission(_ data: LineageRuns) -> String? {
    var parts: [String] = []
    if rows.count < data.rows.count {
      parts.append(
        "\(NumberText.integer(rows.count)) of \(NumberText.integer(data.rows.count)) \(data.rowNoun)s drawn, evenly, with those of the best run’s line"
      )
    }
    if columnStep > 1 {
      parts.append(
        "\(NumberText.integer(columns.count)) of \(NumberText.integer(data.columns.count)) \(data.columnNoun)s drawn, one of every \(NumberText.integer(columnStep))"
      )
    }
    if data.diedOutCount > 0 {
      parts.append(
        "\(NumberText.integer(data.diedOutCount)) runs that died out before the last \(data.columnNoun) not drawn"
      )
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
