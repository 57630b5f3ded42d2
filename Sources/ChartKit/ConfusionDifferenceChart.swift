import Markup

/// What changed between the confusion matrices of two runs on the same examples: candidate − baseline.
///
/// Blue is better: more on the diagonal or less beside it; orange is worse. Colours are centred on 0 and equally deep for
/// equal changes in either direction. Beyond 40 labels, the 40 whose rows changed most are shown and the rest is "other".
package struct ConfusionDifferenceChart: Chart, Hashable {
  /// A cell by its row and column.
  package struct Cell: Hashable, Sendable {
    /// The row, by its position among the labels.
    package var truth: Int
    /// The column, by its position among the labels.
    package var predicted: Int

    /// A cell.
    package init(truth: Int, predicted: Int) {
      self.truth = truth
      self.predicted = predicted
    }
  }

  let baseline: ConfusionCounts
  let candidate: ConfusionCounts
  /// What the baseline is called.
  package let baselineName: String
  /// What the candidate is called.
  package let candidateName: String
  /// The difference at which colours are deepest; several figures share one to be comparable.
  package let limit: Double
  /// The cells that are outlined because their difference exceeds chance.
  package let outlined: Set<Cell>

  /// A difference of two matrices with the same labels.
  ///
  /// - Parameters:
  ///   - labels: the labels, in the order of rows and columns.
  ///   - baseline: `baseline[t][p]`: examples of label `t` that the baseline called `p`.
  ///   - candidate: the same of the candidate.
  ///   - baselineName: what the baseline is called.
  ///   - candidateName: what the candidate is called.
  ///   - limit: the difference at which colours are deepest; unless given the largest of any cell, and 5 at least,
  ///     lest a change of one example look dramatic.
  ///   - outlined: the cells whose difference exceeds chance.
  package init(
    labels: [String], baseline: [[Double]], candidate: [[Double]], baselineName: String = "A",
    candidateName: String = "B", limit: Double? = nil, outlined: Set<Cell> = []
  ) {
    let before = ConfusionCounts(labels: labels, cells: baseline)
    let after = ConfusionCounts(labels: labels, cells: candidate)
    self.baselineName = baselineName
    self.candidateName = candidateName
    self.limit = limit ?? max(5, Self.largestDifference(baseline, candidate))
    guard labels.count > Self.labelLimit else {
      (self.baseline, self.candidate, self.outlined) = (before, after, outlined)
      return
    }
    let changes = labels.indices.map { truth in
      zip(before.cells[truth], after.cells[truth]).reduce(0) { $0 + ($1.1 - $1.0).magnitude }
    }
    self.baseline = before.reduced(to: Self.labelLimit, by: changes)
    self.candidate = after.reduced(to: Self.labelLimit, by: changes)
    let kept = ConfusionCounts.heaviest(Self.labelLimit, by: changes)
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    // A cell that is gathered with others is no cell of its own.
    self.outlined = Set(
      outlined.compactMap { cell in
        guard let truth = places[cell.truth], let predicted = places[cell.predicted] else { return nil }
        return Cell(truth: truth, predicted: predicted)
      })
  }

  /// With more labels than these, those whose rows changed most are shown and the rest is gathered.
  static let labelLimit = 40

  /// The largest difference of any cell, as the `limit` of figures that are to be compared.
  package static func largestDifference(_ baseline: [[Double]], _ candidate: [[Double]]) -> Double {
    zip(baseline, candidate).reduce(0) { largest, rows in
      zip(rows.0, rows.1).reduce(largest) { max($0, ($1.1 - $1.0).magnitude) }
    }
  }

  /// Cells that differ, the largest difference first; ties in reading order.
  var changes: [(cell: Cell, difference: Double)] {
    var changes: [(cell: Cell, difference: Double)] = []
    for truth in baseline.labels.indices {
      for predicted in baseline.labels.indices {
        let difference = candidate.cells[truth][predicted] - baseline.cells[truth][predicted]
        if difference != 0 { changes.append((Cell(truth: truth, predicted: predicted), difference)) }
      }
    }
    return changes.enumerated().sorted {
      let (left, right) = ($0.element.difference.magnitude, $1.element.difference.magnitude)
      return left == right ? $0.offset < $1.offset : left > right
    }.map(\.element)
  }

  package var title: String {
    "Difference of the confusion matrices of \(DisplayName.inSentence(candidateName)) and "
      + DisplayName.inSentence(baselineName)
  }

  package var summary: String {
    let changes = changes
    let size = baseline.labels.count
    guard !changes.isEmpty else { return "\(size) by \(size) matrix. No cell differs." }
    let largest = changes.prefix(3).map { "\(words($0.cell)) \(CountText.difference($0.difference))" }
    return "\(size) by \(size) matrix, truth in rows, candidate minus baseline. "
      + "\(NumberText.integer(changes.count)) cells differ. Largest changes: "
      + "\(largest.joined(separator: "; ")).\(beyondChance)"
  }

  /// How many cells are outlined, in words; nothing without any.
  private var beyondChance: String {
    switch outlined.count {
    case 0: ""
    case 1: " The outlined cell differs beyond chance."
    case let count: " The \(NumberText.integer(count)) outlined cells differ beyond chance."
    }
  }

  package var table: ChartTable {
    ChartTable(
      columns: [
        .text("Truth"), .text("Predicted"), .number(baselineName), .number(candidateName),
        .number("Difference"),
      ] + (outlined.isEmpty ? [] : [.text("Beyond chance")]),
      items: changes
    ) { change in
      let (truth, predicted) = (change.cell.truth, change.cell.predicted)
      return [
        baseline.labels[truth], baseline.labels[predicted],
        CountText.text(baseline.cells[truth][predicted]), CountText.text(candidate.cells[truth][predicted]),
        CountText.difference(change.difference),
      ] + (outlined.isEmpty ? [] : [outlined.contains(change.cell) ? "yes" : "no"])
    }
  }

  /// The step of colour, 1 (better) to 11 (worse), of a gain: more right answers or fewer errors.
  static func colorStep(gain: Double, limit: Double) -> Int {
    guard gain != 0, limit > 0 else { return 6 }
    let depth = min(5, max(1, Int((5 * (gain.magnitude / limit)).rounded(.up))))
    return gain > 0 ? 6 - depth : 6 + depth
  }

  func words(_ cell: Cell) -> String {
    let truth = DisplayName.inSentence(baseline.labels[cell.truth])
    return cell.truth == cell.predicted
      ? "\(truth) right" : "\(truth) called \(DisplayName.inSentence(baseline.labels[cell.predicted]))"
  }
}
