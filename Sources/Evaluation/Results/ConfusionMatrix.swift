public import Diagnostics

/// How often each true label was predicted as each label: truth in rows, predictions in columns.
///
/// Cells are sums of weights, whole numbers while rows are unweighted. A matrix of many labels holds only the cells
/// that are not 0.
public struct ConfusionMatrix: Hashable, Sendable {
  /// The labels of the rows and of the columns, in this order.
  public let labels: [ExactString]
  /// The cells that are not 0, by row, then by column.
  public let entries: [Entry]
  /// The sum of each row: the weight of the rows of which the label is true.
  public let truthTotals: [Double]
  /// The sum of each column: the weight of the rows for which the label was predicted.
  public let predictedTotals: [Double]
  /// Where the entries of each row begin, then their number.
  private let rowStarts: [Int]

  /// A cell that is not 0.
  public struct Entry: Hashable, Sendable {
    /// The index of the true label.
    public var truth: Int
    /// The index of the predicted label.
    public var predicted: Int
    /// The weight of such rows.
    public var count: Double

    /// A cell.
    public init(truth: Int, predicted: Int, count: Double) {
      self.truth = truth
      self.predicted = predicted
      self.count = count
    }
  }

  /// A matrix of these cells; cells of 0 are dropped, each may be given once.
  ///
  /// - Precondition: Every index is that of a label.
  /// - Complexity: O(*n* log *n*) in the number of cells.
  public init(labels: [ExactString], entries: [Entry]) {
    self.labels = labels
    self.entries = entries.filter { $0.count != 0 }.sorted {
      ($0.truth, $0.predicted) < ($1.truth, $1.predicted)
    }
    var truthTotals = [Double](repeating: 0, count: labels.count)
    var predictedTotals = truthTotals
    var rowStarts = [Int](repeating: 0, count: labels.count + 1)
    for entry in self.entries {
      truthTotals[entry.truth] += entry.count
      predictedTotals[entry.predicted] += entry.count
      rowStarts[entry.truth + 1] += 1
    }
    for row in labels.indices { rowStarts[row + 1] += rowStarts[row] }
    self.truthTotals = truthTotals
    self.predictedTotals = predictedTotals
    self.rowStarts = rowStarts
  }

  /// The weight of the rows with this true label for which that label was predicted.
  ///
  /// - Complexity: Logarithmic in the number of cells of the row that are not 0.
  public subscript(truth: Int, predicted: Int) -> Double {
    var low = rowStarts[truth]
    var high = rowStarts[truth + 1]
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].predicted < predicted { low = middle + 1 } else { high = middle }
    }
    guard low < rowStarts[truth + 1], entries[low].predicted == predicted else { return 0 }
    return entries[low].count
  }

  /// The weight of all rows.
  public var total: Double { truthTotals.reduce(0, +) }

  /// All cells, row by row; meant for few labels.
  ///
  /// - Complexity: Quadratic in the number of labels.
  public var dense: [[Double]] {
    var rows = [[Double]](repeating: .init(repeating: 0, count: labels.count), count: labels.count)
    for entry in entries { rows[entry.truth][entry.predicted] = entry.count }
    return rows
  }
}
