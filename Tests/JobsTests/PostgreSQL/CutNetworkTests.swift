#if PostgreSQL
  import Diagnostics
  import Foundation
  import Jobs
  import RunModel
  import ServerSupport
  import TestSupport
  import Testing

  /// A worker whose network is cut for longer than its lease lasts.
  @Suite(.enabled(if: StoreKind.hasPostgreSQL), .serialized) struct CutNetworkTests {
    private static let lease = 1.5
    private static let jobs = 60

    @Test func theJobGoesToAnotherAndTheLateWordIsRefused() async throws {
      let server = try PostgreSQLServer.shared.get()
      let database = try server.makeDatabase()
      let queue = try JobQueue.open(server.address(database), creating: true, now: QueuePlace.now)
      try await queue.addExperiment("squares")
      for x in 0..<Self.jobs { try await queue.addJob(to: "squares", hyperparameters: ["x": .integer(x)]) }

      let forwarder = try TCPForwarder(to: server.port)
      let workers = try QueueWorkers(lease: Self.lease, proposals: 0, pause: 200)
      try workers.start(on: server.address(database, port: forwarder.port))
      try await begin("w0", times: 2, workers)
      // In the middle of a job, as far as can be told from outside.
      forwarder.halt()
      for _ in 0..<3 { try workers.start(on: server.address(database)) }
      let deadline = Date(timeIntervalSinceNow: 60)
      while Date() < deadline {
        try await Task.sleep(for: .milliseconds(20))
        // Its job has another worker: now the late word may come.
        if try await queue.allJobs(of: "squares").contains(where: {
          $0.failures.contains { $0.worker == "w0" }
        }) {
          break
        }
      }
      try await Task.sleep(for: .seconds(Self.lease))
      forwarder.goOn()
      #expect(workers.end(within: 120), "a worker that never ends, or fails")

      let jobs = try await queue.allJobs(of: "squares")
      let events = try workers.events()
      let lost = events.filter { $0.word == "lost" }
      let failures = jobs.flatMap(\.failures)
      print(
        """
        cut: \(workers.starts) workers, \(jobs.count) jobs, one worker cut off for longer than its lease; \
        \(failures.count) attempts cut short, \(lost.count) late words refused, \
        \(events.count { $0.word == "done" }) done
        """)
      QueueWorkerEvent.check(jobs, events, queued: Self.jobs, proposals: 0, kills: 0)
      #expect(failures.contains { $0.worker == "w0" })
      // It was begun by the worker that was cut off and ended by another.
      for failure in failures where failure.worker == "w0" {
        let job = try #require(jobs.first { $0.failures.contains(failure) })
        #expect(job.attempts > failure.attempt)
        let word = lost.contains { $0.job == job.id && $0.attempt == failure.attempt && $0.worker == "w0" }
        let begun = events.contains {
          $0.word == "begin" && $0.job == job.id && $0.attempt == failure.attempt && $0.worker == "w0"
        }
        // A claim that was on its way when the network was cut is not begun with at all.
        #expect(word == begun)
      }
    }

    /// Waits until a worker has begun so many jobs.
    private func begin(_ worker: String, times: Int, _ workers: QueueWorkers) async throws {
      for _ in 0..<3000 {
        let events = (try? workers.events()) ?? []
        if events.count(where: { $0.word == "begin" && $0.worker == worker }) >= times { return }
        try await Task.sleep(for: .milliseconds(10))
      }
      Issue.record("\(worker) did not begin \(times) jobs")
    }
  }
#endif
