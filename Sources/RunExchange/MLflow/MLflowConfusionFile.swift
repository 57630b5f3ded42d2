import Diagnostics
import FileFormats
import RunModel

/// A confusion matrix that somebody logged as `confusion_matrix.json` or `.csv`, where it plainly is one.
///
/// JSON: `{"labels": […], "counts": [[…]]}`, also with `matrix`, `confusion_matrix` or `data` for the counts, or the
/// rows alone, whose labels are then the positions from 0; pandas' split form has `columns` and `index` for the labels,
/// which must be the same. CSV: the labels in the first row and the first column, the same in both. Truth in rows.
enum MLflowConfusionFile {
  /// The matrix in an artifact; nil if it is anything else.
  static func read(_ name: String, _ source: inout SourceFolder) -> LoggedConfusion? {
    if FilePath.fileExtension(of: name) == "csv" {
      return MLflowTable.read(name, &source).flatMap(matrix)
    }
    return source.json(name, limit: MLflowLimit.tableBytes).flatMap { matrix($0.root) }
  }

  private static func matrix(_ table: MLflowTable) -> LoggedConfusion? {
    let labels = Array(table.names.dropFirst())
    guard table.rows.count == labels.count, !labels.isEmpty,
      zip(table.rows, labels).allSatisfy({ $0.0[0].utf8.elementsEqual($0.1.utf8) })
    else { return nil }
    return matrix(labels, table.rows.map { $0.dropFirst().map { Scalar.text($0).number } })
  }

  private static func matrix(_ root: JSONValue) -> LoggedConfusion? {
    if let rows = rows(root) { return matrix(rows.indices.map(String.init), rows) }
    guard
      let rows = ["counts", "matrix", "confusion_matrix", "data"].lazy.compactMap({ rows(root[$0]) }).first
    else { return nil }
    let columns = labels(root["labels"]) ?? labels(root["columns"])
    guard let columns else { return matrix(rows.indices.map(String.init), rows) }
    let index = labels(root["index"]) ?? columns
    guard index.count == columns.count, zip(index, columns).allSatisfy({ $0.utf8.elementsEqual($1.utf8) })
    else { return nil }
    return matrix(columns, rows)
  }

  private static func matrix(_ labels: [String], _ rows: [[Double?]]) -> LoggedConfusion? {
    guard labels.count <= LoggedConfusion.labelLimit,
      Set(labels.map { ExactString($0) }).count == labels.count
    else { return nil }
    let counts = rows.map { $0.map { $0.flatMap { Int(exactly: $0) } ?? -1 } }
    return LoggedConfusion(labels: labels, counts: counts)
  }

  private static func rows(_ value: JSONValue?) -> [[Double?]]? {
    guard let array = value?.array, !array.isEmpty else { return nil }
    let rows = array.compactMap { $0.array?.map { $0.number?.value } }
    return rows.count == array.count ? rows : nil
  }

  private static func labels(_ value: JSONValue?) -> [String]? {
    guard let array = value?.array else { return nil }
    let labels = array.compactMap { $0.string ?? $0.number?.text }
    return labels.count == array.count ? labels : nil
  }
}
