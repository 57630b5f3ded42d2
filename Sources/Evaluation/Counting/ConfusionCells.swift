/// The cells of a confusion matrix while rows are still being added.
///
/// Few labels have a table, many a dictionary of the cells that occur, so that memory never grows with the square
/// of the number of labels.
struct ConfusionCells: Sendable {
  private let labelCount: Int
  private var table: [Double]
  private var sparse: [Int: Double] = [:]

  /// Up to so many labels, cells are kept in a table.
  static let largestTable = 256

  init(labelCount: Int) {
    self.labelCount = labelCount
    let isTable = labelCount <= Self.largestTable
    table = isTable ? [Double](repeating: 0, count: labelCount * labelCount) : []
  }

  /// Adds one to the cell of every row.
  mutating func add(truth: [Int32], predicted: [Int32]) {
    guard labelCount > Self.largestTable else {
      for (truth, predicted) in zip(truth, predicted) {
        table[Int(truth) * labelCount + Int(predicted)] += 1
      }
      return
    }
    for (truth, predicted) in zip(truth, predicted) {
      sparse[Int(truth) * labelCount + Int(predicted), default: 0] += 1
    }
  }

  /// Adds the weight of every row to its cell.
  mutating func add(truth: [Int32], predicted: [Int32], weights: [Double]) {
    for row in weights.indices {
      let cell = Int(truth[row]) * labelCount + Int(predicted[row])
      if table.isEmpty { sparse[cell, default: 0] += weights[row] } else { table[cell] += weights[row] }
    }
  }

  /// Adds the cells of other rows.
  mutating func merge(_ other: ConfusionCells) {
    for cell in table.indices { table[cell] += other.table[cell] }
    sparse.merge(other.sparse, uniquingKeysWith: +)
  }

  /// The cells that are not 0, in no particular order.
  var entries: [ConfusionMatrix.Entry] {
    let cells = table.isEmpty ? sparse.map { ($0.key, $0.value) } : Array(table.enumerated())
    return cells.filter { $0.1 != 0 }.map { cell, count in
      ConfusionMatrix.Entry(truth: cell / labelCount, predicted: cell % labelCount, count: count)
    }
  }
}
