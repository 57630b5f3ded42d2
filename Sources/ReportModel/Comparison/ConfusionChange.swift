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
  static func cells(_ first: ConfusionMatrix, _ second: ConfusionMatrix) -> [Cell] {
    var changes: [[Int]: Double] = [:]
    for entry in second.entries { changes[[entry.truth, entry.predicted], default: 0] += entry.count }
    for entry in first.entries { changes[[entry.truth, entry.predicted], default: 0] -= entry.count }
    return changes.filter { $0.value != 0 }
      .map { Cell(truth: $0.key[0], predicted: $0.key[1], change: $0.value) }
      .sorted { ($0.truth, $0.predicted) < ($1.truth, $1.predicted) }
  }

  /// The largest change off the diagonal, as a sentence.
  static func finding(_ first: ConfusionMatrix, _ second: ConfusionMatrix, letter: String) -> RichText {
    let changes = cells(first, second)
    guard
      let largest = changes.filter({ $0.truth != $0.predicted }).max(by: { abs($0.change) < abs($1.change) })
    else { return "\(letter) gives the same answers as A, cell by cell" }
    let pair =
      "\(Wording.label(first.labels[largest.truth].text)) → \(Wording.label(first.labels[largest.predicted].text))"
    let before = NumberText.weight(first[largest.truth, largest.predicted])
    let after = NumberText.weight(second[largest.truth, largest.predicted])
    return largest.change < 0
      ? "\(letter) confuses \(pair) less often: \(after) instead of \(before)"
      : "\(letter) confuses \(pair) more often: \(after) instead of \(before)"
  }
}
