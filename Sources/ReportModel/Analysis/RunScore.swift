package import Evaluation

/// A run's value of the metric that decides, with what is known of its reliability.
package struct RunScore: Hashable, Sendable {
  /// The value; finite.
  package var value: Double
  /// The range that the data allow, where it can be told.
  package var interval: Interval?
  /// How many examples it rests on; absent for a logged value.
  package var count: Int?
  /// Who computed it.
  package var origin: Origin

  /// Who computed a score.
  package enum Origin: Hashable, Sendable {
    /// Assay, from the predictions.
    case recomputed
    /// The run's own program.
    case logged
  }

  /// A score.
  package init(value: Double, interval: Interval? = nil, count: Int? = nil, origin: Origin) {
    self.value = value
    self.interval = interval
    self.count = count
    self.origin = origin
  }
}
