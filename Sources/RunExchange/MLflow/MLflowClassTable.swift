import Diagnostics
import RunModel

/// The table `per_class_metrics.csv` of MLflow's evaluation: a row for each class taken as the positive one.
struct MLflowClassTable {
  private let table: MLflowTable
  private let labelColumn: Int?

  /// The names of the counts: true positives, false positives, false negatives, true negatives.
  private static let countNames = ["true_positives", "false_positives", "false_negatives", "true_negatives"]

  /// The classes in `table`.
  init(_ table: MLflowTable) {
    self.table = table
    labelColumn = table.names.firstIndex(of: "positive_class")
  }

  /// Adds a dict `per class: <label>` for each class to `run`, and of exactly two classes the matrix `stem`.
  ///
  /// The two rows say each of the four counts twice; where they disagree there is no matrix, with a diagnostic. A
  /// label that was met before, in another table, keeps the values it has under the same names.
  func add(to run: inout Run, _ stem: ExactString, at name: String, _ source: inout SourceFolder) {
    guard let labelColumn else { return }
    for row in table.rows {
      var values = run.dicts[ExactString("per class: " + row[labelColumn])] ?? [:]
      for (column, cell) in zip(table.names, row) where !column.isEmpty && column != "positive_class" {
        let key = ExactString(column)
        if values[key] == nil, !cell.isEmpty { values[key] = Self.scalar(cell) }
      }
      run.dicts[ExactString("per class: " + row[labelColumn])] = values
    }
    guard table.rows.count == 2 else { return }
    let counts = table.rows.map { row in Self.countNames.map { count($0, in: row) } }
    guard let first = Self.whole(counts[0]), let second = Self.whole(counts[1]) else { return }
    guard first == [second[3], second[2], second[1], second[0]] else {
      source.report(
        .warning, "contradicting-counts", at: name, "counts of two classes that contradict each other",
        "the true positives of one to be the true negatives of the other",
        "No confusion matrix is made of them.")
      return
    }
    let labels = table.rows.map { $0[labelColumn] }
    guard ExactString(labels[0]) != ExactString(labels[1]) else { return }
    run.confusions[stem] = LoggedConfusion(
      labels: labels, counts: [[first[0], first[2]], [first[1], first[3]]])
  }

  private func count(_ name: String, in row: [String]) -> Int? {
    guard let column = table.names.firstIndex(of: name), let number = Scalar.text(row[column]).number else {
      return nil
    }
    return Int(exactly: number)
  }

  private static func whole(_ counts: [Int?]) -> [Int]? {
    let whole = counts.compactMap { $0 }
    return whole.count == counts.count && whole.allSatisfy { $0 >= 0 } ? whole : nil
  }

  private static func scalar(_ cell: String) -> Scalar {
    let text = Scalar.text(cell)
    guard text.number != nil else { return text }
    return Scalar(Int(cell) == nil ? .real : .integer, text: cell)
  }
}
