/// Which labels are taken for which: truth in rows, predictions in columns.
package struct ConfusionMatrixChart: Chart, Hashable {
  /// The labels, in the order of rows and columns.
  package let labels: [String]
  /// `counts[t][p]`: examples of label `t` that were called `p`, by weight if they have weights.
  package let counts: [[Double]]
  /// What is counted, in the plural.
  package let noun: String
  /// Whether it is one of several side by side: counts only, small cells.
  package let isSmall: Bool
  /// Names whose matrix it is, where several stand side by side.
  package let subject: String?

  /// A matrix; `counts` is square with one row for each label.
  package init(
    labels: [String], counts: [[Double]], noun: String = "examples", isSmall: Bool = false,
    subject: String? = nil
  ) {
    precondition(
      counts.count == labels.count && counts.allSatisfy { $0.count == labels.count },
      "a confusion matrix has a row and a column for each label")
    self.labels = labels
    self.counts = counts
    self.noun = noun
    self.isSmall = isSmall
    self.subject = subject
  }

  /// What the matrix leaves out, as a sentence for the caption; nothing when it shows all labels.
  package var coverage: String? { nil }
  package var title: String { "" }
  package var summary: String { "" }
  package var table: ChartTable { ChartTable(columns: [], rows: []) }
  package func drawing() -> Drawing { Drawing(width: 0, height: 0, setting: .cell) }
}
