import Diagnostics
import RunModel

extension ExperimentResult {
  /// The results as a table, best first.
  ///
  /// Columns are `score`, then `param_<name>` and, with metadata, `run_result_metadata_<name>`, each in the place where
  /// the results first have it: the new names of a result stand behind those of the results before it, its
  /// parameters before its metadata. In the form ``ResultTable/Form/dataFrame`` columns
  /// `experiment_result_metadata_<name>` follow for the row of the search's own metadata, if it has any.
  ///
  /// ```swift
  /// result.table().columns  // score, param_lr, param_bs, run_result_metadata_note
  /// ```
  ///
  /// - Parameters:
  ///   - includeMetadata: Whether metadata have columns.
  ///   - form: How the cells are told.
  /// - Returns: A table; without results it has no columns, unless the row of metadata gives it some.
  /// - Complexity: Linear in the cells.
  public func table(
    includeMetadata: Bool = true, form: ResultTable.Form = .asWritten
  ) -> ResultTable {
    var lines = runResults.map { result in
      var line: ResultValues = ["score": .real(result.score)]
      for entry in result.params.entries { line[ExactString("param_" + entry.name.text)] = entry.value }
      if includeMetadata {
        for entry in result.metadata.entries {
          line[ExactString("run_result_metadata_" + entry.name.text)] = entry.value
        }
      }
      return line
    }
    if form == .dataFrame, includeMetadata, !metadata.isEmpty {
      lines.append(
        ResultValues(
          metadata.entries.map {
            (name: ExactString("experiment_result_metadata_" + $0.name.text), value: $0.value)
          }))
    }
    var columns = ResultValues()
    for line in lines {
      for entry in line.entries where columns[entry.name] == nil { columns[entry.name] = .boolean(true) }
    }
    let names = columns.names
    var rows = lines.map { line in names.map { line[$0] } }
    if form == .dataFrame {
      for column in names.indices {
        let cells = DataFrameColumn(rows.map { $0[column] }).cells
        for (row, cell) in cells.enumerated() { rows[row][column] = cell }
      }
    }
    return ResultTable(columns: names.map(\.text), rows: rows)
  }
}
