import ChartKit
import Markup

/// From a figure to the one chart that shows all its traces.
struct FigureConversion: Sendable {
  /// The figure.
  let figure: PlotlyFigure

  /// A conversion of `figure`.
  init(_ figure: PlotlyFigure) {
    self.figure = figure
  }

  /// The chart, and what it does not show.
  func drawing() throws(PlotlyRefusal) -> PlotlyDrawing {
    let kind = try kind()
    let chart: any Chart =
      switch kind {
      case .lines: try lines()
      case .bars: try bars()
      case .histogram: try histogram()
      case .heatmap: try heatmap()
      }
    return PlotlyDrawing(chart: chart, remarks: remarks)
  }

  /// The one kind of all traces, which share one pair of axes.
  private func kind() throws(PlotlyRefusal) -> TraceKind {
    guard let first = figure.traces.first else {
      throw PlotlyRefusal(reason: "a figure without visible data is not drawn")
    }
    var kinds: [TraceKind] = []
    for trace in figure.traces {
      guard let kind = TraceKind(trace.type) else { throw TraceKind.refusal(trace.type) }
      kinds.append(kind)
    }
    guard figure.traces.allSatisfy({ $0.axes == first.axes }) else {
      throw PlotlyRefusal(reason: "a figure with more than one pair of axes is not drawn")
    }
    guard kinds.allSatisfy({ $0 == kinds[0] }) else {
      throw PlotlyRefusal(reason: "a figure that mixes \(Self.mixture(kinds)) is not drawn")
    }
    return kinds[0]
  }

  private static func mixture(_ kinds: [TraceKind]) -> String {
    let names: [(TraceKind, String)] = [
      (.lines, "lines or points"), (.bars, "bars"), (.histogram, "histograms"), (.heatmap, "heat maps"),
    ]
    return names.filter { kinds.contains($0.0) }.map(\.1).joined(separator: " and ")
  }

  /// The axis to the right, and the one upwards.
  var axes: (x: PlotlyAxis, y: PlotlyAxis) {
    let names = figure.traces.first?.axes ?? ["x", "y"]
    return (figure.axis(names[0]), figure.axis(names[1]))
  }

  /// The name of a trace; nothing where a single one has none.
  func name(_ trace: PlotlyTrace) -> String {
    trace.isNamed || figure.traces.count > 1 ? trace.name : ""
  }

  /// The figure's title, or what is drawn and over which axes.
  func title(_ noun: String, _ measured: String, by place: String) -> String {
    if !figure.title.isEmpty { return figure.title }
    return noun + (measured.isEmpty ? "" : " of \(measured)") + (place.isEmpty ? "" : " by \(place)")
  }

  /// What the figure holds and the chart does not show.
  private var remarks: [String] {
    var remarks: [String] = []
    func series(_ count: Int) -> String {
      count == 1 ? "One series is" : "\(NumberText.integer(count)) series are"
    }
    if figure.hiddenCount > 0 {
      remarks.append("\(series(figure.hiddenCount)) hidden in the figure and left out.")
    }
    if figure.tracesLeftOut > 0 {
      let all = NumberText.integer(figure.tracesLeftOut + figure.traces.count)
      remarks.append("Of \(all) series the first \(figure.traces.count) are drawn.")
    }
    let limit = NumberText.integer(PlotlyChart.pointLimit)
    let most = figure.traces.map { max($0.x?.count ?? 0, $0.y?.count ?? 0) }.max() ?? 0
    if most > PlotlyChart.pointLimit {
      remarks.append("Of up to \(NumberText.integer(most)) values of a series the first \(limit) are read.")
    }
    var parts = figure.extras
    if figure.traces.contains(where: \.hasErrorBars) { parts.insert("error bars", at: 0) }
    if !parts.isEmpty {
      let words =
        parts.count == 1
        ? parts[0] : parts.dropLast().joined(separator: ", ") + " and \(parts[parts.count - 1])"
      remarks.append("Not shown: \(words).")
    }
    return remarks
  }
}
