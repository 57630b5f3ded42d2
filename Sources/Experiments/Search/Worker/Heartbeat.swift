import Jobs

/// Says every while that a worker is alive, while its program runs and its run is stored; ends the program when the job
/// is not its own any more.
struct Heartbeat: Sendable {
  let queue: JobQueue
  let job: Job
  /// For how many seconds a lease is renewed, a third of which is between two beats.
  let lease: Double

  /// Runs `body`, whose task is cancelled when the lease is lost or the caller's task is cancelled.
  ///
  /// It beats until `body` has ended, also while that ends after being cancelled. A queue that cannot be used for a
  /// while is no loss yet: the next beat tries again.
  ///
  /// - Returns: What `body` gave, and how the job was lost, if it was; also lost is one that `body` itself has ended.
  func during<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) async -> (Value, JobError?) {
    let work = Task { await body() }
    // A task of its own, since a worker that is stopped must be heard of until its program has ended.
    let beating = Task {
      let loss = await beat()
      if loss != nil { work.cancel() }
      return loss
    }
    return await withTaskCancellationHandler {
      let value = await work.value
      beating.cancel()
      return (value, await beating.value)
    } onCancel: {
      work.cancel()
    }
  }

  /// Beats until the lease is lost; returns nil when the task is cancelled.
  private func beat() async -> JobError? {
    while true {
      do {
        try await Task.sleep(for: .seconds(lease / 3))
      } catch {
        return nil
      }
      do throws(JobError) {
        try await queue.renewLease(of: job, for: lease)
      } catch {
        if error.reason == .leaseLost { return error }
      }
    }
  }
}
