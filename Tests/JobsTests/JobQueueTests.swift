import Diagnostics
import Jobs
import RunModel
import TestSupport
import Testing

@Suite struct JobQueueTests {
  private let scratch: TemporaryDirectory
  private let clock = TestClock()

  init() throws {
    scratch = try TemporaryDirectory()
  }

  private func open(_ name: String = "jobs.sqlite") throws -> JobQueue {
    try JobQueue.open(scratch.path + "/" + name, creating: true, now: clock.now)
  }

  @Test func aJobIsAddedClaimedAndFinished() async throws {
    let queue = try open()
    try await queue.addExperiment("digits")
    let added = try await queue.addJob(to: "digits", hyperparameters: ["depth": 3])
    #expect(added.id == "0001")
    #expect(added.status == .queued)
    let job = try await queue.nextJob(of: "digits", worker: "w1", lease: 60)
    #expect(job.id == added.id)
    #expect(job.status == .running)
    #expect(job.hyperparameters == ["depth": 3])
    let done = try await queue.finish(job, results: ["accuracy": 0.97])
    #expect(done.status == .done)
    #expect(try await queue.job("0001") == done)
    #expect(done.results == ["accuracy": 0.97])
  }
}
