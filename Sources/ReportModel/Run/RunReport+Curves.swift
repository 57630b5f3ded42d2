import ChartKit
import Evaluation
import Markup

extension RunReport {
  /// Labels whose curves are drawn; more would be a grey smear.
  private static let curveLimit = 40

  /// Labels whose further curves are drawn: those with the lowest ROC AUC.
  private static let furtherLimit = 3

  /// So many points draw each curve: the more curves, the less of each is told apart.
  private static func pointLimit(_ curves: Int) -> Int { max(60, RankCurve.pageLimit / max(1, curves - 2)) }

  /// ROC and precision-recall of each label, or of the positive label of a binary problem; then DET, gain, lift and the
  /// scores by class of a few.
  var curvesSection: ReportSection? {
    guard let evaluation, evaluation.schema.hasProbabilities else { return nil }
    let indices = CurveLabels.indices(evaluation, limit: Self.curveLimit)
    guard !indices.isEmpty else { return nil }
    var curves: [CurveLabels.Curves] = []
    var further: [FurtherCurves] = []
    for (label, drawn) in zip(
      indices, evaluation.drawnCurves(of: indices, limit: Self.pointLimit(indices.count)))
    {
      curves.append(CurveLabels.curves(of: label, drawn, in: evaluation))
      guard further.count < Self.furtherLimit else { continue }
      let curve = label == evaluation.schema.positive ? positiveCurve : evaluation.rankCurve(of: label)
      guard let curve else { continue }
      further.append(FurtherCurves(curve, label: evaluation.schema.labels[label]))
    }
    let figures = [RankCurveChart.Kind.roc, .precisionRecall].map { figure($0, evaluation, indices, curves) }
    var blocks: [ReportBlock] = [.columns(figures.map { [.figure($0)] }, leadsWithFirst: false)]
    if hasFiles {
      blocks.append(
        .remark(
          "Every point of these curves, and what others can be drawn from, is in \(PageFiles.curves, link: .file(PageFiles.curves))."
        ))
    }
    let others = FurtherCurveFigures(
      further, isBinary: evaluation.schema.task == .binary, sample: sample, noun: noun)
    if let fold = others.fold { blocks.append(fold) }
    return ReportSection(slug: "curves", title: "Curves", blocks: blocks)
  }

  private func figure(
    _ kind: RankCurveChart.Kind, _ evaluation: ClassificationEvaluation, _ indices: [Int],
    _ curves: [CurveLabels.Curves]
  ) -> ReportFigure {
    let isBinary = evaluation.schema.task == .binary
    let names = isBinary ? "of \(Wording.label(curves[0].roc.name))" : "one label against the rest"
    let missing = evaluation.schema.labels.count - indices.count
    var what: RichText = "\(kind == .roc ? "ROC" : "Precision and recall"), \(names), \(sample)."
    if !isBinary, curves.count > 3 {
      let others = curves.count - 3
      what = what + " Coloured: the three lowest. Grey: the other\(others == 1 ? "" : " \(others)")."
    }
    if !isBinary, missing > 0 { what = what + " Not drawn: \(Wording.count(missing, "label"))." }
    let chart = RankCurveChart(
      kind: kind, labels: curves.map { $0[kind] },
      prevalence: kind == .precisionRecall && isBinary
        ? CurveLabels.prevalence(of: indices[0], in: evaluation) : nil)
    return ReportFigure(
      slug: kind == .roc ? "roc" : "precision-recall",
      finding: CurveFinding.text(kind, isBinary ? [evaluation.perLabel[indices[0]]] : evaluation.perLabel),
      what: what, chart: chart, howToRead: kind == .roc ? Self.rocHelp : Self.precisionRecallHelp)
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
