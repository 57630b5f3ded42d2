/// What changed between the confusion matrices of two runs on the same examples: candidate − baseline.
package struct ConfusionDifferenceChart: Chart, Hashable {
  /// The labels, in the order of rows and columns.
  package let labels: [String]
  /// `baseline[t][p]`: examples of label `t` that the baseline called `p`.
  package let baseline: [[Double]]
  /// `candidate[t][p]`: the same of the candidate.
  package let candidate: [[Double]]
  /// What is counted, in the plural.
  package let noun: String
  /// The difference at which colours are fullest; several figures share one to be comparable.
  package let limit: Double
  /// The cells that are outlined because their difference exceeds chance.
  package let outlined: Set<Cell>

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

  /// A difference; without `limit` the largest difference of any cell is used.
  package init(
    labels: [String], baseline: [[Double]], candidate: [[Double]], noun: String = "examples",
    limit: Double? = nil, outlined: Set<Cell> = []
  ) {
    self.labels = labels
    self.baseline = baseline
    self.candidate = candidate
    self.noun = noun
    self.limit = limit ?? 0
    self.outlined = outlined
  }

  package var title: String { "" }
  package var summary: String { "" }
  package var table: ChartTable { ChartTable(columns: [], rows: []) }
  package func drawing() -> Drawing { Drawing(width: 0, height: 0, setting: .cell) }
}
