import ChartKit
import Markup
import ReportModel

/// Writes the data of a figure as a table to be unfolded.
enum DataTableWriter {
  /// The table under the word “Data”, named by its `subject` for those who cannot see the figure; nothing if there
  /// are no data.
  static func fragment(_ table: ChartTable, subject: String) -> HTMLFragment? {
    guard !table.columns.isEmpty, !table.rows.isEmpty else { return nil }
    return HTMLWriter.fragment { html in
      html.element("details") { html in
        html.element("summary", text: "Data")
        html.fragment(
          TableWriter.region("Data: \(subject)") { html in
            html.element("table") { html in
              writeHead(of: table, to: &html)
              writeRows(of: table, to: &html)
            }
          })
        if table.rowsLeftOut > 0 {
          let count = NumberText.integer(table.rowsLeftOut)
          html.element("p", text: "\(count) more \(table.rowsLeftOut == 1 ? "row" : "rows")")
        }
      }
    }
  }

  /// A table whose cells lead to other pages, under the word “Data”.
  static func fragment(_ table: ReportTable, tables: TableWriter) -> HTMLFragment {
    HTMLWriter.fragment { html in
      html.element("details") { html in
        html.element("summary", text: "Data")
        html.fragment(tables.fragment(table))
      }
    }
  }

  private static func writeHead(of table: ChartTable, to html: inout HTMLWriter) {
    html.element("thead") { html in
      html.element("tr") { html in
        for column in table.columns {
          var attributes: HTMLAttributes = ["scope": "col"]
          if column.isNumber { attributes.append("class", "n") }
          html.element("th", attributes, text: column.title)
        }
      }
    }
    html.newline()
  }

  private static func writeRows(of table: ChartTable, to html: inout HTMLWriter) {
    let paddings = table.columns.enumerated().map { position, column in
      column.isNumber ? NumberColumn(table.rows.map { $0[position] }).paddings : []
    }
    html.element("tbody") { html in
      html.newline()
      for (number, row) in table.rows.enumerated() {
        html.element("tr") { html in
          for (position, column) in table.columns.enumerated() {
            var attributes: HTMLAttributes = position == 0 ? ["scope": "row"] : [:]
            if column.isNumber { attributes.append("class", "n") }
            let padding = column.isNumber ? paddings[position][number] : ""
            html.element(position == 0 ? "th" : "td", attributes, text: row[position] + padding)
          }
        }
        html.newline()
      }
    }
  }
}
