import ChartKit
import Diagnostics
import Evaluation

/// Which labels have curves, and their curves as a chart takes them.
enum CurveLabels {
  /// Both curves of one label.
  struct Curves {
    /// True-positive over false-positive rate.
    var roc: RankCurveChart.Curve
    /// Precision over recall.
    var precisionRecall: RankCurveChart.Curve

    /// The curve of a kind.
    subscript(kind: RankCurveChart.Kind) -> RankCurveChart.Curve { kind == .roc ? roc : precisionRecall }
  }

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

  /// The curves of a label, thinned for a page; without points where it has no probabilities.
  ///
  /// - Complexity: Linear in the number of rows, unless the evaluation has kept an outline.
  static func curves(of label: Int, in evaluation: ClassificationEvaluation, name: String? = nil) -> Curves {
    curves(of: label, evaluation.drawnCurves(of: [label])[0], in: evaluation, name: name)
  }

  /// The same of a label whose curves are known.
  static func curves(
    of label: Int, _ curves: DrawnCurves?, in evaluation: ClassificationEvaluation, name: String? = nil
  ) -> Curves {
    let result = evaluation.perLabel[label]
    func named(_ kind: RankCurveChart.Kind, _ points: [CurvePoint]?) -> RankCurveChart.Curve {
      RankCurveChart.Curve(
        name: name ?? result.label.text, score: CurveFinding.score(kind, result),
        points: (points ?? []).map { Point($0.x, $0.y) })
    }
    return Curves(
      roc: named(.roc, curves?.roc),
      precisionRecall: named(.precisionRecall, curves?.precisionRecall))
  }

  /// The precision of guessing: the share of rows of which the label is true.
  static func prevalence(of label: Int, in evaluation: ClassificationEvaluation) -> Double? {
    evaluation.weightSum > 0 ? evaluation.perLabel[label].support / evaluation.weightSum : nil
  }
}
