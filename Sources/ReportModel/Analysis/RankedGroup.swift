/// Runs that may be ranked against each other, because they were tested on the same examples.
package struct RankedGroup: Sendable {
  /// What the runs share; nil for runs whose numbers were only logged, so that nothing is known of their examples.
  package var testSet: String?
  /// How many examples, where known.
  package var count: Int?
  /// The runs that have a score, best first; of equals the older first.
  ///
  /// When the direction of the metric is not known: oldest first.
  package var ranked: [Entry]

  /// A run and its score.
  package struct Entry: Sendable {
    /// The run.
    package var run: EvaluatedRun
    /// Its score.
    package var score: RunScore
    /// Whether no other run of the group scores better; false for all when the direction is not known.
    package var isBest: Bool
  }

  /// The best run, if the direction of the metric is known.
  package var best: Entry? { ranked.first(where: \.isBest) }
}
