import Markup

extension XYChart {
  /// How many series a sentence speaks of.
  private static let spokenLimit = 4

  /// The lowest and the highest point of each series.
  package var summary: String {
    let sentences = series.prefix(Self.spokenLimit).map(extremes)
    guard series.contains(where: { $0.points.contains(where: \.isFinite) }) else { return "No values." }
    let rest = series.count - sentences.count
    let lead = series.count == 1 ? "" : "\(NumberText.integer(series.count)) series. "
    return lead + sentences.joined(separator: "; ")
      + (rest > 0 ? "; and \(NumberText.integer(rest)) more." : ".")
  }

  private func extremes(_ series: Series) -> String {
    let points = series.points.filter(\.isFinite)
    let name = series.name.isEmpty && self.series.count == 1 ? "" : DisplayName.inSentence(series.name) + ": "
    guard let low = points.min(by: { $0.y < $1.y }), let high = points.max(by: { $0.y < $1.y }) else {
      return name + "no values"
    }
    let count = NumberText.integer(points.count)
    if low.y == high.y {
      return "\(name)\(count) \(points.count == 1 ? "point" : "points"), \(words(low))"
    }
    return "\(name)\(count) points, lowest \(words(low)), highest \(words(high))"
  }

  private func words(_ point: Point) -> String {
    "\(DisplayName.inSentence(y.text(point.y))) at \(DisplayName.inSentence(x.text(point.x)))"
  }

  /// One row for each place of the horizontal axis if the series share their places, else one for each point.
  package var table: ChartTable {
    let places = Set(series.flatMap { $0.points.filter(\.isFinite).map(\.x) })
    let isShared =
      series.count <= 8
      && series.allSatisfy {
        Set($0.points.filter(\.isFinite).map(\.x)).count == $0.points.count(where: \.isFinite)
      }
      && places.count * 2 <= 3 * (series.map { $0.points.count(where: \.isFinite) }.max() ?? 0)
    return isShared ? sharedTable(places.sorted()) : pointTable
  }

  private var xColumn: ChartTable.Column {
    let title = x.title.isEmpty ? "x" : DisplayName.inSentence(x.title)
    return x.isNumeric ? .number(title) : .text(title)
  }

  private var yName: String { y.title.isEmpty ? "y" : DisplayName.inSentence(y.title) }

  private func sharedTable(_ places: [Double]) -> ChartTable {
    let values = series.map { series in
      Dictionary(series.points.filter(\.isFinite).map { ($0.x, $0.y) }, uniquingKeysWith: { $1 })
    }
    let columns = series.map { series in
      let title = series.name.isEmpty ? yName : DisplayName.inSentence(series.name)
      return y.isNumeric ? ChartTable.Column.number(title) : .text(title)
    }
    return ChartTable(columns: [xColumn] + columns, items: places) { place in
      [x.text(place)] + values.map { $0[place].map { y.text($0) } ?? "" }
    }
  }

  private var pointTable: ChartTable {
    let points = series.enumerated().flatMap { index, series in
      series.points.filter(\.isFinite).map { (series: index, point: $0) }
    }
    let yColumn: ChartTable.Column = y.isNumeric ? .number(yName) : .text(yName)
    guard series.count > 1 else {
      return ChartTable(columns: [xColumn, yColumn], items: points) {
        [x.text($0.point.x), y.text($0.point.y)]
      }
    }
    return ChartTable(columns: [.text("Series"), xColumn, yColumn], items: points) {
      [DisplayName.inSentence(series[$0.series].name), x.text($0.point.x), y.text($0.point.y)]
    }
  }
}

extension ChartAxis {
  /// Whether its values are numbers.
  var isNumeric: Bool {
    switch scale {
    case .linear, .logarithmic: true
    case .time, .categories: false
    }
  }
}
