#if PostgreSQL
  import Diagnostics
  import Jobs
  import RunModel
  import TestSupport
  import Testing

  /// What is told to those who wait.
  @Suite(.enabled(if: StoreKind.hasPostgreSQL)) struct PostgreSQLListenerTests {
    private let test: QueueUnderTest

    init() async throws {
      test = try await QueueUnderTest(.postgreSQL)
    }

    /// Waits until the listener listens: then everything counts as changed once.
    private func listen(_ store: some JobStore) async -> Int {
      let before = store.changes(of: "e") ?? -1
      for _ in 0..<3000 where store.changes(of: "e") == before {
        try? await Task.sleep(for: .milliseconds(10))
      }
      return store.changes(of: "e") ?? -1
    }

    /// How many changes of “e” a store hears of while `body` runs.
    private func heard(_ store: some JobStore, _ body: () async throws -> Void) async throws -> Int {
      let before = store.changes(of: "e") ?? -1
      try await body()
      // What was said before on the same connection of the server has arrived when this has.
      let mark = store.changes(of: "mark")
      try await test.queue.pushUpdates(test.queue.experiment("mark"))
      for _ in 0..<3000 where store.changes(of: "mark") == mark {
        try await Task.sleep(for: .milliseconds(10))
      }
      return (store.changes(of: "e") ?? -1) - before
    }

    @Test func whatGivesSomebodyWorkIsToldAndNothingElse() async throws {
      let store = try PostgreSQLJobStore(address: test.address, creating: false, clock: test.clock.now)
      try await test.queue.addExperiment("mark")
      #expect(await listen(store) > 0)
      let queue = test.queue
      #expect(try await heard(store) { try await test.add() } == 1)
      #expect(try await heard(store) { _ = try await test.claim() } == 0)
      let job = try await queue.job("0001")
      #expect(try await heard(store) { try await queue.renewLease(of: job, for: 60) } == 0)
      #expect(try await heard(store) { _ = await refusal { try await test.claim() } } == 0)
      #expect(try await heard(store) { try await queue.release(job) } == 1)
      #expect(
        try await heard(store) {
          try await queue.finish(try await test.claim())
          _ = try await queue.nextJob(of: "e", worker: "w", lease: 60) { _ in .job(["x": 1]) }
        } == 1)
      #expect(try await heard(store) { try await queue.retry("0001") } == 1)
      #expect(try await heard(store) { try await queue.deleteJob("0001") } == 1)
      test.clock.advance(seconds: 61)
      #expect(try await heard(store) { try await queue.expireLeases(of: "e") } == 1)
      #expect(try await heard(store) { try await queue.pushUpdates(queue.experiment("e")) } == 1)
      // What is undone is not told.
      #expect(
        try await heard(store) {
          _ = await refusal {
            try await queue.addJob(
              to: "e", hyperparameters: ["x": .text(String(repeating: "x", count: JobLimit.valueBytes))])
          }
        } == 0)
      #expect(try await heard(store) { try await queue.deleteExperiment("e") } == 1)
      try store.close()
    }

    @Test func whatChangesBetweenTheLookAndTheWaitIsNotMissed() async throws {
      let store = try PostgreSQLJobStore(address: test.address, creating: false, clock: test.clock.now)
      let seen = await listen(store)
      try await test.add()
      for _ in 0..<3000 where store.changes(of: "e") == seen { try await Task.sleep(for: .milliseconds(10)) }
      // It has arrived; who waits for it now must not wait for another.
      let beginning = ContinuousClock.now
      await store.waitForChange(of: "e", after: seen, atMost: 600)
      #expect(ContinuousClock.now - beginning < .seconds(60))
      try store.close()
    }

    @Test func afterItsConnectionWasLostItListensAgain() async throws {
      let store = try PostgreSQLJobStore(address: test.address, creating: false, clock: test.clock.now)
      let before = await listen(store)
      let server = try PostgreSQLServer.shared.get()
      let ended = try server.sql(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' "
          + "AND datname = current_database()",
        in: try #require(test.address.split(separator: "/").last.map(String.init)))
      #expect(ended == "1\n")
      // Everything counts as changed once it listens again.
      for _ in 0..<3000 where store.changes(of: "e") == before {
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(store.changes(of: "e") == before + 1)
      try await test.add()
      for _ in 0..<3000 where store.changes(of: "e") == before + 1 {
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(store.changes(of: "e") == before + 2)
      try store.close()
    }

    @Test func aQueueThatIsClosedKeepsNobodyWaiting() async throws {
      let store = try PostgreSQLJobStore(address: test.address, creating: false, clock: test.clock.now)
      let seen = await listen(store)
      let waiting = Task { await store.waitForChange(of: "e", after: seen, atMost: 600) }
      try await Task.sleep(for: .milliseconds(20))
      try store.close()
      await waiting.value
      await store.waitForChange(of: "e", after: seen, atMost: 600)
    }
  }
#endif
