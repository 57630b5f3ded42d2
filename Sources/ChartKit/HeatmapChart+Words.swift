import Markup

extension HeatmapChart {
  /// Where the highest and the lowest number stand.
  package var summary: String {
    let cells = rows.indices.flatMap { row in
      columns.indices.compactMap { column in
        values[row][column].map { (row: row, column: column, value: $0) }
      }
    }
    let size = "\(NumberText.integer(rows.count)) by \(NumberText.integer(columns.count)) cells"
    guard let high = cells.max(by: { $0.value < $1.value }), let low = cells.min(by: { $0.value < $1.value })
    else { return "\(size), none with a value." }
    let missing = rows.count * columns.count - cells.count
    let rest =
      missing > 0
      ? " \(NumberText.integer(missing)) \(missing == 1 ? "cell has" : "cells have") no value." : ""
    if high.value == low.value { return "\(size), all \(ChartAxis.text(number: high.value))." + rest }
    func words(_ row: Int, _ column: Int, _ value: Double) -> String {
      "\(ChartAxis.text(number: value)) in row \(DisplayName.inSentence(rows[row])), column \(DisplayName.inSentence(columns[column]))"
    }
    return
      "\(size). Highest \(words(high.row, high.column, high.value)); lowest \(words(low.row, low.column, low.value))."
      + rest
  }

  /// The matrix itself if it has few columns, else a row for each cell.
  package var table: ChartTable {
    let rowName = rowTitle.isEmpty ? "Row" : DisplayName.inSentence(rowTitle)
    let columnName = columnTitle.isEmpty ? "Column" : DisplayName.inSentence(columnTitle)
    let valueName = valueTitle.isEmpty ? "Value" : DisplayName.inSentence(valueTitle)
    func text(_ value: Double?) -> String { value.map { ChartAxis.text(number: $0) } ?? "" }
    if columns.count <= 12 {
      return ChartTable(
        columns: [.text(rowName)] + columns.map { .number(DisplayName.inSentence($0)) }, items: rows.indices
      ) { row in
        [DisplayName.inSentence(rows[row])] + values[row].map(text)
      }
    }
    let count = columns.count
    return ChartTable(
      columns: [.text(rowName), .text(columnName), .number(valueName)], items: 0..<rows.count * count
    ) { cell in
      [
        DisplayName.inSentence(rows[cell / count]), DisplayName.inSentence(columns[cell % count]),
        text(values[cell / count][cell % count]),
      ]
    }
  }
}
