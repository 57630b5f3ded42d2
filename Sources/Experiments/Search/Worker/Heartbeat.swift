import Jobs

/// Says every while that a worker is alive, while its program runs; ends the program when the job is not its own any
/// more.
struct Heartbeat: Sendable {
  let queue: JobQueue
  let job: Job
  /// For how many seconds a lease is renewed, a third of which is between two beats.
  let lease: Double

  /// Runs `body`, whose task is cancelled when the lease is lost.
  ///
  /// A queue that cannot be used for a while is no loss yet: the next beat tries again.
  ///
  /// - Returns: What `body` gave, and how the job was lost, if it was.
  func during<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) async -> (Value, JobError?) {
    let work = Task { await body() }
    return await withTaskCancellationHandler {
      await withTaskGroup(of: JobError?.self) { group in
        group.addTask { await self.beat() }
        group.addTask {
          _ = await work.value
          return nil
        }
        let first = await group.next() ?? nil
        if first != nil { work.cancel() }
        group.cancelAll()
        return (await work.value, first)
      }
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
