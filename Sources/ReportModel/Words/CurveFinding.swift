import ChartKit
import Markup

/// What ROC or precision-recall curves show, as a sentence.
enum CurveFinding {
  static func text(_ kind: RankCurveChart.Kind, _ curves: [RankCurveChart.Curve]) -> RichText? {
    let scored = curves.filter { $0.score != nil }.sorted { ($0.score ?? 1) < ($1.score ?? 1) }
    guard let lowest = scored.first, let score = lowest.score else { return nil }
    let name = Wording.label(lowest.name)
    let measure = kind == .roc ? "ROC AUC" : "average precision"
    if scored.count == 1 {
      return "\(kind == .roc ? "ROC AUC" : "Average precision") of \(name) is \(NumberText.score(score))"
    }
    if score == 1 { return "Every label is ranked perfectly" }
    return "The lowest \(measure) is \(NumberText.score(score)), for \(name)"
  }
}
