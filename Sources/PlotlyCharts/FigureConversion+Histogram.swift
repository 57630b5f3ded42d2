import ChartKit
import FileFormats

extension FigureConversion {
  /// Counts of values in bins that all traces share.
  func histogram() throws(PlotlyRefusal) -> BarChart {
    let isHorizontal = try isHorizontal()
    let (placed, measured) = isHorizontal ? (axes.y, axes.x) : (axes.x, axes.y)
    let columns = figure.traces.map { (isHorizontal ? $0.y : $0.x) ?? PlotlyColumn([]) }
    let places = try AxisConversion(placed, columns: columns)
    let norm = try norm()
    let weights = try weights(isHorizontal: isHorizontal)
    let values = columns.map { column in column.values.map { places($0) } }
    let series = zip(values, weights).map { values, weights in
      values.enumerated().compactMap { position, value -> (value: Double, weight: Double)? in
        let weight = weights.map { position < $0.count ? $0[position] : .nan } ?? 1
        return value.isFinite && weight.isFinite ? (value, weight) : nil
      }
    }
    let slots: [BarChart.Slot]
    var bins: HistogramBins?
    switch places.axis.scale {
    case .categories: slots = try self.slots(places, series.flatMap { $0.map(\.value) })
    case .time: throw .kind("a histogram of dates")
    case .logarithmic: throw .kind("a histogram over a logarithmic axis")
    case .linear:
      let found = try self.bins(series.flatMap { $0.map(\.value) }, isHorizontal ? "y" : "x")
      slots = (0..<found.count).map { .init(center: found.center($0), name: found.name($0)) }
      bins = found
    }
    var axis = ChartAxis(
      measured.type == "log" ? .logarithmic : .linear, title: measured.title, isReversed: measured.isReversed)
    if axis.title.isEmpty { axis.title = norm.title }
    return BarChart(
      title: title("Histogram", placed.title, by: ""), slots: slots, slotWidth: bins?.width ?? 1,
      series: zip(figure.traces, series).map { trace, values in
        var sums = [Double](repeating: 0, count: slots.count)
        for (value, weight) in values {
          guard let slot = bins.map({ $0.index(of: value) }) ?? Int(value) else { continue }
          sums[slot] += weight
        }
        return .init(name: name(trace), values: norm.applied(to: sums, width: bins?.width ?? 1))
      },
      places: places.axis, values: axis, isHorizontal: isHorizontal,
      arrangement: arrangement(hasBins: bins != nil), areBins: bins != nil)
  }

  /// Bins over each other are drawn as outlines, names beside each other.
  private func arrangement(hasBins: Bool) -> BarChart.Arrangement {
    switch figure.barMode {
    case "stack", "relative": .stacked
    case "overlay": hasBins ? .outlined : .grouped
    default: .grouped
    }
  }

  /// The bins, by what the first trace says that says anything.
  private func bins(_ values: [Double], _ letter: String) throws(PlotlyRefusal) -> HistogramBins {
    guard !values.isEmpty else { throw PlotlyRefusal(reason: "a figure without visible data is not drawn") }
    func first(_ names: String...) -> Double? {
      figure.traces.lazy.compactMap { names.count == 1 ? $0.number(names[0]) : $0.number(names[0], names[1]) }
        .first
    }
    let (bins, most) = ("\(letter)bins", "nbins\(letter)")
    return try HistogramBins(
      values, start: first(bins, "start"), end: first(bins, "end"), width: first(bins, "size"),
      most: first(most).flatMap { $0 >= 1 ? $0 : nil })
  }

  /// What each value counts, by trace: 1 unless values of the other axis are summed.
  private func weights(isHorizontal: Bool) throws(PlotlyRefusal) -> [[Double]?] {
    var weights: [[Double]?] = []
    for trace in figure.traces {
      if trace.json["cumulative"]?["enabled"]?.boolean == true { throw .kind("a cumulative histogram") }
      switch trace.json["histfunc"]?.string ?? "count" {
      case "count": weights.append(nil)
      case "sum":
        let column = isHorizontal ? trace.x : trace.y
        weights.append(column.map { $0.values.map { $0.number ?? .nan } })
      default: throw PlotlyRefusal(reason: "a histogram of anything but counts and sums is not drawn")
      }
    }
    return weights
  }

  /// What bars are made of the counts, the same for all traces.
  private func norm() throws(PlotlyRefusal) -> HistogramNorm {
    let names = Set(figure.traces.map { $0.json["histnorm"]?.string ?? "" })
    guard names.count == 1, let norm = names.first.flatMap(HistogramNorm.init) else {
      throw PlotlyRefusal(reason: "a histogram with several norms is not drawn")
    }
    return norm
  }
}
