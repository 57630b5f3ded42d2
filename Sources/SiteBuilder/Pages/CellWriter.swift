import ChartKit
import Markup
import ReportModel

/// Writes the rows of one table.
struct CellWriter {
  /// Cells of a dense table with more characters than this may wrap.
  private static let wordLimit = 40

  private let table: ReportTable
  private let tables: TableWriter
  private let paddings: [Int: [String]]

  init(table: ReportTable, tables: TableWriter) {
    self.table = table
    self.tables = tables
    let rows = table.groups.flatMap(\.rows)
    var paddings: [Int: [String]] = [:]
    for (position, column) in table.columns.enumerated() where column.content.isNumber {
      let entries = rows.map { row in
        Self.span(of: position, in: row, table) == 1 ? row.cells[position].text.plain : ""
      }
      paddings[position] = NumberColumn(entries).paddings
    }
    self.paddings = paddings
  }

  /// Writes row `number`, counted through all groups; a row without cells is none.
  func write(_ row: ReportTable.Row, number: Int, to html: inout HTMLWriter) {
    guard !row.cells.isEmpty else { return }
    var attributes: HTMLAttributes = [:]
    if case .anchor(let id) = row.anchor { attributes.append("id", .text(id)) }
    if row.isThis { attributes.append("class", "this") }
    html.element("tr", attributes) { html in
      for position in row.cells.indices { write(row, position, number, to: &html) }
    }
    html.newline()
  }

  private func write(_ row: ReportTable.Row, _ position: Int, _ number: Int, to html: inout HTMLWriter) {
    let cell = row.cells[position]
    let span = Self.span(of: position, in: row, table)
    var attributes: HTMLAttributes = position == 0 ? ["scope": "row"] : [:]
    if span > 1 { attributes.append("colspan", .integer(span)) }
    let classes = classes(of: cell, at: position, isSpanning: span > 1)
    if !classes.isEmpty { attributes.append("class", .text(classes.joined(separator: " "))) }
    html.element(position == 0 ? "th" : "td", attributes) { html in
      tables.write(cell.text, beside: cell.drawing, to: &html)
      if let image = cell.image { write(image, of: row, to: &html) }
      if let padding = paddings[position]?[number] { html.text(padding) }
      if let note = cell.note, !note.isEmpty {
        html.element("span", ["class": "sub"]) { tables.richText.write(note, inCell: true, to: &$0) }
      }
    }
  }

  /// Writes the picture of the row’s example, or the path where there is no picture to show.
  private func write(_ image: ExampleImage, of row: ReportTable.Row, to html: inout HTMLWriter) {
    if let picture = tables.picture(image) {
      html.fragment(picture.fragment(alternative: "Image of \(row.cells[0].text.plain)"))
    } else if !image.path.isEmpty {
      html.element("code", text: image.path)
    }
  }

  private func classes(of cell: ReportTable.Cell, at position: Int, isSpanning: Bool) -> [String] {
    if let drawing = cell.drawing, drawing.setting != .sign { return ["plot"] }
    if cell.image != nil { return ["pic"] }
    if isSpanning { return position > 0 ? ["why"] : [] }
    var classes: [String] =
      switch table.columns.indices.contains(position) ? table.columns[position].content : .text {
      case .number: ["n"]
      case .tightNumber: ["n", "tight"]
      case .interval: ["ci"]
      case .prose: ["text"]
      case .text: isWord(cell) ? ["nowrap"] : []
      case .plot: []
      }
    if cell.isBest { classes.append("best") }
    return classes
  }

  private func isWord(_ cell: ReportTable.Cell) -> Bool {
    table.layout.isDense && !cell.text.isEmpty && cell.text.plain.unicodeScalars.count <= Self.wordLimit
  }

  /// How many columns the cell at `position` covers: the last of a short row covers the rest; 0 if there is no cell.
  private static func span(of position: Int, in row: ReportTable.Row, _ table: ReportTable) -> Int {
    guard position < row.cells.count else { return 0 }
    return position == row.cells.count - 1 ? max(1, table.columns.count - position) : 1
  }
}

extension ReportTable.Content {
  fileprivate var isNumber: Bool { self == .number || self == .tightNumber }
}
