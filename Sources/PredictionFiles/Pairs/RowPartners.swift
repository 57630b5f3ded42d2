import Diagnostics

/// Which row of a file of probabilities belongs to which row of a file of true labels.
struct RowPartners {
  /// For each row of true labels that is kept, the index among the rows of probabilities that are kept; none where
  /// there is no such row.
  private(set) var partners: [Int?] = []
  /// How many rows of probabilities belong to no row of true labels, where rows are joined by id.
  private(set) var strayCount = 0

  /// The partners of the rows of two files: by id if both have ids, else by the order of the rows.
  ///
  /// - Throws: ``PredictionFileError`` if an id occurs twice in a file or, without ids, one file has more rows.
  init(truth: PairedRows, scores: PairedRows, _ log: inout DiagnosticLog) throws(PredictionFileError) {
    if truth.hasIDs, scores.hasIDs {
      try joinByID(truth, scores, &log)
    } else {
      try joinByOrder(truth, scores)
    }
  }

  private mutating func joinByOrder(_ truth: PairedRows, _ scores: PairedRows) throws(PredictionFileError) {
    guard truth.rowsRead == scores.rowsRead else {
      throw PredictionFileError(
        .unpairedRow, at: scores.source.place, found: "\(scores.rowsRead) rows of probabilities",
        expected: "\(truth.rowsRead), one for each true label, or an id in both files")
    }
    var indices = [Int?](repeating: nil, count: scores.rowsRead)
    for (index, number) in scores.numbers.enumerated() { indices[number] = index }
    partners = truth.numbers.map { indices[$0] }
  }

  private mutating func joinByID(
    _ truth: PairedRows, _ scores: PairedRows, _ log: inout DiagnosticLog
  ) throws(PredictionFileError) {
    let table = try Self.numbered(scores)
    _ = try Self.numbered(truth)
    var isUsed = [Bool](repeating: false, count: table.count)
    for column in truth.ids {
      for row in 0..<column.count {
        let partner = column.withBytes(of: row) { table.index(of: $0) }.map { Int($0) }
        partners.append(partner)
        if let partner {
          isUsed[partner] = true
        } else {
          Self.note(column[row], truth, without: scores, &log)
        }
      }
    }
    for index in isUsed.indices where !isUsed[index] {
      Self.note(table.texts[index], scores, without: truth, &log)
      strayCount += 1
    }
  }

  /// The ids of a file by the index of their row.
  private static func numbered(_ rows: PairedRows) throws(PredictionFileError) -> TextTable {
    var table = TextTable()
    for column in rows.ids {
      for row in 0..<column.count {
        let count = table.count
        column.withBytes(of: row) { _ = table.insert($0) }
        guard table.count > count else {
          throw PredictionFileError(
            .duplicateID, at: rows.source.place,
            found: "the id \(VisibleText.quoting(column[row])) more than once",
            expected: "each id once, so that the files can be joined")
        }
      }
    }
    return table
  }

  private static func note(
    _ id: String, _ rows: PairedRows, without others: PairedRows, _ log: inout DiagnosticLog
  ) {
    guard log.keepsMore(of: .unpairedRow, path: rows.source.path) else {
      return log.count(1, of: .unpairedRow, path: rows.source.path)
    }
    log.add(
      Diagnostic(
        .warning, .unpairedRow, at: rows.source.place, found: "the id \(VisibleText.quoting(id))",
        expected: "a row of that id that can be used in \(others.source.path)",
        consequence: "The row is left out."))
  }
}
