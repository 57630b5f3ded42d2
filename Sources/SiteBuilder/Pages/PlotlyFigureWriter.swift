import ChartKit
import Diagnostics
import Markup
import PlotlyCharts

/// Writes an artifact that is a figure of Plotly: drawn, with its data and its source to be unfolded, or with the reason why it
/// is not.
enum PlotlyFigureWriter {
  /// The figure in a file of this name; nothing if it is none.
  ///
  /// The fragment bears no ids. The `source` is how the file itself is shown.
  static func fragment(_ bytes: [UInt8], name: String, source: @autoclosure () -> HTMLFragment)
    -> HTMLFragment?
  {
    guard FilePath.fileExtension(of: name) == "json" else { return nil }
    switch PlotlyChart.chart(of: bytes) {
    case .drawn(let drawing): return figure(drawing, source: source())
    case .notDrawn(let reason):
      return HTMLWriter.fragment { html in
        html.element("p", ["class": "fine"], text: "A figure of Plotly: \(reason).")
        html.newline()
        html.fragment(source())
      }
    case .notAFigure: return nil
    }
  }

  private static func figure(_ drawing: PlotlyDrawing, source: HTMLFragment) -> HTMLFragment {
    let chart = drawing.chart
    return HTMLWriter.fragment { html in
      html.element("p", ["class": "finding"], text: chart.title)
      html.element("p", ["class": "what"], text: chart.summary)
      html.newline()
      html.fragment(SVGWriter.figureWithoutIDs(chart))
      html.newline()
      if !drawing.remarks.isEmpty {
        html.element("p", ["class": "fine"], text: drawing.remarks.joined(separator: " "))
        html.newline()
      }
      html.element("div", ["class": "aids"]) { html in
        html.newline()
        if let data = DataTableWriter.fragment(chart.table, subject: chart.title) {
          html.fragment(data)
          html.newline()
        }
        html.element("details") { html in
          html.element("summary", text: "JSON")
          html.newline()
          html.fragment(source)
        }
        html.newline()
      }
      html.newline()
    }
  }
}
