public import Diagnostics
public import RunModel

extension JobQueue {
  /// Adds a job.
  ///
  /// - Parameters:
  ///   - experiment: The experiment it belongs to.
  ///   - hyperparameters: What is to be tried.
  ///   - status: QUEUED for the workers, or where it stands already. A job that is added as RUNNING is one that somebody
  ///     works on without the queue: it has no lease, which then cannot end.
  ///   - results: What was measured already.
  ///   - lineage: Its place among jobs that go on from one another; a plan gives one to those that have none.
  /// - Returns: The job, with its id.
  /// - Throws: ``JobError``: `notFound` without the experiment, `invalid`.
  @discardableResult
  public func addJob(
    to experiment: String, hyperparameters: [ExactString: Scalar], status: JobStatus = .queued,
    results: [ExactString: Scalar] = [:], lineage: JobLineage? = nil
  ) throws(JobError) -> Job {
    try check(experiment: experiment) { () throws(JobError) in
      try JobChecks.values(hyperparameters, role: "hyperparameters")
      try JobChecks.values(results, role: "results")
      try JobChecks.lineage(lineage)
    }
    return try change(.jobs(of: experiment), experiment: experiment) { transaction throws(JobError) in
      _ = try transaction.existing(experiment)
      var job = Job(
        id: "", experiment: experiment, hyperparameters: hyperparameters, results: results,
        created: transaction.now, lineage: lineage)
      if status == .running { job.beginByHand(now: transaction.now) }
      if status.isFinal {
        job.status = status
        job.ended = transaction.now
      }
      return try transaction.insert(job)
    }
  }

  /// Adds those of the jobs that an experiment does not have, in one step: of several who do so at the same time, only
  /// one adds them.
  ///
  /// - Parameters:
  ///   - experiment: The experiment they belong to.
  ///   - hyperparameters: What is to be tried; what stands there twice is there twice.
  /// - Returns: The jobs that were added.
  /// - Throws: ``JobError``: `notFound` without the experiment, `invalid`.
  @discardableResult
  public func addMissingJobs(
    to experiment: String, hyperparameters: [[ExactString: Scalar]]
  ) throws(JobError) -> [Job] {
    try check(experiment: experiment) { () throws(JobError) in
      for values in hyperparameters { try JobChecks.values(values, role: "hyperparameters") }
    }
    return try change(.experiment(experiment), experiment: experiment) { transaction throws(JobError) in
      _ = try transaction.existing(experiment)
      var missing = hyperparameters
      for job in try transaction.jobs(of: experiment).jobs {
        if let position = missing.firstIndex(of: job.hyperparameters) { missing.remove(at: position) }
      }
      var added: [Job] = []
      for values in missing {
        let job = Job(id: "", experiment: experiment, hyperparameters: values, created: transaction.now)
        added.append(try transaction.insert(job))
      }
      return added
    }
  }

  /// The job of this id.
  ///
  /// - Throws: ``JobError``: `notFound`, `damaged`.
  public func job(_ id: String) throws(JobError) -> Job {
    try look(job: id) { transaction throws(JobError) in try transaction.existingJob(id) }
  }

  /// All jobs of an experiment that can be read, oldest first; ``listing(of:)`` also says what is wrong with others.
  ///
  /// - Throws: ``JobError``: `notFound` without the experiment.
  public func allJobs(of experiment: String) throws(JobError) -> [Job] {
    try listing(of: experiment).jobs
  }

  /// All jobs of an experiment, oldest first, and what is wrong with those that cannot be read.
  ///
  /// - Throws: ``JobError``: `notFound` without the experiment.
  public func listing(of experiment: String) throws(JobError) -> JobListing {
    try look(experiment: experiment) { transaction throws(JobError) in
      _ = try transaction.existing(experiment)
      var listing = try transaction.jobs(of: experiment)
      listing.damaged = listing.damaged.map { $0.located(at: path, experiment: experiment) }
      return listing
    }
  }

  /// How many jobs an experiment has of each status, 0 included.
  ///
  /// - Throws: ``JobError``: `notFound` without the experiment.
  public func counts(of experiment: String) throws(JobError) -> [JobStatus: Int] {
    try look(experiment: experiment) { transaction throws(JobError) in
      _ = try transaction.existing(experiment)
      return try transaction.allCounts(of: experiment)
    }
  }

  /// Keeps status, hyperparameters and results of `job`, as somebody wants them.
  ///
  /// A job that a worker has and that gets another status is lost to the worker; with the status unchanged the worker
  /// goes on, and what it ends with replaces what is kept here. RUNNING, set from another status, is as in
  /// ``addJob(to:hyperparameters:status:results:)``.
  ///
  /// - Parameters:
  ///   - job: What is to be kept, by its id.
  ///   - safe: Whether it is refused if the job changed since this copy of it was read.
  /// - Returns: The job as it is now; its version is one more.
  /// - Throws: ``JobError``: `unsafeUpdate`, `notFound`, `invalid`.
  @discardableResult
  public func pushUpdates(_ job: Job, safe: Bool = true) throws(JobError) -> Job {
    try check(job: job.id) { () throws(JobError) in
      try JobChecks.values(job.hyperparameters, role: "hyperparameters")
      try JobChecks.values(job.results, role: "results")
    }
    return try change(.job(job.id), job: job.id) { transaction throws(JobError) in
      var current = try transaction.existingJob(job.id)
      guard !safe || current.version == job.version else {
        throw JobError.unsafeUpdate(found: current.version, expected: job.version)
      }
      current.hyperparameters = job.hyperparameters
      current.results = job.results
      current.move(to: job.status, now: transaction.now)
      try transaction.update(current, adding: nil)
      return current
    }
  }

  /// Puts a job that is over back into the queue; its failures and results are kept, its attempts are forgiven.
  ///
  /// - Throws: ``JobError``: `notFound`; `invalid` for a job that is queued or running.
  @discardableResult
  public func retry(_ id: String) throws(JobError) -> Job {
    try change(.job(id), job: id) { transaction throws(JobError) in
      var job = try transaction.existingJob(id)
      guard job.status.isFinal else {
        throw JobError(
          .invalid, experiment: job.experiment,
          detail: "The job is \(job.status.rawValue); only one that is over can be tried anew.")
      }
      job.startOver()
      try transaction.update(job, adding: nil)
      return job
    }
  }

  /// Deletes a job, in whatever status; a worker that runs it finds its lease lost.
  ///
  /// Its id is never used again.
  ///
  /// - Parameters:
  ///   - id: Which one.
  ///   - ensure: Whether it is an error if there is none.
  /// - Throws: ``JobError``: `notFound`.
  public func deleteJob(_ id: String, ensure: Bool = true) throws(JobError) {
    try change(.job(id), job: id) { transaction throws(JobError) in
      if try !transaction.deleteJob(id), ensure { throw JobError.noJobOfThisID }
    }
  }
}

extension JobTransaction {
  /// The job of this id, or the error that there is none.
  func existingJob(_ id: String) throws(JobError) -> Job {
    guard let job = try job(id) else { throw JobError.noJobOfThisID }
    return job
  }

  /// How many jobs there are of each status, 0 included.
  func allCounts(of experiment: String) throws(JobError) -> [JobStatus: Int] {
    var counts = Dictionary(uniqueKeysWithValues: JobStatus.allCases.map { ($0, 0) })
    counts.merge(try self.counts(of: experiment)) { $1 }
    return counts
  }
}

extension JobError {
  /// That there is no job of the id that was asked for.
  static var noJobOfThisID: JobError {
    JobError(.notFound, detail: "There is no job of this id: it was deleted, or is of another queue.")
  }
}
