import Diagnostics
import Jobs
import RunModel
import Synchronization
import TestSupport
import Testing

/// A queue remembers the jobs that its proposals looked at; what they see is always what there is.
@Suite struct JobReaderTests {
  private struct Broken: Error {}

  /// The jobs of “e” as a proposal of `queue` sees them, which leaves everything as it is.
  private func seen(by queue: JobQueue) async throws -> [Job] {
    let jobs = Mutex<[Job]>([])
    let answer = await refusal {
      try await queue.nextJob(of: "e", worker: "w", lease: 60) { context in
        let found = try context.jobs()
        jobs.withLock { $0 = found }
        return .wait
      }
    }
    #expect(answer?.reason == .noJob)
    return jobs.withLock { $0 }
  }

  @Test(arguments: StoreKind.shared) func whatOthersChangedIsSeen(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    let other = try test.another()
    var generator = SeededGenerator(seed: 7)
    for x in 0..<40 {
      try await other.addJob(to: "e", hyperparameters: ["x": .integer(x)], status: .done)
    }
    for step in 0..<60 {
      // Now and then more changes between two looks than are read one by one.
      for _ in 0..<(step % 20 == 19 ? 60 : Int.random(in: 0...3, using: &generator)) {
        let jobs = try await other.allJobs(of: "e")
        var job = try #require(jobs.randomElement(using: &generator))
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: try await other.deleteJob(job.id)
        case 1: try await other.addJob(to: "e", hyperparameters: ["x": .integer(step)], status: .crashed)
        case 2:
          job.status = try #require(
            JobStatus.allCases.filter { $0 != .queued }.randomElement(using: &generator))
          try await other.pushUpdates(job)
        default:
          job.results["y"] = .integer(step)
          try await other.pushUpdates(job)
        }
      }
      #expect(try await seen(by: test.queue) == other.allJobs(of: "e"), "step \(step)")
    }
  }

  @Test(arguments: StoreKind.shared) func whatWasSeenInAChangeThatIsUndoneIsForgotten(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    let other = try test.another()
    try await test.add()
    let job = try await other.nextJob(of: "e", worker: "w", lease: 60)
    #expect(try await seen(by: test.queue).map(\.status) == [.running])
    test.clock.advance(seconds: 61)
    // The look ends the lease: the job is CRASHED, under the next version, until that is undone.
    let status = Mutex<[JobStatus]>([])
    let refused = await refusal {
      try await test.queue.nextJob(of: "e", worker: "w", lease: 60) { context in
        let jobs = try context.jobs()
        status.withLock { $0 = jobs.map(\.status) }
        throw Broken()
      }
    }
    #expect(refused?.reason == .proposalFailed && status.withLock { $0 } == [.crashed])
    // The worker was not noticed, and comes to its end under that version.
    try await other.finish(job, results: ["y": 1])
    let now = try await seen(by: test.queue)
    #expect(now.map(\.status) == [.done] && now.first?.results == ["y": 1])
  }

  @Test(arguments: StoreKind.shared) func anExperimentOfTheSameNameIsAnotherOne(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    try await test.queue.addJob(to: "e", hyperparameters: ["x": 1], status: .done)
    #expect(try await seen(by: test.queue).map(\.hyperparameters) == [["x": 1]])
    let other = try test.another()
    try await other.deleteExperiment("e")
    try await other.addExperiment("e")
    #expect(try await seen(by: test.queue).isEmpty)
    try await other.addJob(to: "e", hyperparameters: ["x": 2], status: .done)
    #expect(try await seen(by: test.queue).map(\.hyperparameters) == [["x": 2]])
  }

  #if PostgreSQL
    @Test(.enabled(if: StoreKind.hasPostgreSQL)) func whatADatabaseForgotIsForgotten() async throws {
      let test = try await QueueUnderTest(.postgreSQL)
      try await test.queue.addJob(to: "e", hyperparameters: ["x": 1], status: .done)
      #expect(try await seen(by: test.queue).map(\.status) == [.done])
      // As after a crash that took the last changes, and others in their place.
      let database = try #require(test.address.split(separator: "/").last.map(String.init))
      let server = try PostgreSQLServer.shared.get()
      try server.sql(
        "UPDATE assay.jobs SET status = 'CRASHED'",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
          + "AND pid <> pg_backend_pid()", in: database)
      #expect(try await seen(by: test.queue).map(\.status) == [.crashed])
    }
  #endif
}
