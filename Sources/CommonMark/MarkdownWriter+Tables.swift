import Markup

extension MarkdownWriter {
  /// Writes a table in a region that scrolls by itself when the page is narrow.
  func write<Cell>(
    table: MarkdownTable<Cell>, to html: inout HTMLWriter, cell: (Cell, inout HTMLWriter) -> Void
  ) {
    tables.count += 1
    let name = tables.count == 1 ? "Table in the notes" : "Table \(tables.count) in the notes"
    let region: HTMLAttributes = [
      "class": "scroll", "tabindex": "0", "role": "region", "aria-label": .text(name),
    ]
    line("div", region, to: &html) { html in
      html.element("table") { html in
        html.element("thead") { html in
          html.element("tr") { html in
            for name in table.header {
              let head = HTMLWriter.fragment { cell(name, &$0) }
              // Who reads a table cell by cell is told of heads: one without words is none.
              html.element(head.isBlank ? "td" : "th", head.isBlank ? [:] : ["scope": "col"]) {
                $0.fragment(head)
              }
            }
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
