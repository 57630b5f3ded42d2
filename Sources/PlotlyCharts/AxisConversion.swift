import ChartKit
import Diagnostics
import Foundation

/// From the values of a file to an axis of a chart and places on it.
struct AxisConversion: Hashable, Sendable {
  /// The axis.
  let axis: ChartAxis
  private let positions: [ExactString: Int]

  /// The axis for the values of all traces along it.
  ///
  /// - Parameters:
  ///   - settings: what the layout says.
  ///   - columns: the values, by trace.
  ///   - weights: the values along the other axis, by which names may be ordered.
  /// - Throws: ``PlotlyRefusal`` for names of two levels, and for too many names.
  init(_ settings: PlotlyAxis, columns: [PlotlyColumn], weights: [PlotlyColumn] = []) throws(PlotlyRefusal) {
    guard settings.type != "multicategory", !columns.contains(where: \.isNested) else {
      throw PlotlyRefusal(reason: "an axis with names of two levels is not drawn")
    }
    let kind = settings.type ?? Self.kind(of: columns)
    var scale = ChartAxis.Scale.linear
    var positions: [ExactString: Int] = [:]
    switch kind {
    case "category":
      let names = Self.names(settings, columns, weights)
      guard names.count <= PlotlyChart.slotLimit else {
        throw PlotlyRefusal(reason: "an axis of more than \(PlotlyChart.slotLimit) names is not drawn")
      }
      scale = .categories(names.map(\.text))
      for (position, name) in names.enumerated() { positions[name] = position }
    case "date": scale = .time
    case "log": scale = .logarithmic
    default: break
    }
    let ends = settings.range.compactMap { Self.end($0, scale) }
    axis = ChartAxis(
      scale, title: settings.title,
      isReversed: settings.isReversed || ends.count == 2 && ends[0] > ends[1],
      includes: kind == "category" ? [] : ends + (settings.reachesZero && scale == .linear ? [0] : []))
    self.positions = positions
  }

  /// The place of a value; not a number for a gap and for what has none.
  func callAsFunction(_ value: PlotlyValue) -> Double {
    switch axis.scale {
    case .linear, .logarithmic: value.number ?? .nan
    case .time: Self.seconds(value) ?? .nan
    case .categories: value.name.flatMap { positions[ExactString($0)] }.map(Double.init) ?? .nan
    }
  }

  /// Seconds of a date, or of a number of milliseconds, as Plotly counts time.
  private static func seconds(_ value: PlotlyValue) -> Double? {
    switch value {
    case .number(let number): CalendarTime(seconds: number / 1000) == nil ? nil : number / 1000
    case .text(let text): PlotlyDate.seconds(text)
    case .missing: nil
    }
  }

  /// The end of a range as a value; those of logarithmic axes are written as exponents.
  private static func end(_ value: PlotlyValue, _ scale: ChartAxis.Scale) -> Double? {
    switch scale {
    case .linear: value.number
    case .logarithmic: value.number.flatMap { (-300...300).contains($0) ? pow(10, $0) : nil }
    case .time: seconds(value)
    case .categories: value.number
    }
  }

  /// What the values are if the layout does not say, by Plotly's own rule: dates or names if there are more than twice as
  /// many as numbers.
  private static func kind(of columns: [PlotlyColumn]) -> String {
    var (numbers, dates, names) = (0, 0, 0)
    for value in columns.flatMap(\.values) {
      switch value {
      case .missing: break
      case _ where value.number != nil: numbers += 1
      case .text(let text): if PlotlyDate.seconds(text) != nil { dates += 1 } else { names += 1 }
      case .number: break
      }
    }
    if dates > 2 * numbers, dates >= names { return "date" }
    return dates + names > 2 * numbers ? "category" : "linear"
  }

  /// All names, in the order of the layout or as they come.
  private static func names(
    _ settings: PlotlyAxis, _ columns: [PlotlyColumn], _ weights: [PlotlyColumn]
  ) -> [ExactString] {
    var names: [ExactString] = []
    var totals: [ExactString: Double] = [:]
    func add(_ value: PlotlyValue, _ weight: PlotlyValue?) {
      guard let name = value.name.map({ ExactString($0) }) else { return }
      if totals[name] == nil { names.append(name) }
      totals[name, default: 0] += weight?.number ?? 0
    }
    for value in settings.categories { add(value, nil) }
    for (index, column) in columns.enumerated() {
      let weights = index < weights.count ? weights[index].values : []
      for (position, value) in column.values.enumerated() {
        add(value, position < weights.count ? weights[position] : nil)
      }
    }
    let order = settings.categoryOrder.split(separator: " ")
    guard order.count == 2, ["ascending", "descending"].contains(order[1]) else { return names }
    let places = names.enumerated().sorted { left, right in
      let isBefore: Bool?
      switch order[0] {
      case "category": isBefore = left.element == right.element ? nil : left.element < right.element
      case "total", "sum":
        let (first, second) = (totals[left.element] ?? 0, totals[right.element] ?? 0)
        isBefore = first == second ? nil : first < second
      default: isBefore = nil
      }
      guard let isBefore else { return left.offset < right.offset }
      return order[1] == "ascending" ? isBefore : !isBefore
    }
    return places.map(\.element)
  }
}
