package import RunModel

/// The records of a queue within one transaction.
package protocol JobTransaction {
  /// The time that leases are decided by.
  var now: UTCTimestamp { get }

  /// Whether nobody else changes the experiment or its jobs until the transaction ends, so that a proposal is exact.
  var mayPropose: Bool { get }

  /// A number that is another one where what was read before may have been undone although it was kept: behind a
  /// connection that was lost the database may be one that had forgotten the last of it.
  var era: Int { get }

  /// The experiment of this name.
  func experiment(_ name: String) throws(JobError) -> QueuedExperiment?
  /// All experiments, oldest first.
  func experiments() throws(JobError) -> [QueuedExperiment]
  /// Adds an experiment, whose name nobody has.
  func insert(_ experiment: QueuedExperiment) throws(JobError)
  /// Keeps all of `experiment` but its name and the time of its creation.
  func update(_ experiment: QueuedExperiment) throws(JobError)
  /// Removes the experiment of this name with its jobs; returns whether there was one.
  func deleteExperiment(_ name: String) throws(JobError) -> Bool

  /// The job of this id.
  func job(_ id: String) throws(JobError) -> Job?
  /// All jobs of an experiment, oldest first, and what is wrong with those whose record cannot be read.
  func jobs(of experiment: String) throws(JobError) -> JobListing
  /// The versions of all jobs of an experiment whose number can be read, oldest first.
  func versions(of experiment: String) throws(JobError) -> [(id: String, version: Int)]
  /// How many jobs an experiment has, by status; statuses without jobs are left out.
  func counts(of experiment: String) throws(JobError) -> [JobStatus: Int]
  /// When the first of the leases of the experiment ends; nil without one.
  func nextLeaseEnd(of experiment: String) throws(JobError) -> UTCTimestamp?
  /// The jobs whose lease ended at `now` or before, oldest first, but for those that another
  /// transaction is about to change.
  func expiredJobs(of experiment: String) throws(JobError) -> [Job]
  /// The oldest queued job that no other transaction is about to take.
  func firstQueued(of experiment: String) throws(JobError) -> Job?

  /// Adds a job; its id is ignored and a new one made, which no job of this queue ever had.
  func insert(_ job: Job) throws(JobError) -> Job
  /// Keeps all of `job` but its id, its experiment, its failures and the time of its creation; adds `failure`, in
  /// place of one of the same attempt.
  func update(_ job: Job, adding failure: JobFailure?) throws(JobError)
  /// Removes the job of this id; returns whether there was one.
  func deleteJob(_ id: String) throws(JobError) -> Bool
}

extension JobTransaction {
  package var era: Int { 0 }
}
