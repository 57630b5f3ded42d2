public import Diagnostics
public import RunModel

/// What a worker says of a job that it has. Each is refused with `leaseLost` if it does not have it any more: its lease
/// ended and somebody noticed, or the job was deleted or given another status. Which attempt the worker's copy of the job
/// is of decides, so that any copy since the claim will do.
extension JobQueue {
  /// Says that the worker is alive, for `seconds` from now on.
  ///
  /// A lease that ended, but whose end nobody has noticed, is renewed like any other.
  ///
  /// - Returns: The job as it is now.
  /// - Throws: ``JobError``: `leaseLost`, `invalid`.
  @discardableResult
  public func renewLease(of job: Job, for seconds: Double) throws(JobError) -> Job {
    try check(experiment: job.experiment, job: job.id) { () throws(JobError) in try JobChecks.lease(seconds) }
    return try changeOwn(job) { current, now throws(JobError) in
      current.renew(lease: seconds, now: now)
      return nil
    }
  }

  /// Ends a job.
  ///
  /// - Parameters:
  ///   - job: The job as it was claimed, or any later copy.
  ///   - status: DONE, PRUNED or, for a failure that no other attempt can mend, CRASHED.
  ///   - results: What was measured, in place of what the queue has; nil leaves that.
  ///   - error: What happened, with the trace; kept among the failures.
  /// - Returns: The job as it is now.
  /// - Throws: ``JobError``: `leaseLost`; `invalid` for another status or results that are too large.
  @discardableResult
  public func finish(
    _ job: Job, as status: JobStatus = .done, results: [ExactString: Scalar]? = nil, error: String? = nil
  ) throws(JobError) -> Job {
    try check(experiment: job.experiment, job: job.id) { () throws(JobError) in
      guard status.isFinal else {
        throw JobError(
          .invalid, detail: "A job cannot end as \(status.rawValue). Expected is DONE, PRUNED or CRASHED.")
      }
      try JobChecks.values(results ?? [:], role: "results")
    }
    return try changeOwn(job) { current, now throws(JobError) in
      if let results { current.results = results }
      let failure = error.map { current.failure(JobChecks.shortened($0), now: now) }
      current.end(as: status, now: now)
      return failure
    }
  }

  /// Says that the attempt failed: the job is QUEUED again, or CRASHED where its retries are used up.
  ///
  /// - Parameters:
  ///   - job: The job as it was claimed, or any later copy.
  ///   - error: What happened, with the trace; kept among the failures either way.
  ///   - retries: How often it may be tried again; nil for what the claim said.
  /// - Returns: The job as it is now.
  /// - Throws: ``JobError``: `leaseLost`, `invalid`.
  @discardableResult
  public func crash(_ job: Job, error: String, retries: Int? = nil) throws(JobError) -> Job {
    try check(experiment: job.experiment, job: job.id) { () throws(JobError) in
      try JobChecks.retries(retries ?? 0)
    }
    return try changeOwn(job) { current, now throws(JobError) in
      let failure = current.failure(JobChecks.shortened(error), now: now)
      if let retries { current.retries = retries }
      current.fail(now: now)
      return failure
    }
  }

  /// Gives a job back, as a worker does that is asked to stop: it is QUEUED, and the attempt does not count.
  ///
  /// - Returns: The job as it is now.
  /// - Throws: ``JobError``: `leaseLost`.
  @discardableResult
  public func release(_ job: Job) throws(JobError) -> Job {
    try changeOwn(job) { current, _ throws(JobError) in
      current.giveBack()
      return nil
    }
  }

  /// Changes a job that its worker still has; `transition` returns the failure of the attempt, if it is one.
  private func changeOwn(
    _ job: Job, _ transition: (inout Job, UTCTimestamp) throws(JobError) -> JobFailure?
  ) throws(JobError) -> Job {
    try change(.jobs(of: job.experiment), experiment: job.experiment, job: job.id) {
      transaction throws(JobError) in
      guard var current = try transaction.job(job.id) else {
        throw JobError(.leaseLost, detail: "The job was deleted while the worker had it.")
      }
      guard current.status == .running, current.attempts == job.attempts,
        ExactString(current.experiment) == ExactString(job.experiment)
      else {
        throw JobError(.leaseLost, detail: Self.loss(of: job, now: current))
      }
      let failure = try transition(&current, transaction.now)
      if let failure { current.failures.append(failure) }
      try transaction.update(current, adding: failure)
      return current
    }
  }

  /// How a worker lost a job.
  private static func loss(of job: Job, now current: Job) -> String {
    if current.status == .running {
      let other = VisibleText.quoting(current.worker ?? "")
      return "The lease ended, and the worker \(other) has the job now (attempt \(current.attempts))."
    }
    return current.attempts == job.attempts && current.status.isFinal
      ? "The job is over already: it is \(current.status.rawValue)."
      : "The worker does not have the job any more: it is \(current.status.rawValue), and its lease ended or "
        + "somebody changed it."
  }
}
