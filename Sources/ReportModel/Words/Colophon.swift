import Evaluation

/// How the numbers of a page came about, for its foot.
enum Colophon {
  static func lines(evaluated: EvaluatedPredictions?, hasFiles: Bool) -> [RichText] {
    guard let evaluated else {
      return ["No number on this page is recomputed: the run has no predictions that could be read."]
    }
    var text: RichText =
      "Every metric is recomputed from \(code: evaluated.filename), not copied from the log; what was only logged is marked."
    if !evaluated.evaluation.intervals.isEmpty {
      text = text + " Intervals are 95 %, Wilson’s for proportions."
    }
    return [text]
  }

  /// The same for a page about several runs.
  static let ofSeveralRuns: [RichText] = [
    """
    Metrics are recomputed from the runs’ predictions where there are any; what was only logged is marked. Intervals \
    are 95 %, Wilson’s for proportions.
    """
  ]
}
