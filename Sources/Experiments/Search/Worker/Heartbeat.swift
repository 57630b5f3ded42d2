import Jobs

/// Says every while that a worker is alive, while its program runs and its run is stored; ends the program when the job
/// is not its own any more.
struct Heartbeat: Sendable {
  let queue: JobQueue
  let job: Job
  /// For how many seconds a lease is renewed, a third of which is between two beats.
  let lease: Double
  /// When the job was asked for, by this machine's clock: from then on the lease counts at the latest.
  var since = ContinuousClock.now

  /// Runs `body`, whose task is cancelled when the lease is lost or the caller's task is cancelled.
  ///
  /// It beats until `body` has ended, also while that ends after being cancelled. A queue that cannot be used for a
  /// while is no loss yet: the next beat tries again, until the lease has ended by this machine's own measure, from the
  /// moment at which the last beat that reached the queue was sent. From then on another worker may have the job, so
  /// this one stops, lest both store a run.
  ///
  /// - Returns: What `body` gave, and how the job was lost, if it was; also lost is one that `body` itself has ended.
  func during<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) async -> (Value, JobError?) {
    let work = Task { await body() }
    // Tasks of their own, since a worker that is stopped must be heard of until its program has ended.
    let heard = LastBeat(since)
    let watching = Task(executorPreference: SteadyExecutor.shared) { () -> JobError? in
      guard await heard.sleepUntilSilent(for: lease) else { return nil }
      work.cancel()
      return JobError(
        .leaseLost, queue: queue.path, experiment: job.experiment, job: job.id,
        detail: "The queue could not be reached until the lease ended, \(lease) s after it was last renewed.")
    }
    let beating = Task(executorPreference: SteadyExecutor.shared) { () -> JobError? in
      let loss = await beat(heard)
      if loss != nil { work.cancel() }
      return loss
    }
    return await withTaskCancellationHandler {
      let value = await work.value
      watching.cancel()
      beating.cancel()
      if let loss = await watching.value { return (value, loss) }
      return (value, await beating.value)
    } onCancel: {
      work.cancel()
    }
  }

  /// Beats until the lease is lost; returns nil when the task is cancelled.
  private func beat(_ heard: LastBeat) async -> JobError? {
    // A claim that took long has used up a part of the lease.
    var pause = lease / 3 - (ContinuousClock.now - since) / .seconds(1)
    while await SteadyExecutor.shared.sleep(seconds: pause) {
      pause = lease / 3
      let sent = ContinuousClock.now
      do throws(JobError) {
        try await queue.renewLease(of: job, for: lease)
        heard.note(sent)
      } catch {
        if error.reason == .leaseLost { return error }
      }
    }
    return nil
  }
}
