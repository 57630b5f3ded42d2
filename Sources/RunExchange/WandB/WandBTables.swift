import Diagnostics
import FileFormats
import Markup
import RunModel

/// What the tables that wandb logs turn into.
enum WandBTables {
  /// The most labels of a matrix.
  private static let labelLimit = LoggedConfusion.labelLimit

  /// Whether these are the columns that `wandb.plot.confusion_matrix` writes.
  static func isConfusion(_ columns: [String]) -> Bool {
    columns.map { ExactString($0) } == ["Actual", "Predicted", "nPredictions"]
  }

  /// Whether these are columns of predictions: `y_true`, and `y_pred` or probabilities (`proba_…`).
  static func isPredictions(_ columns: [String]) -> Bool {
    let names = columns.map { ExactString($0) }
    guard names.contains("y_true"), Set(names).count == names.count else { return false }
    return names.contains("y_pred") || columns.contains { $0.utf8.starts(with: "proba_".utf8) }
  }

  /// The matrix of a table of counts, the labels in the order of their first appearance as truth, then as prediction.
  ///
  /// - Returns: Nil if a count is not a whole number of at least 0 or there are too many labels.
  static func confusion(_ table: inout LoggedTable) throws(FormatError) -> LoggedConfusion? {
    var labels: [ExactString: Int] = [:]
    var order: [String] = []
    var predictedOnly: [ExactString] = []
    var counts: [(ExactString, ExactString, Int)] = []
    var isGood = true
    _ = try table.forEachRow { row in
      guard let number = Scalar.text(row[2].text).number, let count = Int(exactly: number), count >= 0,
        labels.count <= labelLimit, counts.count <= labelLimit * labelLimit
      else {
        isGood = false
        return false
      }
      let (truth, predicted) = (ExactString(row[0].text), ExactString(row[1].text))
      if labels[truth] == nil {
        labels[truth] = order.count
        order.append(truth.text)
      }
      if count > 0, labels[predicted] == nil { predictedOnly.append(predicted) }
      if count > 0 { counts.append((truth, predicted, count)) }
      return true
    }
    for label in predictedOnly where labels[label] == nil && labels.count <= labelLimit {
      labels[label] = order.count
      order.append(label.text)
    }
    guard isGood, order.count <= labelLimit else { return nil }
    var matrix = Array(repeating: Array(repeating: 0, count: order.count), count: order.count)
    for (truth, predicted, count) in counts {
      guard let row = labels[truth], let column = labels[predicted] else { return nil }
      let (sum, overflow) = matrix[row][column].addingReportingOverflow(count)
      if overflow { return nil }
      matrix[row][column] = sum
    }
    return LoggedConfusion(labels: order, counts: matrix)
  }

  /// A table of predictions as CSV, and how many rows were left out for having other than one cell a column.
  ///
  /// An image in a cell becomes the path of its file as seen from the run's folder.
  static func predictions(
    _ table: inout LoggedTable
  ) throws(FormatError) -> (csv: [UInt8], left: Int) {
    var csv = CSVWriter()
    csv.row(table.columns)
    let ragged = try table.forEachRow { row in
      csv.row(row.map(text))
      return csv.bytes.count < ImportLimit.recordBytes
    }
    return (csv.bytes, ragged)
  }

  private static func text(_ cell: LoggedTable.Cell) -> String {
    guard case .json(let json) = cell, json.utf8.count < 10_000,
      let value = try? JSONReader.parse(Array(json.utf8), path: "").root, value["_type"]?.string != nil,
      let path = value["path"]?.string, FilePath.isContained(path)
    else { return cell.text }
    return "files/" + path
  }
}
