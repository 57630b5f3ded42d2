import Diagnostics
import Jobs
import RunModel
import TestSupport
import Testing

/// The life of a job, with every store.
@Suite struct JobQueueTests {
  @Test(arguments: StoreKind.allCases) func aJobIsAddedClaimedAndFinished(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    let queue = test.queue
    try await queue.addExperiment("digits")
    let added = try await queue.addJob(to: "digits", hyperparameters: ["depth": 3])
    #expect(added.id == "0001" && added.status == .queued && added.attempts == 0 && added.version == 1)
    #expect(added.created == test.clock.moment && added.started == nil && added.worker == nil)

    test.clock.advance(seconds: 2)
    let job = try await queue.nextJob(of: "digits", worker: "w1", lease: 60)
    #expect(job.id == added.id && job.status == .running && job.hyperparameters == ["depth": 3])
    #expect(job.worker == "w1" && job.attempts == 1 && job.version == 2)
    #expect(job.started == test.clock.moment && job.ended == nil)
    #expect(job.leaseEnds?.microseconds == test.clock.moment.microseconds + 60_000_000)

    test.clock.advance(seconds: 3)
    let done = try await queue.finish(job, results: ["accuracy": 0.97])
    #expect(done.status == .done && done.results == ["accuracy": 0.97] && done.leaseEnds == nil)
    #expect(done.ended == test.clock.moment && done.failures == [])
    #expect(try await queue.job("0001") == done)
  }

  @Test(arguments: StoreKind.allCases) func jobsAreGivenOutOldestFirstAndNoneTwice(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    let ids = try await test.add(3).map(\.id)
    var claimed: [String] = []
    for worker in ["a", "b", "c"] { claimed.append(try await test.claim(worker).id) }
    #expect(claimed == ids)
    let error = await refusal { try await test.claim("d") }
    #expect(error?.reason == .noJob && error?.isFinished == false && error?.experiment == "e")
  }

  @Test(arguments: StoreKind.allCases, [JobStatus.done, .pruned, .crashed])
  func aJobThatIsOverTakesNoMoreFromItsWorker(_ kind: StoreKind, _ status: JobStatus) async throws {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    let job = try await test.claim()
    let ended = try await test.queue.finish(job, as: status, results: ["loss": 1], error: "why")
    #expect(ended.status == status && ended.results == ["loss": 1])
    #expect(ended.failures.map(\.error) == ["why"] && ended.failures.map(\.attempt) == [1])
    #expect(await refusal { try await test.queue.finish(job) }?.reason == .leaseLost)
    #expect(await refusal { try await test.queue.crash(job, error: "late") }?.reason == .leaseLost)
    #expect(await refusal { try await test.queue.release(job) }?.reason == .leaseLost)
    #expect(await refusal { try await test.queue.renewLease(of: job, for: 9) }?.reason == .leaseLost)
    #expect(try await test.queue.job(job.id) == ended)
  }

  @Test(arguments: StoreKind.allCases) func aJobEndsAsNothingThatIsNoEnd(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    let job = try await test.claim()
    for status in [JobStatus.queued, .running] {
      #expect(await refusal { try await test.queue.finish(job, as: status) }?.reason == .invalid)
    }
    #expect(try await test.queue.job(job.id) == job)
  }

  @Test(arguments: StoreKind.allCases) func retriesAreBoundedAndEveryTraceIsKept(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    for attempt in 1...3 {
      let job = try await test.claim("w\(attempt)", retries: 2)
      #expect(job.attempts == attempt)
      let after = try await test.queue.crash(job, error: "trace \(attempt)")
      #expect(after.status == (attempt < 3 ? .queued : .crashed))
      #expect((after.ended == nil) == (attempt < 3))
    }
    let job = try await test.queue.job("0001")
    #expect(job.failures.map(\.error) == ["trace 1", "trace 2", "trace 3"])
    #expect(job.failures.map(\.attempt) == [1, 2, 3] && job.failures.map(\.worker) == ["w1", "w2", "w3"])
    #expect(await refusal { try await test.claim() }?.reason == .noJob)
  }

  @Test(arguments: StoreKind.allCases) func aCrashMaySayItselfHowOftenIsTriedAgain(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    #expect(try await test.queue.crash(test.claim(), error: "a", retries: 1).status == .queued)
    #expect(try await test.queue.crash(test.claim(retries: 5), error: "b", retries: 1).status == .crashed)
  }

