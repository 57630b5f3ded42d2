import ChartKit
import Diagnostics
import Evaluation
import Markup

extension RunReport {
  /// What a threshold does to the positive label of a binary problem: its rates as curves, and where they are best.
  var thresholdsSection: ReportSection? {
    guard let evaluation, let positive = evaluation.schema.positive, let curve = positiveCurve,
      curve.positives > 0, curve.negatives > 0
    else { return nil }
    let table = OperatingPointTable(
      curve, label: evaluation.perLabel[positive], costs: analysis.configuration.costs, noun: noun)
    let scores = FurtherCurveFigures.scores(
      [.init(curve, label: evaluation.schema.labels[positive])], sample: sample, noun: noun)
    return ReportSection(
      slug: "thresholds", title: "Thresholds",
      blocks: [
        .columns(
          [[.figure(figure(curve, evaluation, positive))], [.figure(scores)]], leadsWithFirst: false),
        .figure(pointsFigure(table)),
      ])
  }

  private func figure(
    _ curve: RankCurve, _ evaluation: ClassificationEvaluation, _ positive: Int
  ) -> ReportFigure {
    let label = evaluation.schema.labels[positive].text
    let name = Wording.label(label)
    let sweep = curve.sweep()
    let best = curve.operatingPoint(.maximumF1).flatMap { $0.threshold.isFinite ? $0 : nil }
    let rates: [(String, LabelRate)] = [
      ("Precision", .precision), ("Recall", .recall), ("F1", .f1), ("Matthews", .matthewsCorrcoef),
    ]
    var what: RichText =
      "\(Wording.sentenceStart(noun.plural)) count as \(name) if their probability is at least the threshold; in steps of 0.01, \(sample)."
    if hasFiles {
      what = what + " With further rates in \(PageFiles.thresholds, link: .file(PageFiles.thresholds))."
    }
    let finding = best.map { best -> RichText in
      "F1 of \(name) is highest at a threshold of \(OperatingPointTable.text(best.threshold)): \(strong: MetricText.value(best.value(.f1))), with a precision of \(MetricText.value(best.value(.precision))) and a recall of \(MetricText.value(best.value(.recall)))"
    }
    return ReportFigure(
      slug: "threshold-rates", finding: finding, what: what,
      chart: ThresholdChart(
        label: label, thresholds: sweep.map(\.threshold),
        rates: rates.map { name, rate in
          .init(name: name, values: sweep.map { $0.value(rate).number })
        },
        marked: best.map { .init(threshold: $0.threshold, name: "highest F1") }),
      howToRead: """
        To the right the threshold rises: fewer are taken for the label, so that recall falls, and mostly precision \
        rises. Where F1 or Matthews have a broad top, the exact threshold matters little; where they have a sharp one, \
        it does, and it is likely to lie elsewhere on other data.
        """)
  }

  private func pointsFigure(_ table: OperatingPointTable) -> ReportFigure {
    var what: RichText =
      "Operating points: the threshold that each rule chooses among all probabilities that occur, and how rows fall there. A threshold chosen on the rows it is judged by looks better than it will be on others: choose it on one set of data, report it on another."
    if hasFiles {
      what =
        what
        + " Also in \(PageFiles.operatingPoints, link: .file(PageFiles.operatingPoints))."
    }
    return ReportFigure(
      slug: "operating-points", finding: nil, what: what, table: table.table,
      howToRead: """
        FPR is the share of the others that are taken along. TP, FP, FN and TN count the rows that are rightly taken \
        for the label, wrongly taken for it, missed, and rightly left. Of equally good thresholds the highest stands \
        here.
        """)
  }
}
