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
      let cells = SliceCells(
        predictions.batches[index], schema: predictions.schema, firstRow: predictions.batchStarts[index],
        labels: labels)
      return holds(condition, cells).indices(of: true)
    }
  }

  /// Whether a condition holds of each row; nil where that is unknown.
  private func holds(_ condition: SliceCondition<SliceColumn>, _ cells: SliceCells) -> [Bool?] {
    switch condition {
    case .all(let parts): combine(parts, cells, deciding: false)
    case .any(let parts): combine(parts, cells, deciding: true)
    case .not(let part): holds(part, cells).map { holds in holds.map { !$0 } }
    case .compare(let left, let comparison, let right):
      left.isNumeric || right.isNumeric
        ? zip(cells.numbers(of: left), cells.numbers(of: right)).map { left, right in
          left.isNaN || right.isNaN ? nil : comparison.holds(left, right)
        } : compareTexts(left, comparison, right, cells)
    case .member(let operand, let literals): membership(of: operand, literals, cells)
    case .matches(let operand, let pattern): answers(operand, cells) { pattern.matches($1) }
    case .has(let column, let label): cells.has(column, label)
    }
  }

  /// The conditions joined: what decides in any of them, else unknown if any of them is, else the opposite.
  ///
  /// Each is asked only about the rows that those before it did not decide.
  private func combine(
    _ parts: [SliceCondition<SliceColumn>], _ cells: SliceCells, deciding: Bool
  ) -> [Bool?] {
    var result = [Bool?](repeating: !deciding, count: cells.rows.count)
    var open = Array(cells.rows.indices)
    for part in parts where !open.isEmpty {
      let answers = holds(part, open.count == cells.rows.count ? cells : cells.at(open))
      var rest: [Int] = []
      for (place, answer) in zip(open, answers) {
        if answer == deciding {
          result[place] = deciding
        } else {
          if answer == nil { result[place] = nil }
          rest.append(place)
        }
      }
      open = rest
    }
    return result
  }

  private func compareTexts(
    _ left: SliceOperand<SliceColumn>, _ comparison: SliceComparison, _ right: SliceOperand<SliceColumn>,
    _ cells: SliceCells
  ) -> [Bool?] {
    if case .text(let text) = right {
      return text.withUnsafeBufferPointer { text in
        answers(left, cells) { comparison.holds($1, text) }
      }
    }
    var others = TextColumn()
    cells.forEachText(of: right) { others.append($1) }
    return answers(left, cells) { place, text in
      others.withBytes(of: place) { comparison.holds(text, $0) }
    }
  }

  /// Whether a value equals one of some literals: unknown where it equals none, and is unknown to equal one.
  private func membership(
    of operand: SliceOperand<SliceColumn>, _ literals: SliceLiterals, _ cells: SliceCells
  ) -> [Bool?] {
    if operand.isNumeric {
      let texts = literals.texts.map { DecimalNumber.value(of: $0) }
      let numbers = literals.numbers.union(texts.compactMap(\.self))
      let otherwise: Bool? = texts.contains(nil) ? nil : false
      return cells.numbers(of: operand).map { $0.isNaN ? nil : numbers.contains($0) ? true : otherwise }
    }
    let asTexts: [Bool?] =
      literals.texts.isEmpty
      ? [Bool?](repeating: false, count: cells.rows.count)
      : answers(operand, cells) { literals.texts.contains(Array($1)) }
    guard !literals.numbers.isEmpty else { return asTexts }
    return zip(asTexts, cells.numbers(of: operand)).map { isText, number in
      isText == true || literals.numbers.contains(number) ? true : number.isNaN ? nil : false
    }
  }

  /// What `answer` says of the text that a value is in each row.
  private func answers(
    _ operand: SliceOperand<SliceColumn>, _ cells: SliceCells,
    _ answer: (Int, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> [Bool?] {
    var answers = [Bool?](repeating: nil, count: cells.rows.count)
    cells.forEachText(of: operand) { answers[$0] = answer($0, $1) }
    return answers
  }
}

extension [Bool?] {
  /// The places of an answer.
  fileprivate func indices(of answer: Bool) -> [Int] {
    indices.filter { self[$0] == answer }
  }
}
