import ChartKit

extension FigureConversion {
  /// Bars.
  func bars() throws(PlotlyRefusal) -> BarChart {
    let isHorizontal = try isHorizontal()
    guard !figure.traces.contains(where: \.hasBase) else {
      throw PlotlyRefusal(reason: "a figure of bars that begin elsewhere than at 0 is not drawn")
    }
    guard !figure.hasBarNorm else {
      throw PlotlyRefusal(reason: "a figure of bars as shares of a whole is not drawn")
    }
    let columns = figure.traces.map { trace in
      let (places, values) = isHorizontal ? (trace.y, trace.x) : (trace.x, trace.y)
      let count = values?.values.count ?? 0
      return (
        places: places ?? PlotlyColumn((0..<count).map { .number(Double($0)) }),
        values: values ?? PlotlyColumn([])
      )
    }
    let (placed, measured) = isHorizontal ? (axes.y, axes.x) : (axes.x, axes.y)
    let places = try AxisConversion(placed, columns: columns.map(\.places), weights: columns.map(\.values))
    let values = try AxisConversion(measured, columns: columns.map(\.values))
    guard values.axis.scale == .linear || values.axis.scale == .logarithmic else {
      throw PlotlyRefusal(reason: "a figure of bars whose lengths are no numbers is not drawn")
    }
    let isStacked = figure.barMode == "stack" || figure.barMode == "relative"
    var series: [[Double: Double]] = []
    for columns in columns {
      series.append(
        try Self.lengths(
          columns.places.values.map { places($0) }, columns.values.values.map { values($0) }, isStacked))
    }
    let slots = try slots(places, series.flatMap(\.keys))
    return BarChart(
      title: title("Bars", values.axis.title, by: places.axis.title), slots: slots,
      slotWidth: Self.width(slots, places.axis),
      series: zip(figure.traces, series).map { trace, lengths in
        .init(name: name(trace), values: slots.map { lengths[$0.center] })
      },
      places: places.axis, values: values.axis, isHorizontal: isHorizontal,
      arrangement: isStacked ? .stacked : .grouped)
  }

  /// Whether bars run to the right: all of them do, or none.
  func isHorizontal() throws(PlotlyRefusal) -> Bool {
    let directions = Set(
      figure.traces.map { trace in
        trace.orientation.map { $0 == "h" }
          ?? (TraceKind(trace.type) == .bars
            ? trace.x != nil && trace.y == nil : trace.x == nil && trace.y != nil)
      })
    guard directions.count == 1, let isHorizontal = directions.first else {
      throw PlotlyRefusal(reason: "a figure of bars in both directions is not drawn")
    }
    return isHorizontal
  }

  /// The length of the bar at each place; several at one place are put together where bars are stacked.
  private static func lengths(_ places: [Double], _ values: [Double], _ isStacked: Bool) throws(PlotlyRefusal)
    -> [Double: Double]
  {
    var lengths: [Double: Double] = [:]
    for (place, value) in zip(places, values) where place.isFinite && value.isFinite {
      guard lengths[place] == nil || isStacked else {
        throw PlotlyRefusal(reason: "a figure of several bars of one series at one place is not drawn")
      }
      lengths[place] = min(max((lengths[place] ?? 0) + value, -1e300), 1e300)
    }
    return lengths
  }

  /// Every place that has a bar, from low to high; all names of an axis of names.
  func slots(_ axis: AxisConversion, _ found: [Double]) throws(PlotlyRefusal) -> [BarChart.Slot] {
    guard !found.isEmpty else { throw PlotlyRefusal(reason: "a figure without visible data is not drawn") }
    var places = Set(found).sorted()
    if case .categories(let names) = axis.axis.scale { places = names.indices.map(Double.init) }
    guard places.count <= PlotlyChart.slotLimit else {
      throw PlotlyRefusal(reason: "a figure of more than \(PlotlyChart.slotLimit) bars in a row is not drawn")
    }
    return places.map { .init(center: $0, name: axis.axis.text($0)) }
  }

  /// The least distance of two places; a day or 1 for a single one.
  private static func width(_ slots: [BarChart.Slot], _ axis: ChartAxis) -> Double {
    zip(slots, slots.dropFirst()).map { $1.center - $0.center }.min() ?? (axis.scale == .time ? 86_400 : 1)
  }
}
