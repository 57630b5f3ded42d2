import ChartKit
import Diagnostics
import Evaluation
import Markup

extension RunReport {
  /// The confusion matrix beside the pairs that are confused most.
  var confusionSection: ReportSection? {
    guard let evaluation else { return nil }
    guard let confusion = evaluation.confusion else { return nil }
    let chart = ConfusionMatrixChart(confusion, noun: noun)
    var what: RichText =
      "Confusion matrix, counts and share of the true label, \(sample). Grey: right. Blue: wrong, darker for a larger share."
    if let coverage = chart.coverage { what = what + " \(coverage)" }
    let matrix = ReportFigure(
      slug: "confusion-matrix", finding: ConfusionFinding.text(evaluation, noun: noun), what: what,
      chart: chart)
    guard let pairs = pairsFigure(evaluation) else {
      return ReportSection(slug: "confusion", title: "Confusion", blocks: [.figure(matrix)])
    }
    return ReportSection(
      slug: "confusion", title: "Confusion",
      blocks: [.columns([[.figure(matrix)], [.figure(pairs)]], leadsWithFirst: true)])
  }

  private static let pairLimit = 12

  private func pairsFigure(_ evaluation: ClassificationEvaluation) -> ReportFigure? {
    let pairs = evaluation.confusedPairs()
    guard let largest = pairs.first, evaluation.schema.labels.count > 2 else { return nil }
    let shown = pairs.prefix(Self.pairLimit)
    let bars = BarCell(longest: largest.count)
    let total = pairs.reduce(0) { $0 + $1.count }
    let covered = shown.reduce(0) { $0 + $1.count }
    let rest = pairs.count - shown.count
    return ReportFigure(
      slug: "confused-pairs",
      finding: rest == 0
        ? "\(pairs.count) \(pairs.count == 1 ? "pair makes" : "pairs make") up all \(NumberText.weight(total)) errors"
        : "\(shown.count) pairs make up \(NumberText.weight(covered)) of the \(NumberText.weight(total)) errors",
      what: "Confused pairs, ranked by count." + (rest > 0 ? " \(Wording.number(rest)) more pairs." : ""),
      table: ReportTable(
        label: "Confused pairs",
        columns: [
          .init("Truth → predicted"), .init("n", .tightNumber), .init("Count", .plot),
          .init("% of truth", .number),
        ],
        rows: shown.map { pair in
          .init([
            "\(Wording.label(pair.truth.text)) → \(Wording.label(pair.predicted.text))",
            .init(RichText([.init(NumberText.weight(pair.count))])),
            .init(drawing: bars.bar(pair.count)),
            .init(RichText([.init(NumberText.fixed(100 * pair.shareOfTruth, decimals: 1))])),
          ])
        }))
  }
}
