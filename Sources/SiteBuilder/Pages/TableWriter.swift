import ChartKit
import Markup
import ReportModel

/// Writes tables inside a region that scrolls, which readers reach by keyboard and know by the table's label.
struct TableWriter: Sendable {
  /// Writes the words of heads and cells.
  let richText: RichTextWriter
  /// Gives the pictures of examples.
  let picture: PictureContent

  /// The table.
  ///
  /// A table to be sorted only says so, `data-sort`, and where the rows of other pages are, `data-rows`; a script that
  /// finds it adds the means.
  func fragment(_ table: ReportTable) -> HTMLFragment {
    var attributes: HTMLAttributes = [:]
    let classes = Self.classes(table.layout)
    if !classes.isEmpty { attributes.append("class", .text(classes.joined(separator: " "))) }
    attributes.append("data-sort", .flag(table.layout.isSortable))
    if let file = table.layout.rowsFile { attributes.append("data-rows", .text(file)) }
    return Self.region(table.label, isPinned: table.layout.isPinned) { html in
      html.element("table", attributes) { html in
        writeHead(of: table, to: &html)
        writeGroups(of: table, to: &html)
      }
    }
  }

  /// A box that scrolls sideways, with a name for those who cannot see it.
  static func region(
    _ label: String, isPinned: Bool = false, content: (inout HTMLWriter) -> Void
  ) -> HTMLFragment {
    HTMLWriter.fragment { html in
      html.element(
        "div",
        [
          "class": isPinned ? "scroll pinned" : "scroll", "tabindex": "0", "role": "region",
          "aria-label": .text(label),
        ], content: content)
    }
  }

  private static func classes(_ layout: ReportTable.Layout) -> [String] {
    [(layout.isFull, "full"), (layout.isDense, "dense"), (layout.isTall, "tall")].filter(\.0).map(\.1)
  }

  private func writeHead(of table: ReportTable, to html: inout HTMLWriter) {
    html.element("thead") { html in
      html.element("tr") { html in
        for column in table.columns {
          var attributes: HTMLAttributes = ["scope": "col"]
          if let name = Self.headClass(column) { attributes.append("class", .text(name)) }
          if table.layout.isSortable, let order = column.content.order {
            attributes.append("data-sort", .text(order))
          }
          html.element("th", attributes) { html in
            if column.isTitleHidden {
              html.element("span", ["class": "hidden-text"]) { html in
                richText.write(column.title, inCell: true, to: &html)
              }
            } else {
              write(column.title, beside: column.axis, to: &html)
            }
          }
        }
      }
    }
    html.newline()
  }

  private static func headClass(_ column: ReportTable.Column) -> String? {
    switch column.content {
    case .number: "n"
    case .tightNumber: "n tight"
    case .plot: column.axis == nil ? nil : "plot"
    case .text, .interval, .prose: nil
    }
  }

  private func writeGroups(of table: ReportTable, to html: inout HTMLWriter) {
    let cells = CellWriter(table: table, tables: self)
    var row = 0
    for group in table.groups {
      html.element("tbody") { html in
        if let title = group.title {
          html.element("tr", ["class": "subhead"]) { html in
            richText.element(
              "th", title, ["colspan": .integer(table.columns.count), "scope": "colgroup"], to: &html)
          }
        }
        html.newline()
        for entry in group.rows {
          cells.write(entry, number: row, to: &html)
          row += 1
        }
      }
    }
  }

  /// Writes words beside a drawing: a sign stands before them, any other drawing takes their place for those who see.
  func write(_ text: RichText, beside drawing: Drawing?, to html: inout HTMLWriter) {
    guard let drawing else { return richText.write(text, inCell: true, to: &html) }
    if drawing.setting != .sign, !text.isEmpty {
      html.element("span", ["class": "hidden-text"]) { richText.write(text, inCell: true, to: &$0) }
    }
    html.fragment(SVGWriter.decoration(drawing))
    if drawing.setting == .sign { richText.write(text, inCell: true, to: &html) }
  }
}

extension ReportTable.Content {
  /// How a script may sort the column: by number or by text; nothing for what has no order.
  fileprivate var order: String? {
    switch self {
    case .number, .tightNumber: "number"
    case .text, .prose: "text"
    case .interval, .plot: nil
    }
  }
}
