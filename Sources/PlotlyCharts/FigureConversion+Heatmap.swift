import ChartKit
import FileFormats

extension FigureConversion {
  /// Numbers as colours; rows run upwards, as in Plotly, unless the axis is reversed.
  func heatmap() throws(PlotlyRefusal) -> HeatmapChart {
    guard figure.traces.count == 1 else {
      throw PlotlyRefusal(reason: "a figure of several heat maps is not drawn")
    }
    let trace = figure.traces[0]
    let grid = try PlotlyGrid(trace.json["z"])
    let cells = trace.json["transpose"]?.boolean == true ? grid.transposed : grid
    let x = try names(trace.x, axes.x, count: cells.rows[0].count)
    let y = try names(trace.y, axes.y, count: cells.rows.count)
    let rows = y.isReversed ? cells.rows : cells.rows.reversed()
    let colorTitle = PlotlyAxis.text(trace.json["colorbar"]?["title"])
    let valueTitle = colorTitle.isEmpty ? figure.colorTitle : colorTitle
    return HeatmapChart(
      title: title("Heat map", valueTitle, by: ""), rows: y.isReversed ? y.names : y.names.reversed(),
      columns: x.isReversed ? x.names.reversed() : x.names,
      values: x.isReversed ? rows.map { $0.reversed() } : rows, rowTitle: axes.y.title,
      columnTitle: axes.x.title, valueTitle: valueTitle)
  }

  /// The names of all rows or columns, in the order of the file; positions where it has none.
  private func names(_ column: PlotlyColumn?, _ axis: PlotlyAxis, count: Int) throws(PlotlyRefusal) -> (
    names: [String], isReversed: Bool
  ) {
    let values = column?.values.prefix(count) ?? []
    let known = PlotlyColumn(
      (0..<count).map { $0 < values.count ? values[$0] : .number(Double($0)) })
    // Names of an axis are counted like its places; a heat map may have more of them than there is room for bars.
    if column != nil, axis.type != "category",
      case let conversion = try AxisConversion(axis, columns: [known]), conversion.axis.scale == .time
    {
      return (known.values.map { conversion.axis.text(conversion($0)) }, conversion.axis.isReversed)
    }
    let isReversed =
      axis.isReversed || axis.range.count == 2 && (axis.range[0].number ?? 0) > (axis.range[1].number ?? 0)
    return (known.values.map { $0.name ?? "" }, isReversed)
  }
}
