import ChartKit
import Diagnostics
import Evaluation
import Markup

/// Recall by label as the figure of a run's first screen: the labels that are missed most, worst first.
enum RecallFigure {
  /// More labels than this do not fit on a first screen.
  static let labelLimit = 12

  static func figure(_ evaluation: ClassificationEvaluation, noun: ExampleNoun) -> ReportFigure? {
    let known = evaluation.perLabel.filter { $0.recall.number != nil }
    guard known.count > 1 else { return nil }
    let ordered = known.enumerated().sorted {
      ($0.element.recall.number ?? 1, $0.offset) < ($1.element.recall.number ?? 1, $1.offset)
    }.map(\.element)
    let shown = ordered.prefix(labelLimit)
    let mean = known.reduce(0) { $0 + ($1.recall.number ?? 0) } / Double(known.count)
    let chart = DotIntervalChart(
      rows: shown.enumerated().map { position, label in
        DotIntervalChart.Row(
          name: label.label.text, value: label.recall.number, low: label.recallInterval?.low,
          high: label.recallInterval?.high, basis: basis(label),
          look: position == 0 && (label.recall.number ?? 1) < 1 ? .slot(1) : .context)
      },
      metric: "recall", rowNoun: "label", measure: .value(mean: mean))
    let part =
      shown.count < ordered.count ? ", the \(shown.count) lowest of \(Wording.number(ordered.count))" : ""
    return ReportFigure(
      slug: "recall", finding: finding(ordered, noun: noun),
      what: "Recall by label, worst first\(part), n = \(Wording.number(evaluation.rowCount)).", chart: chart,
      howToRead: """
        Each dot is the share of a label’s \(noun.plural) that the run got right. A line spans the values that the \
        data allow at 95 %: where lines overlap widely, the order of the labels is mostly chance.
        """)
  }

  private static func finding(_ ordered: [LabelEvaluation], noun: ExampleNoun) -> RichText? {
    guard let worst = ordered.first, let recall = worst.recall.number else { return nil }
    if recall == 1 { return "Every label is found every time" }
    let missed = NumberText.weight(worst.counts.falseNegatives)
    let all = NumberText.weight(worst.support)
    return "\(Wording.label(worst.label.text)) is missed most: \(missed) of its \(all) \(noun.plural)"
  }

  private static func basis(_ label: LabelEvaluation) -> String {
    NumberText.weight(label.counts.truePositives) + " of " + NumberText.weight(label.support)
  }
}
