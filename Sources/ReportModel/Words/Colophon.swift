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
    return evaluated.evaluation.schema.hasWeights
      ? [text + " Rows have weights: counts are sums of weights, and there are no intervals."]
      : [text + " Intervals are 95 %, Wilson’s for proportions."]
  }

  /// The words for a page about several runs.
  static let ofSeveralRuns: [RichText] = [
    """
    Metrics are recomputed from the runs’ predictions where there are any; what was only logged is marked. Intervals \
    are 95 %, Wilson’s for proportions.
    """
  ]
}
