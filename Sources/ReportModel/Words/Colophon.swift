import Evaluation

/// How the numbers of a page came about, for its foot.
enum Colophon {
  /// The words for a page about one run.
  static func lines(evaluated: EvaluatedPredictions?) -> [RichText] {
    guard let evaluated else {
      return ["No number on this page is recomputed: the run has no predictions that could be read."]
    }
    let name = Wording.label(evaluated.filename)
    let text: RichText =
      "Every metric is recomputed from \(code: name), not copied from the log; what was only logged is marked."
    let intervals = evaluated.evaluation.metrics.compactMap(\.interval.interval)
    let methods: RichText =
      intervals.isEmpty ? "" : " Intervals are 95 %: " + IntervalWords.methods(intervals) + "."
    let weights =
      evaluated.evaluation.schema.hasWeights ? " Rows have weights: counts are sums of weights." : ""
    return [text + methods + "\(weights)"]
  }

  /// The words for a page with paired differences, whose intervals are given; none without any.
  static func ofDifferences(_ intervals: [Interval]) -> [RichText] {
    guard !intervals.isEmpty else { return [] }
    return [
      "Intervals of differences are 95 % too, of the same examples in both runs: "
        + IntervalWords.methods(intervals) + "."
    ]
  }

  /// The words for a page about several runs.
  static let ofSeveralRuns: [RichText] = [
    """
    Metrics are recomputed from the runs’ predictions where there are any; what was only logged is marked. Intervals \
    are 95 %, Wilson’s for proportions.
    """
  ]
}
