import ChartKit
import Evaluation
import Markup

extension RunReport {
  /// Labels whose curves are drawn; more would be a grey smear.
  private static let curveLimit = 40

  /// ROC and precision-recall of each label, or of the positive label of a binary problem.
  var curvesSection: ReportSection? {
    guard let evaluation, evaluation.schema.hasProbabilities else { return nil }
    let indices = CurveLabels.indices(evaluation, limit: Self.curveLimit)
    guard !indices.isEmpty else { return nil }
    let left = figure(.roc, evaluation, indices)
    let right = figure(.precisionRecall, evaluation, indices)
    return ReportSection(
      slug: "curves", title: "Curves",
      blocks: [.columns([[.figure(left)], [.figure(right)]], leadsWithFirst: false)])
  }

  private func figure(
    _ kind: RankCurveChart.Kind, _ evaluation: ClassificationEvaluation, _ indices: [Int]
  ) -> ReportFigure {
    let curves = indices.map { CurveLabels.curve(kind, of: $0, in: evaluation) }
    let isBinary = evaluation.schema.task == .binary
    let prevalence =
      kind == .precisionRecall && isBinary
      ? evaluation.perLabel[indices[0]].support / max(evaluation.weightSum, .leastNonzeroMagnitude) : nil
    let names = isBinary ? "of \(Wording.label(curves[0].name))" : "one label against the rest"
    let missing = evaluation.schema.labels.count - indices.count
    var what: RichText = "\(kind == .roc ? "ROC" : "Precision and recall"), \(names), \(sample)."
    if !isBinary, curves.count > 3 {
      what = what + " Coloured: the three lowest. Grey: the other \(curves.count - 3)."
    }
    if !isBinary, missing > 0 { what = what + " Not drawn: \(Wording.count(missing, "label"))." }
    return ReportFigure(
      slug: kind == .roc ? "roc" : "precision-recall", finding: CurveFinding.text(kind, curves),
      what: what, chart: RankCurveChart(kind: kind, labels: curves, prevalence: prevalence),
      howToRead: kind == .roc ? Self.rocHelp : Self.precisionRecallHelp)
  }

  private static let rocHelp = """
    Walking along a curve lowers the threshold: up are more of the label’s own found, to the right more of the others \
    taken along. A perfect ranking goes through the upper left corner (area 1); guessing follows the diagonal (0.5).
    """

  private static let precisionRecallHelp = """
    Walking to the right, more of the label’s own are found; the height is the share of right ones among those called \
    so. Guessing stays at the share that the label has in the data.
    """
}
