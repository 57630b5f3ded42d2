import Dispatch

/// Runs what a queue is asked for, one after the other, on a thread that may wait for another process's lock.
///
/// Swift's own threads are as many as there are cores; one that waits for a file would be missing to everybody else.
final class QueueExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "assay.jobs")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
