/// What a strategy may look at while it proposes a job; valid until it returns.
///
/// Nobody else changes the queue meanwhile, so a proposal that depends on this depends on nothing else.
public struct ProposalContext {
  /// The experiment.
  public let experiment: QueuedExperiment
  private let countJobs: () throws(JobError) -> [JobStatus: Int]
  private let loadJobs: () throws(JobError) -> [Job]

  /// A look at `experiment`; the closures are asked when needed.
  public init(
    experiment: QueuedExperiment,
    counts: @escaping () throws(JobError) -> [JobStatus: Int],
    jobs: @escaping () throws(JobError) -> [Job]
  ) {
    self.experiment = experiment
    countJobs = counts
    loadJobs = jobs
  }

  /// How many jobs were proposed before: the place of this proposal in the search, from 0, which never goes back.
  public var proposed: Int { experiment.proposed }

  /// How many jobs there are, added ones included, by status.
  public func counts() throws(JobError) -> [JobStatus: Int] { try countJobs() }

  /// All jobs, oldest first; of those that run ``Job/leaseEnds`` may be what it was.
  ///
  /// - Complexity: Linear in the number of jobs, of which only those that changed since this queue last asked are read whole; a
  ///   strategy that needs only ``proposed`` should not ask.
  public func jobs() throws(JobError) -> [Job] { try loadJobs() }
}
