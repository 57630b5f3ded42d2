import Diagnostics
import Evaluation
import FileFormats

/// The rows of one piece of arrays while they are put together.
struct ArrayRows: Sendable {
  /// The rows; until ``leaveOut(columns:)`` also those that cannot be used.
  var rows: PredictionRows
  /// The first thing wrong with each row that cannot be used, by its number in the piece.
  private(set) var faults: [Int: ArrayRowFault] = [:]
  private let count: Int
  /// The rows that cannot be used, in order.
  private var leftOut: [Int] = []

  /// A piece of `count` rows.
  init(rows: PredictionRows, count: Int) {
    self.rows = rows
    self.count = count
  }

  /// Notes what is wrong with a row, unless something else is.
  mutating func note(_ row: Int, _ fault: @autoclosure () -> ArrayRowFault) {
    if faults[row] == nil { faults[row] = fault() }
  }

  /// Notes the rows without a label.
  mutating func check(_ labels: [Int32], _ array: NumPyArray) {
    for (row, label) in labels.enumerated() where label < 0 {
      note(row, ArrayRowFault(cause: .label(label), array: array))
    }
  }

  /// The numbers in the rows of this piece; rows with one that is no probability are noted.
  mutating func probabilities(in array: NumPyArray, _ range: Range<Int>) throws(FormatError) -> [Double] {
    let values = try array.numbers(in: range)
    let columns = array.columnCount
    var next = Self.firstOutside(values, from: 0)
    while let index = next {
      note(
        index / columns,
        ArrayRowFault(cause: .probability(values[index], column: index % columns), array: array))
      // The rest of a row that is left out is of no interest.
      next = Self.firstOutside(values, from: (index / columns + 1) * columns)
    }
    return values
  }

  /// The offset of the first value that is no probability.
  private static func firstOutside(_ values: [Double], from start: Int) -> Int? {
    values[start...].firstIndex { !($0 >= 0 && $0 <= 1) }
  }

  /// Takes out the rows that cannot be used; `columns` is the number of labels.
  mutating func leaveOut(columns: Int) {
    leftOut = faults.keys.sorted()
    rows.setCounts(rowsRead: count, leftOut: leftOut)
    guard !leftOut.isEmpty else { return }
    rows.truthSets = kept(rows.truthSets, width: columns)
    rows.predictedSets = kept(rows.predictedSets, width: columns)
    rows.probabilities = kept(rows.probabilities, width: columns)
    rows.weights = kept(rows.weights, width: 1)
    for index in rows.texts.indices {
      var column = TextRows()
      for row in keptRows { rows.texts[index].withBytes(of: row) { column.append($0) } }
      rows.texts[index] = column
    }
  }

  /// The labels of the rows that are kept, by their numbers in the table of the piece.
  ///
  /// `labels` has an index into `all` for each row; the first `known` of these are in the table with the same number,
  /// the others come into it as they are met.
  mutating func labelled(_ labels: [Int32], _ all: [ExactString], known: Int) -> [Int32] {
    let labels = kept(labels, width: 1)
    guard all.count > known else { return labels }
    var numbers = (0..<Int32(all.count)).map { $0 < known ? $0 : -1 }
    return labels.map { label in
      if numbers[Int(label)] < 0 { numbers[Int(label)] = rows.labels.insert(all[Int(label)].text) }
      return numbers[Int(label)]
    }
  }

  /// Notes the rows whose probabilities do not sum to 1.
  mutating func noteSums(columns: Int) {
    for (index, row) in keptRows.enumerated() {
      var sum = 0.0
      for value in rows.probabilities[index * columns..<(index + 1) * columns] { sum += value }
      rows.offSums.note(sum, row: row, line: row)
    }
  }

  /// Adds what is wrong with the rows to a log; `firstRow` is the number of the piece's first row in the file.
  func report(to log: inout DiagnosticLog, firstRow: Int) {
    for row in leftOut {
      guard let fault = faults[row] else { continue }
      let kind = fault.kind.diagnosticKind
      if log.keepsMore(of: kind, path: fault.array.path) {
        log.add(fault.diagnostic(row: firstRow + row))
      } else {
        log.count(1, of: kind, path: fault.array.path)
      }
    }
  }

  /// The numbers of the rows that are kept.
  private var keptRows: [Int] {
    leftOut.isEmpty ? Array(0..<count) : (0..<count).filter { faults[$0] == nil }
  }

  /// The values of the rows that are kept, `width` of each.
  private func kept<Value>(_ values: [Value], width: Int) -> [Value] {
    guard !leftOut.isEmpty, !values.isEmpty else { return values }
    return keptRows.flatMap { values[$0 * width..<($0 + 1) * width] }
  }
}
