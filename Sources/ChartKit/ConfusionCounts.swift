/// The numbers of a confusion matrix: `cells[t][p]`, truth in rows, predictions in columns.
struct ConfusionCounts: Hashable, Sendable {
  /// The labels, in the order of rows and columns.
  let labels: [String]
  /// How many examples of label `t` were called `p`; finite and not negative.
  let cells: [[Double]]
  /// How many examples each label has.
  let totals: [Double]
  /// Which label gathers the rest, if one does; its diagonal holds errors too.
  let rest: Int?

  /// The numbers; what is negative or not finite counts as 0.
  init(labels: [String], cells: [[Double]], rest: Int? = nil) {
    precondition(
      cells.count == labels.count && cells.allSatisfy { $0.count == labels.count },
      "a confusion matrix has a row and a column for each label")
    self.labels = labels
    self.cells = cells.map { row in row.map { $0.isFinite && $0 > 0 ? $0 : 0 } }
    totals = self.cells.map { $0.reduce(0, +) }
    self.rest = rest
  }

  /// How many examples there are.
  var total: Double { totals.reduce(0, +) }
  /// How many lie on the diagonal.
  var correct: Double { labels.indices.reduce(0) { $0 + cells[$1][$1] } }
  /// How many examples of each label were called something else.
  var errors: [Double] { labels.indices.map { totals[$0] - cells[$0][$0] } }

  /// The part of a row that a cell holds, 0...1; 0 for a label without examples.
  func share(_ truth: Int, _ predicted: Int) -> Double {
    totals[truth] > 0 ? cells[truth][predicted] / totals[truth] : 0
  }

  /// A confusion: an error cell with something in it.
  struct Pair: Hashable, Sendable {
    let truth: Int
    let predicted: Int
    let count: Double
  }

  /// All confusions, the largest first; ties by the larger share of the row, then in reading order.
  var pairs: [Pair] {
    var pairs: [Pair] = []
    for truth in labels.indices {
      for predicted in labels.indices where truth != predicted && cells[truth][predicted] > 0 {
        pairs.append(Pair(truth: truth, predicted: predicted, count: cells[truth][predicted]))
      }
    }
    return pairs.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.count != b.count { return a.count > b.count }
      let (first, second) = (share(a.truth, a.predicted), share(b.truth, b.predicted))
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }
}
