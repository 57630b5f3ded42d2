import Diagnostics

/// The columns that both kinds of predictions have, checked and packed.
struct CheckedColumns {
  /// The batch with all but the labels of its rows.
  let batch: PredictionBatch
  private let labels: [ExactString]
  private let positions: [ExactString: Int32]
  private let isScored: Bool

  init(
    labels: [String], rows: Int, probabilities: [[Double]], weights: [Double], ids: [String]?,
    texts: [String]?
  ) throws(PredictionsError) {
    self.labels = labels.map { ExactString($0) }
    var positions: [ExactString: Int32] = [:]
    for (index, label) in self.labels.enumerated() {
      guard positions.updateValue(Int32(index), forKey: label) == nil else {
        throw PredictionsError(.labelTwice(label.text))
      }
    }
    self.positions = positions
    isScored = !probabilities.isEmpty
    for (column, count) in [
      ("probabilities", isScored ? probabilities.count : rows),
      ("weights", weights.isEmpty ? rows : weights.count),
      ("ids", ids?.count ?? rows), ("texts", texts?.count ?? rows),
    ] where count != rows {
      throw PredictionsError(.length(column: column, found: count, expected: rows))
    }
    for (row, values) in probabilities.enumerated() {
      guard values.count == labels.count else {
        throw PredictionsError(.width(row: row, found: values.count, expected: labels.count))
      }
      for value in values where !(value >= 0 && value <= 1) {
        throw PredictionsError(.probability(row: row, value))
      }
    }
    for (row, value) in weights.enumerated() where !(value >= 0 && value.isFinite) {
      throw PredictionsError(.weight(row: row, value))
    }
    batch = PredictionBatch(
      count: rows, probabilities: probabilities.flatMap(\.self), weights: weights,
      ids: ids.map { TextColumn($0) }, texts: texts.map { TextColumn($0) })
  }

  func schema(task: ClassificationTask) -> PredictionSchema {
    PredictionSchema(
      task: task, labels: labels, scoredLabelCount: isScored ? labels.count : 0,
      hasWeights: !batch.weights.isEmpty)
  }

  func index(of label: String) throws(PredictionsError) -> Int32 {
    guard let index = positions[ExactString(label)] else { throw PredictionsError(.unknownLabel(label)) }
    return index
  }

  func indices(of rows: [String], column: String) throws(PredictionsError) -> [Int32] {
    try check(rows.count, of: column)
    return try rows.map { row throws(PredictionsError) in try index(of: row) }
  }

  /// 1 where a label belongs to the row, row by row.
  func indicators(of rows: [[String]], column: String) throws(PredictionsError) -> [UInt8] {
    try check(rows.count, of: column)
    var sets = [UInt8](repeating: 0, count: rows.count * labels.count)
    for (row, names) in rows.enumerated() {
      for name in names { sets[row * labels.count + Int(try index(of: name))] = 1 }
    }
    return sets
  }

  private func check(_ count: Int, of column: String) throws(PredictionsError) {
    guard count == batch.count else {
      throw PredictionsError(.length(column: column, found: count, expected: batch.count))
    }
  }
}
