import ChartKit
import Diagnostics
import Evaluation

extension ScoreHistogramChart.Histogram {
  /// The scores of a label in 20 bins.
  init(_ curve: RankCurve, label: ExactString) {
    let scores = curve.scoreHistogram()
    self.init(label: label.text, members: scores.positives, others: scores.negatives)
  }
}

/// The curves of a label that a page shows further to ROC and precision-recall, each with the number it is summed up by.
struct FurtherCurves: Sendable {
  /// Misses over false alarms, with the equal error rate.
  let detectionErrors: RankCurveChart.Curve
  /// What is found over what is taken, with its height at a tenth.
  let gain: RankCurveChart.Curve
  /// How many times as often the label is met over what is taken, with its height at a tenth.
  let lift: RankCurveChart.Curve
  /// The scores with and without the label.
  let histogram: ScoreHistogramChart.Histogram

  /// The points of a curve: no reader sees more of them.
  private static let pointLimit = 120
  /// The share of all rows at which gain and lift are given as numbers.
  private static let share = 0.1

  /// The curves of a label.
  init(_ curve: RankCurve, label: ExactString) {
    func named(_ score: Double?, _ points: [CurvePoint]) -> RankCurveChart.Curve {
      .init(name: label.text, score: score, points: points.map { Point($0.x, $0.y) })
    }
    let gainScore = curve.gain(at: Self.share).number
    detectionErrors = named(curve.equalErrorRate.number, curve.detCurve(limit: Self.pointLimit))
    gain = named(gainScore, curve.gainCurve(limit: Self.pointLimit))
    lift = named(gainScore.map { $0 / Self.share }, curve.liftCurve(limit: Self.pointLimit))
    histogram = .init(curve, label: label)
  }
}
