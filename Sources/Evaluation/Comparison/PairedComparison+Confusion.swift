import Diagnostics

extension PairedComparison {
  /// The cells of truth × prediction in which the two differ, the surest change first.
  ///
  /// A row that both put into the same cell says nothing. Of the others that only one of them has in a cell, each would
  /// fall to either like a fair coin if nothing had changed: the exact binomial p, corrected by Holm for all cells with
  /// such rows. Ties go by the size of the change, then by the order of the labels. Rows count once each, whatever
  /// their weights; empty where rows may have several labels.
  ///
  /// - Complexity: Linear in the rows, O(*n* log *n*) in the cells.
  public func confusionChanges(limit: Int? = nil) -> [ConfusionCellChange] {
    guard pair.schema.task != .multilabel else { return [] }
    let labels = pair.schema.labels
    var cells: [Int: (both: Int, baseline: Int, candidate: Int)] = [:]
    PairedColumns(pair).forEachCell { truth, first, second, rows in
      let (start, rows) = (Int(truth) * labels.count, Int(rows))
      if first == second {
        cells[start + Int(first), default: (0, 0, 0)].both += rows
      } else {
        cells[start + Int(first), default: (0, 0, 0)].baseline += rows
        cells[start + Int(second), default: (0, 0, 0)].candidate += rows
      }
    }
    let changed = cells.filter { $0.value.baseline + $0.value.candidate > 0 }.sorted { $0.key < $1.key }
    let pValues = changed.map { _, cell in
      BinomialTest.twoSidedAtHalf(successes: cell.baseline, trials: cell.baseline + cell.candidate)
    }
    let adjusted = HolmAdjustment.adjusted(pValues)
    let changes = changed.indices.map { index in
      let (key, cell) = changed[index]
      return ConfusionCellChange(
        truth: labels[key / labels.count], predicted: labels[key % labels.count],
        baseline: cell.both + cell.baseline, candidate: cell.both + cell.candidate, pValue: pValues[index],
        adjustedPValue: adjusted[index])
    }
    let order = changes.indices.sorted { left, right in
      (changes[left].pValue, -abs(changes[left].difference), left)
        < (changes[right].pValue, -abs(changes[right].difference), right)
    }
    return order.prefix(max(0, limit ?? .max)).map { changes[$0] }
  }
}
