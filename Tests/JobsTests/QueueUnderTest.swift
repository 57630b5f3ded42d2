import Diagnostics
import Jobs
import RunModel
import TestSupport

/// The stores that every test of the queue's rules runs with.
enum StoreKind: CaseIterable {
  case sqlite, memory
}

/// A queue with one experiment, “e”, and a clock that stands.
struct QueueUnderTest {
  let queue: JobQueue
  let clock = TestClock()
  private let scratch: TemporaryDirectory

  init(_ kind: StoreKind = .sqlite, experiment: String = "e") async throws {
    scratch = try TemporaryDirectory()
    switch kind {
    case .sqlite: queue = try JobQueue.open(scratch.path + "/jobs.sqlite", creating: true, now: clock.now)
    case .memory: queue = JobQueue(store: MemoryJobStore(now: clock.now))
    }
    try await queue.addExperiment(experiment)
  }

  /// The file of the queue.
  var path: String { queue.path }

  /// Adds `count` jobs to “e”.
  @discardableResult
  func add(_ count: Int = 1) async throws -> [Job] {
    var jobs: [Job] = []
    for x in 0..<count { jobs.append(try await queue.addJob(to: "e", hyperparameters: ["x": .integer(x)])) }
    return jobs
  }

  /// Claims a job of “e” for a minute.
  func claim(_ worker: String = "w", retries: Int = 0) async throws -> Job {
    try await queue.nextJob(of: "e", worker: worker, lease: 60, retries: retries)
  }

  /// A second queue on the same file, as another process would have it.
  func another() throws -> JobQueue {
    try JobQueue.open(path, creating: false, now: clock.now)
  }
}

/// The reason for which `body` is refused; nil if it is not.
func refusal(_ body: () async throws -> some Any) async -> JobError? {
  do {
    _ = try await body()
    return nil
  } catch {
    return error as? JobError
  }
}
