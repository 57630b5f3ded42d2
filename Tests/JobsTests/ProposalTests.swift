import Diagnostics
import Jobs
import RunModel
import Testing

/// Jobs that are proposed to workers who find none.
@Suite struct ProposalTests {
  private struct Broken: Error {}

  @Test(arguments: StoreKind.allCases) func queuedJobsComeFirstThenWhatIsProposed(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    func next() async throws -> Job {
      try await test.queue.nextJob(of: "e", worker: "w", lease: 60, retries: 1) { context in
        context.proposed < 2 ? .job(["place": .integer(context.proposed)]) : .finished
      }
    }
    let first = try await next()
    #expect(first.hyperparameters == ["x": 0])
    let second = try await next()
    #expect(second.hyperparameters == ["place": 0] && second.id == "0002" && second.status == .running)
    try await test.queue.deleteJob(second.id)
    let third = try await next()
    #expect(third.hyperparameters == ["place": 1], "deleting does not make a place free again")

    // A job that runs may fail and be tried again, so the experiment is not done yet.
    let waiting = await refusal { try await next() }
    #expect(waiting?.reason == .noJob && waiting?.isFinished == false)
    try await test.queue.finish(first)
    try await test.queue.crash(third, error: "e")
    let again = try await next()
    #expect(again.id == third.id)
    try await test.queue.finish(again)
    let finished = await refusal { try await next() }
    #expect(finished?.reason == .noJob && finished?.isFinished == true)
    #expect(try await test.queue.experiment("e").status == .done)
    #expect(try await test.queue.experiment("e").proposed == 2)
  }

  @Test(arguments: StoreKind.allCases) func aStrategySeesWhatBecameOfTheJobs(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    try await test.add(2)
    try await test.queue.finish(test.claim(), results: ["y": 0.5])
    _ = try await test.claim()
    let job = try await test.queue.nextJob(of: "e", worker: "w", lease: 60) { context in
      let jobs = try context.jobs()
      let counts = try context.counts()
      return .job([
        "seen": .text(jobs.map { $0.status.rawValue + ($0.results["y"]?.text ?? "") }.joined(separator: " ")),
        "done": .integer(counts[.done] ?? -1), "pruned": .integer(counts[.pruned] ?? -1),
      ])
    }
    #expect(job.hyperparameters == ["seen": "DONE0.5 RUNNING", "done": 1, "pruned": 0])
  }

  @Test(arguments: StoreKind.allCases) func waitingLeavesTheExperimentAsItIs(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    let before = try await test.queue.experiment("e")
    let error = await refusal {
      try await test.queue.nextJob(of: "e", worker: "w", lease: 60) { _ in .wait }
    }
    #expect(error?.reason == .noJob && error?.isFinished == false)
    #expect(try await test.queue.experiment("e") == before)
  }

  @Test(arguments: StoreKind.allCases) func aStrategyThatFailsChangesNothing(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    let before = try await test.queue.experiment("e")
    let error = await refusal {
      try await test.queue.nextJob(of: "e", worker: "w", lease: 60) { _ in throw Broken() }
    }
    #expect(error?.reason == .proposalFailed && error?.detail.contains("Broken") == true)
    let large = await refusal {
      try await test.queue.nextJob(of: "e", worker: "w", lease: 60) { _ in
        .job(["x": .text(String(repeating: "x", count: JobLimit.valueBytes))])
      }
    }
    #expect(large?.reason == .invalid)
    #expect(try await test.queue.experiment("e") == before)
    #expect(try await test.queue.allJobs(of: "e") == [])
  }

  @Test(arguments: StoreKind.allCases) func whatEndedByItsLeaseIsKnownEvenIfThereIsNoJob(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    _ = try await test.claim()
    test.clock.advance(seconds: 61)
    #expect(await refusal { try await test.claim() }?.reason == .noJob)
    #expect(try await test.queue.job("0001").status == .crashed)
  }
}
