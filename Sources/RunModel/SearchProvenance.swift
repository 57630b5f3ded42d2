public import Diagnostics

/// The keys of a run's provenance by which a search says what the run was to it.
///
/// Whoever makes runs by searching writes them; whoever shows a search reads them.
public enum SearchProvenance {
  /// The metric that the search is about: `accuracy`.
  public static let metric: ExactString = "search.metric"
  /// `maximize` or `minimize`.
  public static let direction: ExactString = "search.direction"
  /// How hyperparameters are chosen: `manual`, `grid`, `random`, `pbt` (population-based training) or `asha`
  /// (successive halving).
  public static let strategy: ExactString = "search.strategy"
  /// The seed of the search, a whole number.
  public static let seed: ExactString = "search.seed"
  /// When the search was begun, as ISO 8601 says it, by which searches with the same jobs are told apart.
  public static let begun: ExactString = "search.begun"
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

  /// Which generation of a population the run is of, or which rung of successive halving; a whole number from 0.
  public static let generation: ExactString = "search.generation"
  /// The last generation or rung that there can be; absent where there is no last one.
  public static let lastGeneration: ExactString = "search.last_generation"
  /// The place in the population, or the trial of successive halving, that the run continues; a whole number from 1.
  ///
  /// There is one run at most of each member and generation.
  public static let member: ExactString = "search.member"
  /// The job whose hyperparameters and results the run went on from; absent in generation 0.
  ///
  /// In a population it is that of the same member one generation before, unless that one was pruned, crashed or worse
  /// than the best: then it is the job of a better member.
  public static let parent: ExactString = "search.parent"
  /// What was drawn to change the parent's hyperparameters, as a JSON object by their names: the factor that a value was
  /// multiplied by, or `"resampled"` where a new one was drawn.
  public static let factors: ExactString = "search.factors"
  /// The hyperparameter that says how much a rung of successive halving may spend.
  public static let resource: ExactString = "search.resource"

  /// The line of a run's error behind which stands what its program wrote last, where its worker was lost.
  ///
  /// What is before it says what went wrong.
  public static let outputHeading = "What its program wrote last:"
}
