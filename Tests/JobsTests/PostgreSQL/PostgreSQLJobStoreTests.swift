#if PostgreSQL
  import Diagnostics
  import Foundation
  import Jobs
  import RunModel
  import TestSupport
  import Testing

  /// What only a store has that many machines share.
  @Suite(.enabled(if: StoreKind.hasPostgreSQL)) struct PostgreSQLJobStoreTests {
    @Test func theDatabasesClockDecidesLeases() async throws {
      let test = try await QueueUnderTest(.postgreSQL)
      // This machine's clock stands at 1970; nobody asks it.
      let queue = try JobQueue.open(test.address, creating: false) { UTCTimestamp(microseconds: 0) }
      let before = Int64(Date().timeIntervalSince1970 * 1e6)
      let added = try await queue.addJob(to: "e", hyperparameters: [:])
      let job = try await queue.nextJob(of: "e", worker: "w", lease: 60)
      let after = Int64(Date().timeIntervalSince1970 * 1e6)
      #expect((before - 5_000_000...after + 5_000_000).contains(added.created.microseconds))
      let started = try #require(job.started?.microseconds)
      #expect(job.leaseEnds?.microseconds == started + 60_000_000)
      #expect((before - 5_000_000...after + 5_000_000).contains(started))
    }

    @Test func whoClaimsAQueuedJobDoesNotWaitForWhoIsAboutToClaimAnother() async throws {
      let test = try await QueueUnderTest(.postgreSQL)
      try await test.add(3)
      let (address, clock) = (test.address, test.clock)
      let ids = try await onThread {
        let stores = try (0..<3).map { _ in
          try PostgreSQLJobStore(address: address, creating: false, clock: clock.now)
        }
        defer { for store in stores { try? store.close() } }
        return try Self.taken(stores[...])
      }
      #expect(ids == ["0001", "0002", "0003"])
    }

    /// What each store takes while the transactions of those before it have not ended.
    private static func taken(_ stores: ArraySlice<PostgreSQLJobStore>) throws(JobError) -> [String] {
      guard let store = stores.first else { return [] }
      return try store.change(.jobs(of: "e")) { transaction throws(JobError) in
        let own = try transaction.firstQueued(of: "e")?.id ?? "none"
        return try [own] + taken(stores.dropFirst())
      }
    }

    @Test func aProposalHasTheExperimentForItself() async throws {
      let test = try await QueueUnderTest(.postgreSQL)
      try await test.add()
      let running = try await test.claim()
      let (queue, other) = (test.queue, try test.another())
      let ended = Ids()
      let job = try await queue.nextJob(of: "e", worker: "w", lease: 60) { context in
        let before = try context.jobs()
        // Somebody ends a job meanwhile; that has to wait.
        Task.detached {
          try await other.finish(running)
          ended.add("finished")
        }
        Thread.sleep(forTimeInterval: 0.3)
        let after = try context.jobs()
        return .job(["same": .boolean(before == after), "waits": .boolean(ended.all.isEmpty)])
      }
      #expect(job.hyperparameters == ["same": true, "waits": true])
      for _ in 0..<3000 where ended.all.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
      #expect(try await queue.job(running.id).status == .done)
    }

    @Test func aConnectionThatTheServerEndsIsMadeAnew() async throws {
      let test = try await QueueUnderTest(.postgreSQL)
      try await test.add()
      let server = try PostgreSQLServer.shared.get()
      let database = try #require(test.address.split(separator: "/").last.map(String.init))
      for _ in 0..<3 {
        try server.sql(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(database)' AND pid <> pg_backend_pid()",
          in: "postgres")
        let job = try await test.claim()
        #expect(job.id == "0001")
        try await test.queue.release(job)
      }
    }

    @Test func aChangeWhoseEndIsNotHeardOfIsMadeOnce() async throws {
      let test = try await QueueUnderTest(.postgreSQL)
      let server = try PostgreSQLServer.shared.get()
      let database = try #require(test.address.split(separator: "/").last.map(String.init))
      let store = try PostgreSQLJobStore(address: test.address, creating: false, clock: test.clock.now)
      // The connection is ended from within the transaction: what it did is undone, and done again.
      let runs = Ids()
      let job = try store.change(.jobs(of: "e")) { transaction throws(JobError) in
        let job = try transaction.insert(Job(id: "", experiment: "e", created: transaction.now))
        runs.add(job.id)
        if runs.all.count < 3 {
          _ = try? server.sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(database)' AND state LIKE 'idle in%'",
            in: "postgres")
        }
        return job
      }
      #expect(job.id == "0001" && runs.all == ["0001", "0001", "0001"])
      #expect(try await test.queue.allJobs(of: "e").map(\.id) == ["0001"])
      try store.close()
    }

    @Test func manyWhoProposeAndFinishGetAlongWithoutDeadlocks() async throws {
      let test = try await QueueUnderTest(.postgreSQL)
      let (address, clock) = (test.address, test.clock)
      let ids = try await withThrowingTaskGroup(of: [String].self) { group in
        for worker in 0..<8 {
          group.addTask {
            let queue = try QueueUnderTest.open(address, creating: false, clock: clock)
            var ids: [String] = []
            while true {
              do throws(JobError) {
                let job = try await queue.nextJob(of: "e", worker: "w\(worker)", lease: 60) { context in
                  context.proposed < 100 ? .job(["place": .integer(context.proposed)]) : .finished
                }
                ids.append(job.id)
                if ids.count % 3 == 0 { try await queue.pushUpdates(queue.experiment("e"), safe: false) }
                try await queue.finish(job)
              } catch {
                guard error.reason == .noJob else { throw error }
                if error.isFinished { return ids }
              }
            }
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(ids.count == 100 && Set(ids).count == 100)
      let jobs = try await test.queue.allJobs(of: "e")
      #expect(
        jobs.map { $0.hyperparameters["place"] } == (0..<100).map { .integer($0) }, "in the order of ids")
    }
  }

  /// Runs what waits on a thread of its own: Swift's are few.
  private func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value
  {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
      Thread { continuation.resume(with: Result { try body() }) }.start()
    }
  }

  /// What tasks have seen.
  private final class Ids: @unchecked Sendable {
    private let lock = NSLock()
    private var ids: [String] = []

    func add(_ id: String) { lock.withLock { ids.append(id) } }

    var all: [String] { lock.withLock { ids } }
  }
#endif
