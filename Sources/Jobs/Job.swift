public import Diagnostics
public import RunModel

/// One setting of hyperparameters to be tried, and what became of it.
///
/// A job is a copy of the queue's record at one moment; ``version`` says of which.
public struct Job: Hashable, Sendable, Identifiable {
  /// Names the job within its queue; made by the queue.
  public let id: String
  /// The experiment that it belongs to.
  public let experiment: String
  /// Where it stands.
  public var status: JobStatus
  /// What is to be tried: name → value.
  public var hyperparameters: [ExactString: Scalar]
  /// What was measured: name → value.
  public var results: [ExactString: Scalar]
  /// Grows by one with every change in the queue but a renewed lease; what optimistic concurrency compares.
  public var version: Int
  /// How often a worker began with it; never goes back, so it tells the claims of one job apart.
  public var attempts: Int
  /// How many of the attempts do not count against ``retries``: those that workers gave back, and those before somebody
  /// asked for the job to be tried anew.
  public var excused: Int
  /// How often it may be tried again after an attempt that counts; the last claim says so.
  public var retries: Int
  /// The worker that has it, or had it last.
  public var worker: String?
  /// When it was added.
  public var created: UTCTimestamp
  /// When its last attempt began.
  public var started: UTCTimestamp?
  /// When it came to its end.
  public var ended: UTCTimestamp?
  /// Until when its worker must have said that it is alive; nil unless running.
  public var leaseEnds: UTCTimestamp?
  /// Where it stands among jobs that go on from one another; nil in other searches.
  public var lineage: JobLineage?
  /// Whether the plan of the search made the job PRUNED, rather than its own program or somebody.
  public var isOutdone: Bool
  /// The attempts that did not come to their end, oldest first.
  public var failures: [JobFailure]

  /// A job as the queue has it.
  public init(
    id: String, experiment: String, status: JobStatus = .queued,
    hyperparameters: [ExactString: Scalar] = [:], results: [ExactString: Scalar] = [:], version: Int = 1,
    attempts: Int = 0, excused: Int = 0, retries: Int = 0, worker: String? = nil, created: UTCTimestamp,
    started: UTCTimestamp? = nil,
    ended: UTCTimestamp? = nil, leaseEnds: UTCTimestamp? = nil, lineage: JobLineage? = nil,
    isOutdone: Bool = false, failures: [JobFailure] = []
  ) {
    self.id = id
    self.experiment = experiment
    self.status = status
    self.hyperparameters = hyperparameters
    self.results = results
    self.version = version
    self.attempts = attempts
    self.excused = excused
    self.retries = retries
    self.worker = worker
    self.created = created
    self.started = started
    self.ended = ended
    self.leaseEnds = leaseEnds
    self.lineage = lineage
    self.isOutdone = isOutdone
    self.failures = failures
  }
  /// The job without its failures, under another id.
  func named(_ id: String) -> Job {
    Job(
      id: id, experiment: experiment, status: status, hyperparameters: hyperparameters, results: results,
      version: version, attempts: attempts, excused: excused, retries: retries, worker: worker,
      created: created, started: started, ended: ended, leaseEnds: leaseEnds, lineage: lineage,
      isOutdone: isOutdone)
  }
}
