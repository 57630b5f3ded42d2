import Diagnostics
import Evaluation

/// Makes full tables of rows that name only the labels they speak of.
struct JSONDensifier {
  /// The order of the labels.
  let labels: JSONLabels
  /// Whether rows may have several labels.
  let isMultilabel: Bool
  /// Whether the file has weights.
  let hasWeights: Bool
  /// How many columns of texts have a role of their own.
  let namedColumnCount: Int
  /// The attributes of the file, in order.
  let attributes: [ExactString]

  /// The rows of a piece, every label in its place; a label without a probability has 0.
  func dense(_ piece: JSONRows, attributes names: [ExactString]) -> PredictionRows {
    var rows = piece.rows
    var table = TextTable()
    for label in labels.scored + labels.others { table.insert(label.text) }
    let numbers = (0..<piece.labels.count).map { number in
      Int(piece.labels.texts.withBytes(of: number) { table.index(of: $0) } ?? 0)
    }
    rows.labels = table
    rows.texts = texts(of: piece, names)
    if !hasWeights { rows.weights = [] }
    rows.probabilities = probabilities(of: piece, numbers)
    if isMultilabel {
      rows.truthSets = sets(piece.truth, piece.count, numbers)
      rows.predictedSets = sets(piece.predicted, piece.count, numbers)
      for row in 0..<piece.count where !piece.isPredicted[row] {
        for label in labels.scored.indices where rows.probabilities[row * scoredCount + label] > 0.5 {
          rows.predictedSets[row * labelCount + label] = 1
        }
      }
      return rows
    }
    rows.truth = (0..<piece.count).map { Int32(numbers[Int(piece.truth[$0].first ?? 0)]) }
    rows.predicted = (0..<piece.count).map { row in
      piece.predicted[row].first.map { Int32(numbers[Int($0)]) }
        ?? Int32(PredictionBatch.indexOfFirstLargest(rows.probabilities[range(of: row)]))
    }
    if scoredCount > 0 {
      for row in 0..<piece.count {
        rows.offSums.note(
          rows.probabilities[range(of: row)].reduce(0, +), row: piece.numbers[row], line: piece.lines[row])
      }
    }
    return rows
  }

  private var scoredCount: Int { labels.scored.count }
  private var labelCount: Int { labels.scored.count + labels.others.count }

  private func range(of row: Int) -> Range<Int> { row * scoredCount..<(row + 1) * scoredCount }

  private func probabilities(of piece: JSONRows, _ numbers: [Int]) -> [Double] {
    var values = [Double](repeating: 0, count: piece.count * scoredCount)
    for row in 0..<piece.count {
      for index in piece.scored.range(of: row) {
        values[row * scoredCount + numbers[Int(piece.scored.values[index])]] = piece.scores[index]
      }
    }
    return values
  }

  private func sets(_ lists: NumberLists, _ count: Int, _ numbers: [Int]) -> [UInt8] {
    var sets = [UInt8](repeating: 0, count: count * labelCount)
    for row in 0..<count {
      for number in lists[row] { sets[row * labelCount + numbers[Int(number)]] = 1 }
    }
    return sets
  }

  /// The columns of texts: those with a role of their own, then the attributes of the file.
  private func texts(of piece: JSONRows, _ names: [ExactString]) -> [TextRows] {
    var empty = TextRows()
    empty.fill(to: piece.count)
    func column(_ number: Int) -> TextRows {
      number < piece.rows.texts.count ? piece.rows.texts[number] : empty
    }
    var positions: [ExactString: Int] = [:]
    for (position, name) in names.enumerated() { positions[name] = namedColumnCount + position }
    return (0..<namedColumnCount).map { column($0) } + attributes.map { positions[$0].map(column) ?? empty }
  }
}
