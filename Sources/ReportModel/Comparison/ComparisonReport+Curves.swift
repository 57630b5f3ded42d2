import ChartKit
import Diagnostics
import Evaluation
import Markup

extension ComparisonReport {
  /// Labels whose curves are drawn beside the first, folded away.
  private static let furtherLabelLimit = 3

  /// ROC and precision-recall of all runs, for the label in which they differ most.
  var curvesSection: ReportSection? {
    guard let evaluations = sharedEvaluations, let first = evaluations.first,
      evaluations.allSatisfy({ $0.schema.hasProbabilities && $0.schema.labels == first.schema.labels })
    else { return nil }
    let ordered = labels(evaluations)
    guard let top = ordered.first else { return nil }
    var blocks: [ReportBlock] = [pair(top, evaluations)]
    let further = ordered.dropFirst().prefix(Self.furtherLabelLimit)
    if !further.isEmpty {
      blocks.append(
        .fold(
          summary:
            "\(Wording.count(further.count, "more label"))\(ordered.count - 1 > further.count ? " of \(Wording.number(ordered.count - 1))" : "")",
          blocks: further.map { pair($0, evaluations) }))
    }
    return ReportSection(slug: "curves", title: "Curves", blocks: blocks)
  }

  /// The labels that every run ranks, those whose average precision differs most first.
  private func labels(_ evaluations: [ClassificationEvaluation]) -> [Int] {
    let schema = evaluations[0].schema
    let candidates =
      schema.task == .binary ? schema.positive.map { [$0] } ?? [] : Array(schema.labels.indices)
    let spreads = candidates.compactMap { label -> (Int, Double)? in
      let values = evaluations.compactMap { $0.perLabel[label].averagePrecision.number }
      guard values.count == evaluations.count, let low = values.min(), let high = values.max() else {
        return nil
      }
      return (label, high - low)
    }
    return spreads.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
  }

  private func pair(_ label: Int, _ evaluations: [ClassificationEvaluation]) -> ReportBlock {
    let curves = zip(members, evaluations).map { member, evaluation in
      CurveLabels.curves(
        of: label, in: evaluation, name: "\(member.letter) \(RunName.title(member.entry.run))")
    }
    let figures = [RankCurveChart.Kind.roc, .precisionRecall].map { kind in
      figure(kind, label, evaluations[0], curves.map { $0[kind] })
    }
    return .columns(figures.map { [.figure($0)] }, leadsWithFirst: false)
  }

  private func figure(
    _ kind: RankCurveChart.Kind, _ label: Int, _ first: ClassificationEvaluation,
    _ curves: [RankCurveChart.Curve]
  ) -> ReportFigure {
    let name = Wording.label(first.schema.labels[label].text)
    let scores = zip(members, curves).compactMap { member, curve in
      curve.score.map { "\(member.letter) \(NumberText.score($0))" }
    }
    let measure = kind == .roc ? "ROC AUC" : "Average precision"
    return ReportFigure(
      slug: (kind == .roc ? "roc-" : "precision-recall-") + String(label + 1),
      finding: scores.count == curves.count
        ? "\(measure) of \(name): \(scores.joined(separator: ", "))" : nil,
      what:
        "\(kind == .roc ? "ROC" : "Precision and recall") of \(name) against the rest, n = \(Wording.number(first.rowCount)).",
      chart: RankCurveChart(
        kind: kind, runs: curves,
        prevalence: kind == .roc ? nil : CurveLabels.prevalence(of: label, in: first)))
  }
}
