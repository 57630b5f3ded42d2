import ChartKit
import Diagnostics
import Evaluation
import Markup

/// Recall by label as the figure of a run's first screen: the labels that are missed most, lowest first.
enum RecallFigure {
  /// More labels than this do not fit on a first screen.
  static let labelLimit = 12

  /// The figure; nil unless at least two labels are true of some row.
  static func figure(
    _ evaluation: ClassificationEvaluation, noun: ExampleNoun, sample: String
  ) -> ReportFigure? {
    let ordered = LabelOrder.byRecall(evaluation)
    guard ordered.count > 1 else { return nil }
    let shown = ordered.prefix(labelLimit)
    let mean = ordered.reduce(0) { $0 + ($1.recall.number ?? 0) } / Double(ordered.count)
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
    let lines =
      shown.contains { $0.recallInterval != nil }
      ? " A line spans the values that the data allow at 95 %: where lines overlap widely, the order of the labels is mostly chance."
      : ""
    return ReportFigure(
      slug: "recall", finding: finding(ordered, noun: noun),
      what: "Recall by label, lowest first\(part), \(sample).", chart: chart,
      howToRead: "Each dot is the share of a label’s \(noun.plural) that the run got right." + lines)
  }

  private static func finding(_ ordered: [LabelEvaluation], noun: ExampleNoun) -> RichText? {
    guard let lowest = ordered.first, let recall = lowest.recall.number else { return nil }
    if recall == 1 { return "Every label is found every time" }
    let name = Wording.label(lowest.label.text)
    let equals = ordered.prefix { $0.recall.number == recall }.count
    if equals > 1 {
      return
        "\(name) and \(Wording.count(equals - 1, "other label")) have the lowest recall, \(NumberText.score(recall))"
    }
    let missed = NumberText.weight(lowest.counts.falseNegatives)
    return "\(name) is missed most: \(missed) of its \(noun.count(weight: lowest.support))"
  }

  private static func basis(_ label: LabelEvaluation) -> String {
    NumberText.weight(label.counts.truePositives) + " of " + NumberText.weight(label.support)
  }
}
