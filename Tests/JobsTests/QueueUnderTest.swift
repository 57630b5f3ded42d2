import Diagnostics
import Jobs
import RunModel
import TestSupport

/// The stores that every test of the queue's rules runs with.
enum StoreKind: CaseIterable {
  case sqlite, memory, postgreSQL

  /// Those that there are here: PostgreSQL where it was built in and is installed, as in continuous integration.
  static var allCases: [StoreKind] { [.sqlite, .memory] + (hasPostgreSQL ? [.postgreSQL] : []) }

  /// Those that several processes or queues can share.
  static var shared: [StoreKind] { allCases.filter { $0 != .memory } }

  /// Whether queues can be in PostgreSQL here.
  static let hasPostgreSQL: Bool = {
    #if PostgreSQL
      let isInstalled = PostgreSQLServer.isInstalled
      if !isInstalled {
        print("note: no PostgreSQL server is installed: its tests are left out (scripts/set-up test)")
      }
      return isInstalled
    #else
      print("note: built without the trait PostgreSQL: its tests are left out")
      return false
    #endif
  }()
}

/// A queue with one experiment, “e”, and a clock that stands.
struct QueueUnderTest {
  let queue: JobQueue
  let clock = TestClock()
  /// Where the queue is, with the password if it has one.
  let address: String
  private let scratch: TemporaryDirectory

  init(_ kind: StoreKind = .sqlite, experiment: String = "e") async throws {
    scratch = try TemporaryDirectory()
    switch kind {
    case .sqlite:
      address = scratch.path + "/jobs.sqlite"
      queue = try JobQueue.open(address, creating: true, now: clock.now)
    case .memory:
      address = "memory"
      queue = JobQueue(store: MemoryJobStore(now: clock.now))
    case .postgreSQL:
      let server = try PostgreSQLServer.shared.get()
      address = server.address(try server.makeDatabase())
      queue = try Self.open(address, creating: true, clock: clock)
    }
    try await queue.addExperiment(experiment)
  }

  /// Where the queue is, as messages show it.
  var path: String { queue.path }

  /// The queue in the file or, with the test's clock in place of its own, in the database of `address`.
  static func open(_ address: String, creating: Bool, clock: TestClock) throws -> JobQueue {
    #if PostgreSQL
      if JobQueue.isAddress(address) {
        return JobQueue(store: try PostgreSQLJobStore(address: address, creating: creating, clock: clock.now))
      }
    #endif
    return try JobQueue.open(address, creating: creating, now: clock.now)
  }

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

  /// A second queue on the same file or database, as another process would have it.
  func another() throws -> JobQueue {
    try Self.open(address, creating: false, clock: clock)
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
