/// How a search chooses hyperparameters; queued jobs come first with each.
public enum SearchStrategy: String, Hashable, Sendable, CaseIterable {
  /// Only the jobs that somebody added.
  case manual
  /// Every combination of values once, in the order of the grid.
  case grid
  /// A number of random points.
  case random
  /// Population-based training: members go on from the best of them, by ``PopulationPlan``.
  case pbt
  /// Successive halving: the best go on with more, by ``HalvingPlan``.
  case asha
}
