import Diagnostics
import FileFormats

/// The rows of one piece of a JSON lines file: as ``PredictionRows``, but each row names the labels it speaks of.
struct JSONRows: Sendable {
  /// The labels seen in rows that are kept.
  private(set) var labels = TextTable()
  /// The true labels of each row.
  private(set) var truth = NumberLists()
  /// The predicted labels of each row; nothing where ``isPredicted`` is false.
  private(set) var predicted = NumberLists()
  /// Whether a row says what is predicted.
  private(set) var isPredicted: [Bool] = []
  /// The labels that each row gives a probability.
  private(set) var scored = NumberLists()
  /// The probabilities of ``scored``.
  private(set) var scores: [Double] = []
  /// The one probability of each row; nothing where rows have several or none.
  private(set) var lone: [Double] = []
  /// The line of each row in this piece, counted from 0.
  private(set) var lines: [Int] = []
  /// The numbers of the rows, counted from 0 in this piece.
  private(set) var numbers: [Int] = []
  /// Whether any row has a weight.
  private(set) var hasWeights = false
  /// What ``PredictionRows`` has too: counts, weights, texts, problems.
  private(set) var rows: PredictionRows

  private var scratch: [UInt8] = []

  /// No rows; `textCount` is how many columns of texts the layout has.
  init(textCount: Int) {
    rows = PredictionRows(scored: [], textCount: textCount)
  }

  /// The number of rows that are kept.
  var count: Int { rows.count }

  /// Keeps a row that begins on `line` of the piece.
  mutating func keep(_ row: JSONRow, _ cursor: JSONCursor, line: Int) {
    scored.append((row.scores ?? []).map { insert(.string($0.label), cursor) })
    scores += (row.scores ?? []).map(\.value)
    if let score = row.lone { lone.append(score) }
    truth.append((row.truth ?? []).map { insert($0, cursor) })
    predicted.append((row.predicted ?? []).map { insert($0, cursor) })
    isPredicted.append(row.predicted != nil)
    hasWeights = hasWeights || row.weight != nil
    rows.weights.append(row.weight ?? 1)
    for (column, cell) in row.texts {
      while rows.texts.count <= column { rows.texts.append(TextRows()) }
      rows.texts[column].fill(to: count)
      cursor.withText(of: cell, &scratch) { rows.texts[column].append($0) }
    }
    for column in rows.texts.indices { rows.texts[column].fill(to: count + 1) }
    lines.append(line)
    numbers.append(rows.rowsRead)
    rows.keep(line: line)
  }

  /// Leaves a row out and notes why.
  mutating func leaveOut(_ fault: JSONRowFault, line: Int) {
    rows.problems.add(fault.kind) {
      RowProblem(
        kind: fault.kind, line: line, column: fault.offset + 1, found: fault.found, expected: fault.expected)
    }
    rows.leaveOut()
  }

  private mutating func insert(_ label: JSONCell, _ cursor: JSONCursor) -> Int32 {
    cursor.withText(of: label, &scratch) { labels.insert($0) }
  }
}
