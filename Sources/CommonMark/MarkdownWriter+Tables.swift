import Markup

extension MarkdownWriter {
  /// Writes a table in a region that scrolls by itself when the page is narrow.
  func write<Cell>(
    table: MarkdownTable<Cell>, to html: inout HTMLWriter, cell: (Cell, inout HTMLWriter) -> Void
  ) {
    let region: HTMLAttributes = [
      "class": "scroll", "tabindex": "0", "role": "region", "aria-label": "Table in the notes",
    ]
    line("div", region, to: &html) { html in
      html.element("table") { html in
        html.element("thead") { html in
          html.element("tr") { html in
            for name in table.header { html.element("th", ["scope": "col"]) { cell(name, &$0) } }
          }
        }
        html.newline()
        html.element("tbody") { html in
          for row in table.rows {
            html.element("tr") { html in
              for value in row { html.element("td") { cell(value, &$0) } }
            }
            html.newline()
          }
        }
      }
    }
  }
}