  @Test(arguments: StoreKind.allCases) func aJobThatIsGivenBackHasAllItsRetriesYet(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    for _ in 0..<3 {
      let back = try await test.queue.release(test.claim(retries: 1))
      #expect(back.status == .queued && back.failures == [] && back.leaseEnds == nil)
    }
    #expect(try await test.queue.crash(test.claim(retries: 1), error: "a").status == .queued)
    #expect(try await test.queue.crash(test.claim(retries: 1), error: "b").status == .crashed)
    let job = try await test.queue.job("0001")
    #expect(job.attempts == 5 && job.excused == 3 && job.failures.map(\.attempt) == [4, 5])
  }

  @Test(arguments: StoreKind.allCases, [JobStatus.done, .pruned, .crashed])
  func whatIsOverCanBeTriedAnew(_ kind: StoreKind, _ status: JobStatus) async throws {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    #expect(await refusal { try await test.queue.retry("0001") }?.reason == .invalid)
    let job = try await test.claim()
    #expect(await refusal { try await test.queue.retry("0001") }?.reason == .invalid)
    try await test.queue.finish(job, as: status, error: "why")
    let again = try await test.queue.retry("0001")
    #expect(again.status == .queued && again.ended == nil && again.failures.map(\.error) == ["why"])
    // What was attempted before does not count.
    #expect(try await test.queue.crash(test.claim(retries: 1), error: "b").status == .queued)
    #expect(try await test.queue.crash(test.claim(retries: 1), error: "c").status == .crashed)
    #expect(try await test.queue.job("0001").failures.map(\.error) == ["why", "b", "c"])
  }

  @Test(arguments: StoreKind.allCases) func aJobCanBeDeletedWhileItRuns(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    try await test.add(2)
    let job = try await test.claim()
    try await test.queue.deleteJob(job.id)
    #expect(await refusal { try await test.queue.renewLease(of: job, for: 60) }?.reason == .leaseLost)
    #expect(await refusal { try await test.queue.finish(job) }?.reason == .leaseLost)
    #expect(await refusal { try await test.queue.job(job.id) }?.reason == .notFound)
    #expect(await refusal { try await test.queue.deleteJob(job.id) }?.reason == .notFound)
    try await test.queue.deleteJob(job.id, ensure: false)
    #expect(try await test.queue.allJobs(of: "e").map(\.id) == ["0002"])
    try await test.queue.deleteJob("0002")
    #expect(try await test.add().map(\.id) == ["0003"], "an id is never used again")
  }

  @Test(arguments: StoreKind.allCases) func jobsAreCountedByStatus(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    try await test.add(4)
    try await test.queue.finish(test.claim())
    try await test.queue.crash(test.claim(), error: "e")
    _ = try await test.claim()
    #expect(
      try await test.queue.counts(of: "e")
        == [.queued: 1, .running: 1, .crashed: 1, .pruned: 0, .done: 1])
  }

  @Test(arguments: StoreKind.allCases) func aJobCanBeAddedInAnyStatus(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    for status in JobStatus.allCases {
      let job = try await test.queue.addJob(
        to: "e", hyperparameters: ["x": 1], status: status, results: ["y": 2])
      #expect(job.status == status && job.results == ["y": 2] && (job.ended != nil) == status.isFinal)
      #expect(try await test.queue.job(job.id) == job)
    }
    // What somebody works on by hand has no lease, so it does not end by one.
    test.clock.advance(seconds: 1e9)
    #expect(try await test.queue.expireLeases(of: "e") == [])
    let running = try await test.queue.job("0002")
    #expect(running.status == .running && running.leaseEnds == nil)
    #expect(try await test.queue.finish(running, results: [:]).status == .done)
  }

  @Test(arguments: StoreKind.allCases) func aFailureOfTheSameAttemptTakesThePlaceOfTheOther(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    let store = test.queue.store
    try await test.add()
    let job = try await test.claim()
    for error in ["first", "second"] {
      let failure = JobFailure(attempt: 1, worker: error, timestamp: test.clock.moment, error: error)
      try store.change(.jobs(of: "e")) { transaction throws(JobError) in
        try transaction.update(job, adding: failure)
      }
    }
    #expect(try await test.queue.job(job.id).failures.map(\.error) == ["second"])
    #expect(try await test.queue.allJobs(of: "e")[0].failures.map(\.worker) == ["second"])
  }

  @Test(arguments: StoreKind.shared) func jobsThatAreMissingAreAddedOnceHoweverManyDoSo(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    try await test.add(2)
    let (address, clock) = (test.address, test.clock)
    let added = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let queue = try QueueUnderTest.open(address, creating: false, clock: clock)
          return try await queue.addMissingJobs(
            to: "e", hyperparameters: [["x": 1], ["x": 2], ["x": 2], ["x": 0]]
          ).count
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(added == 2)
    #expect(
      try await test.queue.allJobs(of: "e").map { $0.hyperparameters["x"]?.text } == ["0", "1", "2", "2"])
  }
}
