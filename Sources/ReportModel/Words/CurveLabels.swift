import ChartKit
import Diagnostics
import Evaluation

/// Which labels have curves, and their curves as a chart takes them.
enum CurveLabels {
  /// The labels whose ranking can be judged, lowest ROC AUC first, at most `limit`; of a binary problem the positive
  /// label alone.
  static func indices(_ evaluation: ClassificationEvaluation, limit: Int) -> [Int] {
    let judged = evaluation.perLabel.indices.filter { evaluation.perLabel[$0].rocAUC.number != nil }
    if evaluation.schema.task == .binary {
      return judged.filter { $0 == evaluation.schema.positive }
    }
    let ordered = judged.sorted {
      (evaluation.perLabel[$0].rocAUC.number ?? 1, $0) < (evaluation.perLabel[$1].rocAUC.number ?? 1, $1)
    }
    return Array(ordered.prefix(limit))
  }

  /// The curve of a label, thinned for a page.
  static func curve(
    _ kind: RankCurveChart.Kind, of label: Int, in evaluation: ClassificationEvaluation, name: String? = nil
  ) -> RankCurveChart.Curve {
    let curve = evaluation.rankCurve(of: label)
    let points = kind == .roc ? curve?.rocCurve() : curve?.precisionRecallCurve()
    let result = evaluation.perLabel[label]
    return RankCurveChart.Curve(
      name: name ?? result.label.text,
      score: kind == .roc ? result.rocAUC.number : result.averagePrecision.number,
      points: (points ?? []).map { Point($0.x, $0.y) })
  }
}
