import ChartKit
import Markup
import ReportModel

/// Writes figures: what they show, the drawing or table, how to read it, the data.
struct FigureWriter: Sendable {
  /// Writes captions.
  let richText: RichTextWriter
  /// Writes tables that are figures.
  let tables: TableWriter

  /// The figure; its slug must be the only one of its kind on the page (see ``PageIDs``).
  func fragment(_ figure: ReportFigure) -> HTMLFragment {
    HTMLWriter.fragment { html in
      html.element("figure", ["id": .text(figure.slug)]) { html in
        html.newline()
        writeCaption(of: figure, to: &html)
        html.fragment(body(of: figure))
        html.newline()
        writeAids(of: figure, to: &html)
      }
    }
  }

  private func writeCaption(of figure: ReportFigure, to html: inout HTMLWriter) {
    let finding = figure.finding ?? RichText()
    guard !finding.isEmpty || !figure.what.isEmpty else { return }
    html.element("figcaption") { html in
      if !finding.isEmpty { richText.element("p", finding, ["class": "finding"], to: &html) }
      if !figure.what.isEmpty { richText.element("p", figure.what, ["class": "what"], to: &html) }
    }
    html.newline()
  }

  private func body(of figure: ReportFigure) -> HTMLFragment {
    switch figure.body {
    case .chart(let chart): drawing(of: chart, in: figure)
    case .table(let table): tables.fragment(table)
    }
  }

  /// The drawing; one that keeps its width on narrow screens stands in a region that scrolls.
  private func drawing(of chart: any Chart, in figure: ReportFigure) -> HTMLFragment {
    let drawing = chart.drawing()
    let svg = SVGWriter.image(drawing, slug: figure.slug, title: chart.title, summary: chart.summary)
    guard case .figure(_, keepsWidth: true) = drawing.setting else { return svg }
    return TableWriter.region(figure.name ?? chart.title) { $0.fragment(svg) }
  }

  private func writeAids(of figure: ReportFigure, to html: inout HTMLWriter) {
    let aids = [help(of: figure), data(of: figure)].compactMap(\.self)
    guard !aids.isEmpty else { return }
    html.element("div", ["class": "aids"]) { html in
      html.newline()
      for aid in aids {
        html.fragment(aid)
        html.newline()
      }
    }
    html.newline()
  }

  private func help(of figure: ReportFigure) -> HTMLFragment? {
    guard let text = figure.howToRead, !text.isEmpty else { return nil }
    return HTMLWriter.fragment { html in
      html.element("details") { html in
        html.element("summary", text: "How to read this")
        html.element("p", text: text)
      }
    }
  }

  private func data(of figure: ReportFigure) -> HTMLFragment? {
    switch figure.body {
    case .chart(let chart):
      figure.data.map { DataTableWriter.fragment($0, tables: tables) }
        ?? DataTableWriter.fragment(chart.table, subject: figure.name ?? chart.title)
    case .table: nil
    }
  }
}
