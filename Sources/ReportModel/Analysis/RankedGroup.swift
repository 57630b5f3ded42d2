import Evaluation
import RunModel

/// Runs that may be ranked against each other, because they were tested on the same examples.
package struct RankedGroup: Sendable {
  /// The digest of ids and truths that the runs share; nil for runs without predictions, of whose examples nothing is
  /// known.
  package let testSet: String?
  /// Who computed the scores: recomputed and logged ones are not mixed.
  package let origin: RunScore.Origin
  /// How many examples, where known.
  package let count: Int?
  /// The runs that have a score, best first; of equals the older first.
  ///
  /// When the direction of the metric is not known: oldest first.
  package let ranked: [Entry]

  /// A run and its score.
  package struct Entry: Sendable {
    /// The run.
    package var run: EvaluatedRun
    /// Its score.
    package var score: RunScore
    /// One more than the runs of the group that score better; nil when the direction is not known.
    package var place: Int?
    /// Whether no other run of the group scores better; false for all when the direction is not known.
    package var isBest: Bool { place == 1 }
  }

  /// The best run, the oldest of them if several share the best score; nil if the direction is not known.
  package var best: Entry? { ranked.first.flatMap { $0.isBest ? $0 : nil } }

  /// Ranks runs, given oldest first.
  ///
  /// - Complexity: O(n log n) for n runs.
  init(_ runs: [(run: EvaluatedRun, score: RunScore)], testSet: String?, by metric: PrimaryMetric) {
    self.testSet = testSet
    origin = runs.first?.score.origin ?? .logged
    count = runs.first?.run.evaluated?.evaluation.rowCount
    guard metric.direction != .unknown else {
      ranked = runs.map { Entry(run: $0.run, score: $0.score, place: nil) }
      return
    }
    let ordered = runs.enumerated().sorted { left, right in
      let values = (left.element.score.value, right.element.score.value)
      return values.0 == values.1
        ? left.offset < right.offset : metric.isBetter(values.0, than: values.1) == true
    }
    var entries: [Entry] = []
    for (position, (_, element)) in ordered.enumerated() {
      let isTied = entries.last?.score.value == element.score.value
      entries.append(
        Entry(
          run: element.run, score: element.score, place: isTied ? entries.last?.place : position + 1))
    }
    ranked = entries
  }
}
