import Markup

/// Two parameters and the mean metric of the runs at each pair of their values.
///
/// The mean and not the best, since the best of many runs is high by chance alone. The last colour is that of the best
/// mean, of the largest where it is not known which way is better. Runs without both parameters or the metric are left out and
/// counted.
package struct ParameterHeatmapChart: Chart, Hashable {
  /// The runs at one pair of values.
  struct Cell: Hashable, Sendable {
    /// The row, by its position among the values.
    let row: Int
    /// The column.
    let column: Int
    /// The mean metric.
    let mean: Double
    /// How many runs it is of.
    let count: Int
  }

  /// The runs.
  package let data: ParameterRuns
  /// The parameter of the rows, by its position among those of `data`.
  package let rowParameter: Int
  /// The parameter of the columns.
  package let columnParameter: Int
  /// The values of the rows: numbers by size, then words by their letters.
  let rows: [ParameterSetting]
  /// The values of the columns.
  let columns: [ParameterSetting]
  /// The pairs of values that have runs, row by row.
  let cells: [Cell]
  private let shownCount: Int

  /// More values than a reader compares; such a parameter has no heat map.
  package static let valueLimit = 12

  /// A map of the metric of `data` by two of its parameters; nothing where one has more than ``valueLimit`` values.
  package init?(_ data: ParameterRuns, rows: Int, columns: Int) {
    self.data = data
    (rowParameter, columnParameter) = (rows, columns)
    let shown = data.complete([rows, columns])
    shownCount = shown.count
    self.rows = data.settings(of: rows, in: shown)
    self.columns = data.settings(of: columns, in: shown)
    guard self.rows.count <= Self.valueLimit, self.columns.count <= Self.valueLimit else { return nil }
    var values = [[[Double]]](
      repeating: [[Double]](repeating: [], count: self.columns.count), count: self.rows.count)
    for run in shown {
      guard let value = data.runs[run].value,
        let row = self.rows.firstIndex(where: { $0 == data.runs[run].settings[rows] }),
        let column = self.columns.firstIndex(where: { $0 == data.runs[run].settings[columns] })
      else { continue }
      values[row][column].append(value)
    }
    cells = values.enumerated().flatMap { row, line in
      line.enumerated().compactMap { column, values in
        values.isEmpty
          ? nil : Cell(row: row, column: column, mean: Self.mean(values), count: values.count)
      }
    }
  }

  /// The mean; values alike have exactly that mean, and none is too large to be added.
  private static func mean(_ values: [Double]) -> Double {
    let first = values[0]
    if values.allSatisfy({ $0 == first }) { return first }
    return values.reduce(0) { $0 + $1 / Double(values.count) }
  }

  /// The cells, best mean first; ties in reading order.
  var ranked: [Cell] {
    cells.enumerated().sorted {
      $0.element.mean == $1.element.mean
        ? $0.offset < $1.offset : data.isBetter($0.element.mean, than: $1.element.mean)
    }.map(\.element)
  }

  /// The best cell; nothing where none is, several are, or there is no other to be better than.
  var best: Cell? {
    let ranked = ranked
    guard data.isHigherBetter != nil, ranked.count > 1 else { return nil }
    return ranked[0].mean == ranked[1].mean ? nil : ranked[0]
  }

  var rowName: String { data.parameterName(rowParameter) }
  var columnName: String { data.parameterName(columnParameter) }

  /// What is not drawn, for the drawing and the caption; nothing when everything is.
  package var omission: String? {
    ParameterRuns.omission(
      data.runs.count - shownCount, lacking: "\(rowName), \(columnName) or \(data.metricName)")
  }

  /// Where a cell is, in words.
  func words(_ cell: Cell) -> String {
    "\(rowName) \(DisplayName.inSentence(rows[cell.row].text)) and \(columnName) "
      + DisplayName.inSentence(columns[cell.column].text)
  }

  /// Which pair of values has the best mean; nothing where it is not known which way is better, or there is one pair
  /// only.
  package var finding: String? {
    let ranked = ranked
    guard data.isHigherBetter != nil, let first = ranked.first, ranked.count > 1 else { return nil }
    let ties = ranked.prefix { $0.mean == first.mean }.count
    let number = NumberText.score(first.mean)
    guard ties == 1 else {
      return ties == ranked.count
        ? "All \(ties) pairs of values have the same mean \(data.metricName), \(number)"
        : "\(ties) of \(ranked.count) pairs of values share the best mean \(data.metricName), \(number)"
    }
    return
      "Best mean \(data.metricName): \(number) over \(ParameterRuns.count(first.count)) at \(words(first)), "
      + "of \(ranked.count) pairs that were tried"
  }

  package var title: String { "Mean \(data.metricName) by \(rowName) and \(columnName)" }

  package var summary: String {
    guard !cells.isEmpty else { return "No run has \(rowName), \(columnName) and \(data.metricName)." }
    let size =
      "\(rows.count) by \(columns.count) values, \(cells.count) of \(rows.count * columns.count) pairs have runs"
    return [finding, size, omission].compactMap(\.self).joined(separator: ". ") + "."
  }

  /// The pairs of values, best mean first.
  package var table: ChartTable {
    ChartTable(
      columns: [.text(rowName), .text(columnName), .number("Mean \(data.metricName)"), .number("Runs")],
      items: ranked
    ) { cell in
      [
        rows[cell.row].text, columns[cell.column].text, NumberText.score(cell.mean),
        NumberText.integer(cell.count),
      ]
    }
  }
}
