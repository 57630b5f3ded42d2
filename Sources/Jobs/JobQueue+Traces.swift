import RunModel

extension JobQueue {
  /// Adds what a program wrote to the failure of an attempt whose worker could not report it.
  ///
  /// An attempt whose lease ended says only that; what its program wrote may still be found where it ran, by whoever
  /// comes next.
  ///
  /// - Parameters:
  ///   - trace: The text, which comes after the error on lines of its own.
  ///   - id: The job.
  ///   - attempt: The attempt.
  /// - Returns: The job as it is now; unchanged if that attempt did not fail, or the text was added before.
  /// - Throws: ``JobError``: `notFound`.
  @discardableResult
  public func addTrace(_ trace: String, to id: String, attempt: Int) throws(JobError) -> Job {
    try change(.job(id), job: id) { transaction throws(JobError) in
      var job = try transaction.existingJob(id)
      guard let position = job.failures.firstIndex(where: { $0.attempt == attempt }) else { return job }
      var failure = job.failures[position]
      let addition = "\n\n" + trace
      guard !trace.isEmpty, !failure.error.hasSuffix(addition) else { return job }
      failure.error = JobChecks.shortened(failure.error + addition)
      job.failures[position] = failure
      job.version += 1
      try transaction.update(job, adding: failure)
      return job
    }
  }
}
