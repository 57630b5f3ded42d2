public import Diagnostics

/// The keys of a run's provenance by which a search says what the run was to it.
///
/// Whoever makes runs by searching writes them; whoever shows a search reads them.
public enum SearchProvenance {
  /// The metric that the search is about: `accuracy`.
  public static let metric: ExactString = "search.metric"
  /// `maximize` or `minimize`.
  public static let direction: ExactString = "search.direction"
  /// How hyperparameters are chosen: `manual`, `grid` or `random`.
  public static let strategy: ExactString = "search.strategy"
  /// The seed of the search, a whole number.
  public static let seed: ExactString = "search.seed"
  /// The id of the job in its queue: `0007`.
  ///
  /// In the order of their ids, jobs are the trials in the order in which they were added.
  public static let job: ExactString = "job"
  /// At which attempt the job came to its end, counted from 1.
  public static let attempt: ExactString = "attempt"
  /// The worker that ran it.
  public static let worker: ExactString = "worker"
  /// The command that ran, as one line.
  public static let command: ExactString = "command"
}
