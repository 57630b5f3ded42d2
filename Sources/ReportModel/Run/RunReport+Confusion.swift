import ChartKit
import Diagnostics
import Evaluation
import Markup

extension RunReport {
  /// The confusion matrix beside or above the pairs that are confused most.
  var confusionSection: ReportSection? {
    guard let evaluation, let confusion = evaluation.confusion, evaluation.rowCount > 0 else { return nil }
    let figures = [
      matrixFigure(confusion, of: evaluation), pairsFigure(evaluation), recallFigure(evaluation),
    ].compactMap(\.self)
    guard !figures.isEmpty else { return nil }
    // A matrix of many labels takes the whole width.
    let isWide = figures.contains { figure in
      guard case .chart(let chart) = figure.body, case .figure(.large, _) = chart.drawing().setting else {
        return false
      }
      return true
    }
    return ReportSection(
      slug: "confusion", title: "Confusion",
      blocks: figures.count == 1 || isWide
        ? figures.map { .figure($0) } : [.columns(figures.map { [.figure($0)] }, leadsWithFirst: true)])
  }

  private func matrixFigure(
    _ confusion: ConfusionMatrix, of evaluation: ClassificationEvaluation
  ) -> ReportFigure? {
    guard let chart = ConfusionMatrixChart(confusion, noun: noun) else { return nil }
    var what: RichText =
      "Confusion matrix, counts and share of the true label, \(sample). Grey: right. Blue: wrong, darker for a larger share."
    if let coverage = chart.coverage { what = what + " \(coverage)" }
    return ReportFigure(
      slug: "confusion-matrix",
      finding: ConfusionFinding.text(evaluation, pairs: confusedPairs, noun: noun), what: what, chart: chart,
      howToRead:
        "A row holds the \(noun.plural) of one true label, spread over what they were called. The grey diagonal is right; in a blue cell the row’s label was taken for the column’s."
    )
  }

  /// Of more labels than this the matrix shows a part only.
  private static let matrixLimit = 150

  /// The recall of every label, where the matrix does not show all.
  private func recallFigure(_ evaluation: ClassificationEvaluation) -> ReportFigure? {
    guard evaluation.schema.labels.count > Self.matrixLimit else { return nil }
    let chart = DotStackChart(
      names: evaluation.perLabel.map { Wording.label($0.label.text) },
      values: evaluation.perLabel.map(\.recall.number), metric: "recall")
    return ReportFigure(
      slug: "recall-of-all", finding: chart.finding.map { RichText(plain: $0) },
      what: "Recall of every label, \(sample)." + (chart.omission.map { " \($0)." } ?? ""), chart: chart,
      howToRead: "Each dot is a label; where many have about the same recall, their dots form a stack.")
  }

  private static let pairLimit = 12

  private func pairsFigure(_ evaluation: ClassificationEvaluation) -> ReportFigure? {
    guard let largest = confusedPairs.first, evaluation.schema.labels.count > 2 else { return nil }
    let shown = confusedPairs.prefix(Self.pairLimit)
    let bars = BarCell(longest: largest.count)
    let rest = confusedPairs.count - shown.count
    let file: RichText =
      hasFiles ? " All are in \(PageFiles.confusedPairs, link: .file(PageFiles.confusedPairs))." : ""
    return ReportFigure(
      slug: "confused-pairs", finding: pairsFinding(shown),
      what: "Confused pairs, ranked by count."
        + (rest > 0 ? " Not listed: \(Wording.count(rest, "more pair"))." : "") + file,
      table: ReportTable(
        label: "Confused pairs",
        columns: [
          .init("Truth → predicted"), .init("n", .tightNumber), .init("Plotted", .plot),
          .init("% of truth", .number),
        ],
        rows: shown.map { pair in
          .init([
            "\(Wording.label(pair.truth.text)) → \(Wording.label(pair.predicted.text))",
            .init(plain: NumberText.weight(pair.count)),
            .init(drawing: bars.bar(pair.count)),
            .init(plain: NumberText.fixed(100 * pair.shareOfTruth, decimals: 1)),
          ])
        }))
  }

  private func pairsFinding(_ shown: ArraySlice<ConfusedPair>) -> RichText {
    let total = confusedPairs.reduce(0) { $0 + $1.count }
    let covered = shown.reduce(0) { $0 + $1.count }
    let pairs = Wording.count(shown.count, "pair")
    let makeUp = shown.count == 1 ? "makes up" : "make up"
    guard shown.count == confusedPairs.count else {
      return "\(pairs) \(makeUp) \(NumberText.weight(covered)) of the \(NumberText.weight(total)) errors"
    }
    return total == 1
      ? "\(pairs) \(makeUp) the only error" : "\(pairs) \(makeUp) all \(NumberText.weight(total)) errors"
  }
}
