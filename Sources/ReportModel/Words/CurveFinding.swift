import ChartKit
import Diagnostics
import Evaluation
import Markup

/// What ROC or precision-recall curves show, as a sentence.
enum CurveFinding {
  /// A sentence about these labels, drawn or not; nil when none of them has a score.
  static func text(_ kind: RankCurveChart.Kind, _ labels: [LabelEvaluation]) -> RichText? {
    let scored = labels.compactMap { label in
      score(kind, label).map { (name: Wording.label(label.label.text), score: $0) }
    }
    guard let lowest = scored.min(by: { $0.score < $1.score }) else { return nil }
    let value = NumberText.score(lowest.score)
    if scored.count == 1 {
      return "\(kind == .roc ? "ROC AUC" : "Average precision") of \(lowest.name) is \(value)"
    }
    if lowest.score == 1 {
      return scored.count == labels.count
        ? "Every label is ranked perfectly" : "Every label that can be ranked is ranked perfectly"
    }
    let equals = scored.count { $0.score == lowest.score }
    let others = equals > 1 ? " and \(Wording.count(equals - 1, "other label"))" : ""
    return
      "The lowest \(kind == .roc ? "ROC AUC" : "average precision") is \(value), for \(lowest.name)\(others)"
  }

  /// The number that a curve of this kind is summed up by.
  static func score(_ kind: RankCurveChart.Kind, _ label: LabelEvaluation) -> Double? {
    kind == .roc ? label.rocAUC.number : label.averagePrecision.number
  }
}
