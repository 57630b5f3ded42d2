import Diagnostics

/// Tells which rows of certain predictions belong to a slice.
struct SliceMatcher: Sendable {
  private let condition: SliceCondition<SliceColumn>
  private let predictions: Predictions
  private let labels: [[UInt8]]

  /// A matcher for `expression` on `predictions`.
  ///
  /// - Throws: ``SliceExpressionError`` at a column that is not there, or that is a number where a text must be.
  init(_ expression: SliceExpression, _ predictions: Predictions) throws(SliceExpressionError) {
    let columns = SliceColumns(predictions)
    condition = try expression.condition.resolved { name, needsText throws(SliceExpressionError) in
      try columns.column(name, needsText: needsText)
    }
    self.predictions = predictions
    labels = predictions.schema.labels.map { Array($0.text.utf8) }
  }

  /// The rows that belong to the slice, in each batch, ascending, counted within it.
  func offsets() -> [[Int]] {
    concurrentMap(count: predictions.batches.count) { index in
      let batch = predictions.batches[index]
      let cells = SliceCells(
        batch, schema: predictions.schema, firstRow: predictions.batchStarts[index], labels: labels)
      return (0..<batch.count).filter { holds(condition, cells, $0) == true }
    }
  }

  /// Whether a condition holds of a row; nil if that is unknown.
  private func holds(_ condition: SliceCondition<SliceColumn>, _ cells: SliceCells, _ row: Int) -> Bool? {
    switch condition {
    case .all(let parts):
      // False wins, then unknown.
      var result: Bool? = true
      for part in parts {
        let holds = holds(part, cells, row)
        if holds == false { return false }
        if holds == nil { result = nil }
      }
      return result
    case .any(let parts):
      // True wins, then unknown.
      var result: Bool? = false
      for part in parts {
        let holds = holds(part, cells, row)
        if holds == true { return true }
        if holds == nil { result = nil }
      }
      return result
    case .not(let part):
      return holds(part, cells, row).map { !$0 }
    case .compare(let left, let comparison, let right):
      return compare(left, comparison, right, cells, row)
    case .matches(let operand, let pattern):
      return cells.withText(of: operand, at: row) { pattern.matches($0) }
    case .has(let column, let label):
      return cells.has(column, label, at: row)
    }
  }

  private func compare(
    _ left: SliceOperand<SliceColumn>, _ comparison: SliceComparison, _ right: SliceOperand<SliceColumn>,
    _ cells: SliceCells, _ row: Int
  ) -> Bool? {
    guard left.isNumeric || right.isNumeric else {
      return cells.withText(of: left, at: row) { leftText in
        cells.withText(of: right, at: row) { comparison.holds(leftText, $0) }
      }
    }
    guard let left = cells.number(of: left, at: row), let right = cells.number(of: right, at: row) else {
      return nil
    }
    return comparison.holds(left, right)
  }
}
