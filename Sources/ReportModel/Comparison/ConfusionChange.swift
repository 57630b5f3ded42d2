import ChartKit
import Diagnostics
import Evaluation
import Markup

/// What moved between two confusion matrices of the same labels.
enum ConfusionChange {
  /// A cell whose count changed.
  struct Cell: Hashable {
    /// The index of the true label.
    var truth: Int
    /// The index of the predicted label.
    var predicted: Int
    /// Candidate − baseline.
    var change: Double
  }

  /// The cells that changed, row by row.
  ///
  /// - Complexity: O(n log n) in the cells that are not 0.
  static func cells(_ first: ConfusionMatrix, _ second: ConfusionMatrix) -> [Cell] {
    let all =
      first.entries.map { Cell(truth: $0.truth, predicted: $0.predicted, change: -$0.count) }
      + second.entries.map { Cell(truth: $0.truth, predicted: $0.predicted, change: $0.count) }
    var cells: [Cell] = []
    for cell in all.sorted(by: { ($0.truth, $0.predicted) < ($1.truth, $1.predicted) }) {
      if let last = cells.last, last.truth == cell.truth, last.predicted == cell.predicted {
        cells[cells.count - 1].change += cell.change
      } else {
        cells.append(cell)
      }
    }
    return cells.filter { $0.change != 0 }
  }

  /// The largest change of any cell, without its sign.
  static func largest(_ first: ConfusionMatrix, _ second: ConfusionMatrix) -> Double {
    cells(first, second).map { abs($0.change) }.max() ?? 0
  }

  /// The cells whose change exceeds chance, by the order of `labels`.
  static func beyondChance(
    _ changes: [ConfusionCellChange], labels: [ExactString]
  ) -> Set<ConfusionDifferenceChart.Cell> {
    let places = Dictionary(
      labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return Set(
      changes.filter(\.exceedsChance).compactMap { change in
        guard let truth = places[change.truth], let predicted = places[change.predicted] else { return nil }
        return .init(truth: truth, predicted: predicted)
      })
  }

  /// The largest change off the diagonal, as a sentence: the largest beyond chance if there is one, be it on the diagonal.
  ///
  /// Nothing is said about chance where it is not known which cells are `beyond` it.
  static func finding(
    _ first: ConfusionMatrix, _ second: ConfusionMatrix, letter: String,
    beyond: Set<ConfusionDifferenceChart.Cell>? = nil
  ) -> RichText {
    let errors = cells(first, second).filter { $0.truth != $0.predicted }
    func isBeyond(_ cell: Cell) -> Bool {
      beyond?.contains(.init(truth: cell.truth, predicted: cell.predicted)) == true
    }
    func isLess(_ left: Cell, _ right: Cell) -> Bool { abs(left.change) < abs(right.change) }
    let sure =
      errors.filter(isBeyond).max(by: isLess) ?? cells(first, second).filter(isBeyond).max(by: isLess)
    guard let largest = sure ?? errors.max(by: isLess) else {
      return "\(letter) and A make the same errors, counted by label"
    }
    let chance =
      beyond == nil ? "" : isBeyond(largest) ? ", beyond chance" : ", though not beyond chance"
    let truth = Wording.label(first.labels[largest.truth].text)
    let predicted = Wording.label(first.labels[largest.predicted].text)
    let before = NumberText.weight(first[largest.truth, largest.predicted])
    let after = NumberText.weight(second[largest.truth, largest.predicted])
    let frequency = largest.change < 0 ? "less often" : "more often"
    if largest.truth == largest.predicted {
      return "\(letter) is right about \(truth) \(frequency) than A\(chance): \(after) instead of \(before)"
    }
    return
      "\(letter) takes \(truth) for \(predicted) \(frequency) than A\(chance): \(after) instead of \(before)"
  }
}
