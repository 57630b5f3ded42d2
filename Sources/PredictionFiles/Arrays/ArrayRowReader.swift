import Diagnostics
import FileFormats

/// Reads the rows of arrays, a piece at a time.
struct ArrayRowReader: Sendable {
  /// The arrays.
  let table: ArrayTable
  /// The rows of each piece.
  let pieces: [Range<Int>]
  /// What the labels mean; none where rows may have several.
  let order: ArrayLabelOrder?
  /// The labels that every piece knows: those with probabilities where there are any.
  let known: [ExactString]

  /// The labels with probabilities.
  var scored: [String] { table.probabilities == nil ? [] : known.map(\.text) }
  /// The labels without.
  var others: [String] { table.probabilities == nil ? known.map(\.text) : [] }

  /// The rows of a piece, and what is wrong with those that are left out, by their number in the piece.
  func rows(of piece: Int) throws(FormatError) -> ArrayRows {
    let range = pieces[piece]
    var result = ArrayRows(
      rows: PredictionRows(scored: scored, others: others, textCount: table.texts.count), count: range.count)
    if let order {
      result.check(order.truth.numbers[piece], table.truth)
      if let predicted = order.predicted, let array = table.predicted {
        result.check(predicted.numbers[piece], array)
      }
    } else {
      result.rows.truthSets = try indicators(table.truth, range, &result)
      if let array = table.predicted { result.rows.predictedSets = try indicators(array, range, &result) }
    }
    if let array = table.probabilities {
      let values = try result.probabilities(in: array, range)
      result.rows.probabilities = order?.lone?.columns(values) ?? values
    }
    if let array = table.weights { try readWeights(array, range, &result) }
    for (number, text) in table.texts.enumerated() { try readTexts(text.array, number, range, &result) }
    result.leaveOut(columns: known.count)
    setLabels(piece, &result)
    return result
  }

  private func indicators(
    _ array: NumPyArray, _ range: Range<Int>, _ result: inout ArrayRows
  ) throws(FormatError) -> [UInt8] {
    let values = try array.numbers(in: range)
    for (index, value) in values.enumerated() where value != 0 && value != 1 {
      result.note(
        index / array.columnCount,
        ArrayRowFault(cause: .indicator(value, column: index % array.columnCount), array: array))
    }
    return values.map { $0 == 1 ? 1 : 0 }
  }

  private func readWeights(
    _ array: NumPyArray, _ range: Range<Int>, _ result: inout ArrayRows
  ) throws(FormatError) {
    let values = try array.numbers(in: range)
    for (row, value) in values.enumerated() where !(value >= 0 && value.isFinite) {
      result.note(row, ArrayRowFault(cause: .weight(value), array: array))
    }
    result.rows.weights = values
  }

  private func readTexts(
    _ array: NumPyArray, _ number: Int, _ range: Range<Int>, _ result: inout ArrayRows
  ) throws(FormatError) {
    var column = TextRows()
    var faults: [Int] = []
    try array.texts(in: range) { text in
      if let text { column.append(text) } else { faults.append(column.count); column.append("") }
    }
    for row in faults { result.note(row, ArrayRowFault(cause: .encoding, array: array)) }
    result.rows.texts[number] = column
  }

  /// Gives the rows that are kept their labels.
  private func setLabels(_ piece: Int, _ result: inout ArrayRows) {
    let scoredCount = scored.count
    if let order {
      result.rows.truth = result.labelled(order.truth.numbers[piece], order.all, known: known.count)
      if let predicted = order.predicted {
        result.rows.predicted = result.labelled(predicted.numbers[piece], order.all, known: known.count)
      } else {
        result.rows.predicted = FirstLargest.offsets(
          in: result.rows.probabilities, columns: scoredCount, rows: result.rows.count)
      }
      if scoredCount > 0, order.lone == nil { result.noteSums(columns: scoredCount) }
    } else if table.predicted == nil {
      result.rows.predictedSets = result.rows.probabilities.map { $0 > 0.5 ? 1 : 0 }
    }
  }
}
