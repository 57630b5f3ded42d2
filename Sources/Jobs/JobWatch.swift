import RunModel

/// How a worker that found no job waits until there may be one.
///
/// A queue in a database is told when something changes, and one in a file has to be asked: 50 ms later at first, then
/// after twice as long each time, up to 2 s. Nothing that changes between the look for a job and the wait is missed, if
/// ``look()`` comes before the look.
///
/// ```swift
/// var watch = queue.watch("digits")
/// while true {
///   watch.look()
///   if let job = try? await queue.nextJob(of: "digits", worker: "w1", lease: 60) { … }
///   else { await watch.wait() }
/// }
/// ```
public struct JobWatch: Sendable {
  /// Seconds that a worker waits for a word before it looks for itself: words get lost where a worker dies in the middle
  /// of a claim.
  public static let longest = 30.0

  private let queue: JobQueue
  private let experiment: String
  private var seen: Int?
  private var pause = 0.05

  /// A watch of an experiment of `queue`.
  init(_ queue: JobQueue, _ experiment: String) {
    self.queue = queue
    self.experiment = experiment
  }

  /// Says that the worker is about to look for a job.
  public mutating func look() {
    seen = queue.store.changes(of: experiment)
  }

  /// Says that there was one.
  public mutating func found() {
    pause = 0.05
  }

  /// Waits until there may be a job: something changed since ``look()``, a lease ended, or it has been long enough.
  ///
  /// The queue can be used meanwhile. Returns at once when the task is cancelled.
  public mutating func wait() async {
    guard let seen else {
      try? await Task.sleep(for: .seconds(pause))
      pause = min(pause * 2, 2)
      return
    }
    let lease = (try? await queue.secondsToNextLeaseEnd(of: experiment)) ?? Self.longest
    // Not before the end, and not in an endless hurry where nobody may end the lease.
    await queue.store.waitForChange(
      of: experiment, after: seen, atMost: min(max(lease, pause), Self.longest))
    pause = min(pause * 2, 2)
  }
}

extension JobQueue {
  /// What waits for jobs of an experiment.
  public nonisolated func watch(_ experiment: String) -> JobWatch { JobWatch(self, experiment) }

  /// How many seconds there are until the first lease of an experiment ends; nil if no worker has one.
  func secondsToNextLeaseEnd(of experiment: String) throws(JobError) -> Double? {
    try look(experiment: experiment) { transaction throws(JobError) in
      try transaction.nextLeaseEnd(of: experiment).map {
        (Double($0.microseconds) - Double(transaction.now.microseconds)) / 1_000_000
      }
    }
  }
}
