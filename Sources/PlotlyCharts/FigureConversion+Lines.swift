import ChartKit

extension FigureConversion {
  /// Lines and points.
  func lines() throws(PlotlyRefusal) -> XYChart {
    guard !figure.traces.contains(where: \.isStackedArea) else { throw .kind("a stacked area") }
    let columns = figure.traces.map(columns)
    let x = try AxisConversion(axes.x, columns: columns.map(\.x), weights: columns.map(\.y))
    let y = try AxisConversion(axes.y, columns: columns.map(\.y), weights: columns.map(\.x))
    var series: [XYChart.Series] = []
    for (trace, columns) in zip(figure.traces, columns) {
      let points = zip(columns.x.values, columns.y.values).map { Point(x($0), y($1)) }
      series.append(
        .init(
          name: name(trace), points: points, form: try form(of: trace, count: points.count),
          joint: joint(of: trace)))
    }
    // Traces without any point only fill Plotly's legend.
    let valued = series.filter { $0.points.contains { $0.x.isFinite && $0.y.isFinite } }
    guard !valued.isEmpty else { throw PlotlyRefusal(reason: "a figure without visible data is not drawn") }
    var measured = y.axis
    if measured.title.isEmpty, valued.count == 1 { measured.title = valued[0].name }
    let noun = valued.contains { $0.form != .points } ? "Lines" : "Points"
    return XYChart(
      title: title(noun, measured.title, by: x.axis.title), series: valued, x: x.axis, y: measured)
  }

  /// Both columns of a trace; what is missing counts up.
  private func columns(_ trace: PlotlyTrace) -> (x: PlotlyColumn, y: PlotlyColumn) {
    func counted(_ count: Int, _ letter: String) -> PlotlyColumn {
      let start = trace.number("\(letter)0") ?? 0
      let step = trace.number("d\(letter)") ?? 1
      return PlotlyColumn((0..<count).map { PlotlyValue(start + step * Double($0)) })
    }
    let (x, y) = (trace.x, trace.y)
    return (
      x ?? counted(y?.values.count ?? 0, "x"), y ?? counted(x?.values.count ?? 0, "y")
    )
  }

  /// What is drawn of a trace; unless it says so, signs too if it has fewer than 20 points, as in Plotly.
  private func form(of trace: PlotlyTrace, count: Int) throws(PlotlyRefusal) -> XYChart.Form {
    let mode = trace.mode ?? (count < 20 ? "lines+markers" : "lines")
    let parts = mode.prefix(40).split(separator: "+")
    switch (parts.contains("lines"), parts.contains("markers")) {
    case (true, true): return .lineAndPoints
    case (true, false): return .line
    case (false, true): return .points
    case (false, false): throw PlotlyRefusal(reason: "a series without lines and points is not drawn")
    }
  }

  private func joint(of trace: PlotlyTrace) -> XYChart.Joint {
    switch trace.lineShape {
    case "hv": .acrossThenUp
    case "vh": .upThenAcross
    default: .straight
    }
  }
}
