#if PostgreSQL
  import Diagnostics
  import Foundation
  import Jobs
  import RunModel
  import TestSupport
  import Testing

  /// Worker processes on one database, whose server is killed and started again while they work.
  @Suite(.enabled(if: StoreKind.hasPostgreSQL), .serialized) struct RestartedServerTests {
    private static let workers = 8
    private static let lease = 20.0
    private static let jobs: Int = {
      let text = ProcessInfo.processInfo.environment["ASSAY_QUEUE_JOBS"] ?? ""
      return max(400, (Int(text) ?? 0) * 8)
    }()

    @Test func everyJobEndsOnceHoweverOftenTheServerIsKilled() async throws {
      // What it says it keeps has to be on the disk.
      let server = try PostgreSQLServer(isDurable: true)
      let address = server.address(try server.makeDatabase())
      let queue = try JobQueue.open(address, creating: true, now: QueuePlace.now)
      try await queue.addExperiment("squares")
      let queued = Self.jobs / 2
      for x in 0..<queued { try await queue.addJob(to: "squares", hyperparameters: ["x": .integer(x)]) }

      let beginning = Date()
      let workers = try QueueWorkers(lease: Self.lease, proposals: Self.jobs - queued, pause: 5)
      for _ in 0..<Self.workers { try workers.start(on: address) }
      // A first connection is tried once; only who has one lives through a restart.
      let patience = Date(timeIntervalSinceNow: 120)
      while Set((try? workers.events())?.map(\.worker) ?? []).count < Self.workers, Date() < patience {
        usleep(10_000)
      }
      var restarts = 0
      let deadline = Date(timeIntervalSinceNow: 600)
      while workers.areRunning, Date() < deadline {
        usleep(10_000)
        let due = (restarts + 1) * 45 * Self.jobs / 7
        guard restarts < 5, workers.logSize > due else { continue }
        try server.restart()
        restarts += 1
      }
      #expect(workers.end(within: 30), "a worker that never ends, or fails")

      let jobs = try await queue.allJobs(of: "squares")
      let events = try workers.events()
      let attempts = jobs.reduce(0) { $0 + $1.attempts }
      print(
        """
        restarts: \(Self.workers) workers, \(jobs.count) jobs in \(Int(Date().timeIntervalSince(beginning) * 1000)) ms, the \
        server killed \(restarts) times; \(attempts) attempts, \(events.count { $0.word == "begin" }) begun, \
        \(events.count { $0.word == "done" }) done, \(events.count { $0.word == "lost" }) lost
        """)
      #expect(restarts == 5)
      QueueWorkerEvent.check(jobs, events, queued: queued, proposals: Self.jobs - queued, kills: 0)
      // No worker died and no lease ended: a claim that the queue made is one that its worker heard of, and made once.
      #expect(attempts == jobs.count && events.count { $0.word == "begin" } == jobs.count)
      #expect(events.count { $0.word == "done" } == jobs.count && events.count { $0.word == "lost" } == 0)
      #expect(jobs.map(\.id).max() == jobs.map(\.id).last && jobs.count == Self.jobs)
    }
  }
#endif
