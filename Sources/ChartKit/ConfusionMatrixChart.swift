import Markup

/// Which labels are taken for which: truth in rows, predictions in columns.
///
/// The right answers are grey with their recall; only errors are coloured, by their share of the true label, on a scale
/// that is the same in every matrix. Up to 12 labels every cell shows its count, up to 40 its percentage from 5 % on,
/// up to 150 only its colour, and beyond that the 40 labels with most errors are drawn with the rest as "other".
package struct ConfusionMatrixChart: Chart, Hashable {
  /// The numbers as given.
  let counts: ConfusionCounts
  /// What is counted, in the plural.
  package let noun: String
  /// Whether it is one of several side by side: counts only, small cells.
  package let isSmall: Bool
  /// Names whose matrix it is, where several stand side by side.
  package let subject: String?

  /// The numbers as drawn.
  let shown: ConfusionCounts

  /// A matrix.
  ///
  /// - Parameters:
  ///   - labels: the labels, in the order of rows and columns.
  ///   - counts: `counts[t][p]`: examples of label `t` that were called `p`, by weight if they have weights.
  ///   - noun: what is counted, in the plural.
  ///   - isSmall: whether it is one of several side by side.
  ///   - subject: whose matrix it is, where several stand side by side.
  package init(
    labels: [String], counts: [[Double]], noun: String = "examples", isSmall: Bool = false,
    subject: String? = nil
  ) {
    self.counts = ConfusionCounts(labels: labels, cells: counts)
    self.noun = noun
    self.isSmall = isSmall
    self.subject = subject
    switch labels.count {
    case ...40: shown = self.counts
    case ...150: shown = self.counts.ordered(self.counts.orderByConfusion)
    default: shown = self.counts.reduced(to: 40, by: self.counts.errors)
    }
  }

  /// What the matrix leaves out, as a sentence for the caption; nothing when it shows all labels.
  package var coverage: String? {
    guard let rest = shown.rest else { return nil }
    let all = counts.total - counts.correct
    let covered = shown.errors[..<rest].reduce(0, +)
    return "The \(rest) labels with most errors of \(NumberText.integer(counts.labels.count)), the rest as "
      + "“other”: their rows hold \(CountText.text(covered)) of \(CountText.text(all)) errors"
      + (all > 0 ? " (\(NumberText.percent(covered / all, decimals: 0)))." : ".")
  }

  package var title: String {
    "Confusion matrix of " + (subject.map(DisplayName.inSentence) ?? "\(counts.labels.count) labels")
  }

  package var summary: String {
    let size = NumberText.integer(shown.labels.count)
    let largest = counts.pairs.prefix(4).map { pair in
      "\(DisplayName.inSentence(counts.labels[pair.truth])) called "
        + "\(DisplayName.inSentence(counts.labels[pair.predicted])), \(CountText.text(pair.count))"
    }
    return "\(size) by \(size) matrix, truth in rows. \(CountText.text(counts.correct)) of "
      + "\(CountText.text(counts.total)) \(noun) on the diagonal. "
      + (largest.isEmpty ? "No errors." : "Largest errors: \(largest.joined(separator: "; ")).")
  }

  /// The whole matrix up to 12 labels, beyond that the confusions, the largest first.
  package var table: ChartTable {
    guard counts.labels.count <= 12 else {
      return ChartTable(
        columns: [.text("Truth"), .text("Predicted"), .number("n"), .number("% of truth")],
        items: counts.pairs
      ) { pair in
        [
          counts.labels[pair.truth], counts.labels[pair.predicted], CountText.text(pair.count),
          NumberText.fixed(100 * counts.share(pair.truth, pair.predicted), decimals: 1),
        ]
      }
    }
    return ChartTable(
      columns: [.text("Truth \\ predicted")] + counts.labels.map { .number($0) } + [.number("n")],
      items: counts.labels.indices
    ) { truth in
      [counts.labels[truth]] + counts.cells[truth].map(CountText.text) + [
        CountText.text(counts.totals[truth])
      ]
    }
  }

  package func drawing() -> Drawing {
    if isSmall { return smallDrawing() }
    return switch shown.labels.count {
    case ...12: fullDrawing()
    case ...41: denseDrawing()
    default: blockDrawing()
    }
  }

  /// What a cell says when a pointer rests on it.
  func tooltip(_ truth: Int, _ predicted: Int) -> String {
    let total = CountText.text(shown.totals[truth])
    let count = CountText.text(shown.cells[truth][predicted])
    let name = DisplayName.inSentence(shown.labels[truth])
    if truth == predicted, truth != shown.rest {
      return "\(name): \(count) of \(total) right, recall \(NumberText.score(shown.share(truth, truth)))"
    }
    return "\(name) called \(DisplayName.inSentence(shown.labels[predicted])): \(count) of \(total), "
      + NumberText.percent(shown.share(truth, predicted))
  }

  /// The step of colour, 1 to 9, of an error that is this share of its row.
  ///
  /// The steps are the same for all matrices, so that neighbours compare, and finer where errors are rare.
  static func colorStep(share: Double) -> Int {
    1 + [0.005, 0.015, 0.025, 0.04, 0.06, 0.1, 0.2, 0.4].prefix { share >= $0 }.count
  }
}
