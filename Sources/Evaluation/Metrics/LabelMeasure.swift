/// A rate of one label against all others, and how it is averaged over labels.
struct LabelMeasure: Sendable {
  /// The stem of the metric's name.
  let name: String
  /// What people call it.
  let title: String
  /// The rate in the letters of the 2×2 table.
  let formula: String
  /// The function of scikit-learn that gives its averages, where it is not named like the measure.
  var source: String?
  /// The rate is `part / whole`, undefined where `whole` is 0; both are linear in the counts.
  let part: @Sendable (LabelCounts) -> Double
  let whole: @Sendable (LabelCounts) -> Double
  /// The average over rows of the same rate of each row's label sets; 0 where it is not offered.
  var samples: @Sendable (SampleAverages) -> Double = { _ in 0 }
  /// The sums behind that average, where rows count alike.
  var sampleMean: @Sendable (RowMeans) -> RowMean? = { _ in nil }
  /// Whether the counts of all labels together give accuracy, where each row has one label.
  var isAccuracyInMicro = true

  static let precision = LabelMeasure(
    name: "precision", title: "Precision", formula: "tp / (tp + fp)",
    part: { $0.truePositives }, whole: { $0.predicted }, samples: { $0.precision },
    sampleMean: { $0.sets.precision })

  static let recall = LabelMeasure(
    name: "recall", title: "Recall", formula: "tp / (tp + fn)",
    part: { $0.truePositives }, whole: { $0.support }, samples: { $0.recall }, sampleMean: { $0.sets.recall })

  static let f1 = LabelMeasure(
    name: "f1", title: "F1", formula: "2 tp / (2 tp + fp + fn)",
    part: { 2 * $0.truePositives }, whole: { $0.support + $0.predicted }, samples: { $0.f1 },
    sampleMean: { $0.sets.f1 })

  static let jaccard = LabelMeasure(
    name: "jaccard", title: "Jaccard index", formula: "tp / (tp + fp + fn)",
    part: { $0.truePositives }, whole: { $0.support + $0.falsePositives }, samples: { $0.jaccard },
    sampleMean: { $0.sets.jaccard }, isAccuracyInMicro: false)

  /// The F-measure in which recall weighs β² times as much as precision: `f0.5`, `f2`.
  static func fBeta(_ beta: Double) -> LabelMeasure {
    precondition(beta >= 0 && beta < 1e6, "β is a number from 0 on")
    let square = beta * beta
    let text = beta == beta.rounded() ? "\(Int(beta))" : "\(beta)"
    return LabelMeasure(
      name: "f\(text)", title: "F\(text)", formula: "(1 + β²) tp / ((1 + β²) tp + β² fn + fp), β = \(text)",
      source: "scikit-learn fbeta_score, beta=\(text)",
      part: { (1 + square) * $0.truePositives }, whole: { square * $0.support + $0.predicted })
  }

  /// The rate of one label, or nil if undefined.
  func rate(_ counts: LabelCounts) -> Double? {
    let whole = whole(counts)
    return whole == 0 ? nil : part(counts) / whole
  }

  /// The rate of one label, or why it is undefined.
  func value(_ counts: LabelCounts, else reason: @autoclosure () -> String) -> MetricValue {
    .ratio(part(counts), whole(counts), else: reason())
  }

  /// The rates of all labels, undefined ones as 0, as scikit-learn counts them in averages.
  func rates(_ statistics: ClassificationStatistics) -> [Double] {
    statistics.labelCounts.map { rate($0) ?? 0 }
  }
}
