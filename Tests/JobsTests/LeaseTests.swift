import Diagnostics
import Jobs
import RunModel
import Testing

/// Workers that are not heard of.
@Suite struct LeaseTests {
  @Test(arguments: StoreKind.allCases) func aLeaseThatEndedIsAFailedAttempt(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    let lost = try await test.claim("slow", retries: 1)
    test.clock.advance(seconds: 59.9)
    #expect(await refusal { try await test.claim("quick") }?.reason == .noJob)
    test.clock.advance(seconds: 0.1)
    let job = try await test.claim("quick", retries: 1)
    #expect(job.id == lost.id && job.attempts == 2 && job.worker == "quick")
    #expect(job.failures.map(\.worker) == ["slow"])
    #expect(job.failures[0].error == "The worker was not heard of until its lease ended.")
    #expect(job.failures[0].timestamp == test.clock.moment)
  }

  @Test(arguments: StoreKind.allCases) func aWorkerThatComesBackChangesNothing(_ kind: StoreKind) async throws
  {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    let lost = try await test.claim("slow", retries: 3)
    test.clock.advance(seconds: 61)
    // The same worker's name: the attempt tells the claims apart.
    let job = try await test.claim("slow", retries: 3)
    for call in [
      { _ = try await test.queue.renewLease(of: lost, for: 60) },
      { _ = try await test.queue.finish(lost, results: ["y": 1]) },
      { _ = try await test.queue.crash(lost, error: "late") },
      { _ = try await test.queue.release(lost) },
    ] as [() async throws -> Void] {
      let error = await refusal(call)
      #expect(error?.reason == .leaseLost && error?.job == "0001")
      #expect(error?.detail.contains("“slow” has the job now (attempt 2)") == true)
    }
    #expect(try await test.queue.job(job.id) == job)
    try await test.queue.finish(job, results: ["y": 2])
    #expect(await refusal { try await test.queue.finish(lost, results: ["y": 1]) }?.reason == .leaseLost)
    #expect(try await test.queue.job(job.id).results == ["y": 2])
  }

  @Test(arguments: StoreKind.allCases) func expiryUsesUpRetriesToo(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    try await test.add(2)
    _ = try await test.claim(retries: 1)
    test.clock.advance(seconds: 61)
    #expect(try await test.claim(retries: 1).id == "0001")
    test.clock.advance(seconds: 61)
    let crashed = try await test.queue.expireLeases(of: "e")
    #expect(crashed.map(\.id) == ["0001"] && crashed.map(\.status) == [.crashed])
    #expect(crashed[0].failures.map(\.attempt) == [1, 2] && crashed[0].ended == test.clock.moment)
    #expect(try await test.queue.job("0001") == crashed[0])
    #expect(try await test.claim().id == "0002")
  }

  @Test(arguments: StoreKind.allCases) func aHeartbeatKeepsTheJob(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    let job = try await test.claim()
    for _ in 0..<5 {
      test.clock.advance(seconds: 50)
      // The copy from the claim will do each time.
      let renewed = try await test.queue.renewLease(of: job, for: 60)
      #expect(renewed.leaseEnds?.microseconds == test.clock.moment.microseconds + 60_000_000)
      #expect(renewed.version == job.version)
    }
    #expect(await refusal { try await test.claim("other") }?.reason == .noJob)
    #expect(try await test.queue.finish(job).status == .done)
  }

  @Test(arguments: StoreKind.allCases) func aLeaseThatNobodyMissedCanStillBeRenewed(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    let job = try await test.claim()
    test.clock.advance(seconds: 1000)
    #expect(try await test.queue.renewLease(of: job, for: 60).status == .running)
    #expect(await refusal { try await test.claim("other") }?.reason == .noJob)
  }

  @Test(arguments: StoreKind.allCases) func aClockThatIsPutBackMakesNoTimeNegative(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    test.clock.advance(seconds: -3600)
    let job = try await test.claim()
    #expect(job.started == job.created)
    test.clock.advance(seconds: -3600)
    let renewed = try await test.queue.renewLease(of: job, for: 60)
    #expect(renewed.leaseEnds == job.leaseEnds, "a lease never becomes shorter")
    let done = try await test.queue.finish(job)
    #expect(done.ended == done.started)
  }

  @Test(arguments: StoreKind.allCases, [0.0, -1, .nan, .infinity, 1e12]) func aLeaseThatIsNoTimeIsRefused(
    _ kind: StoreKind, _ lease: Double
  )
    async throws
  {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    let error = await refusal { try await test.queue.nextJob(of: "e", worker: "w", lease: lease) }
    #expect(error?.reason == .invalid)
    let job = try await test.claim()
    #expect(await refusal { try await test.queue.renewLease(of: job, for: lease) }?.reason == .invalid)
    #expect(try await test.queue.job(job.id) == job)
  }

  @Test(arguments: StoreKind.allCases, [-1, 1001, .max]) func moreRetriesThanThereMayBeAreRefused(
    _ kind: StoreKind, _ retries: Int
  ) async throws {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    #expect(await refusal { try await test.claim(retries: retries) }?.reason == .invalid)
    let job = try await test.claim()
    #expect(
      await refusal { try await test.queue.crash(job, error: "", retries: retries) }?.reason == .invalid)
  }

  @Test(arguments: StoreKind.allCases)
  func whatALostProgramWroteIsAddedToItsFailureOnce(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    _ = try await test.claim("slow", retries: 1)
    test.clock.advance(seconds: 61)
    let job = try await test.claim("quick", retries: 1)
    for _ in 1...2 { try await test.queue.addTrace("epoch 7", to: job.id, attempt: 1) }
    let known = try await test.queue.addTrace("epoch 1", to: job.id, attempt: 2)
    #expect(known.failures.count == 1, "attempt 2 did not fail")
    #expect(known.failures[0].error == job.failures[0].error + "\n\nepoch 7")
    #expect(try await test.queue.job(job.id) == known)
    let long = String(repeating: "x", count: 1 << 20)
    let cut = try await test.queue.addTrace(long, to: job.id, attempt: 1)
    #expect(cut.failures[0].error.utf8.count <= 64 << 10 && cut.failures[0].error.hasPrefix("The worker"))
    try await test.queue.finish(job, results: ["y": 1])
    #expect(await refusal { try await test.queue.addTrace("x", to: "0009", attempt: 1) }?.reason == .notFound)
  }

  @Test(arguments: StoreKind.allCases)
  func aJobThatIsLostDoesNotHaveItsParentsResults(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    let parent = try #require(try await test.add().first)
    try await test.queue.finish(try await test.claim(), results: ["y": 1])
    let job = try await test.queue.nextJob(of: "e", worker: "w", lease: 60) { _ in
      .descendant(
        ProposedJob(
          hyperparameters: [:], results: ["y": 1],
          lineage: JobLineage(generation: 1, member: 1, parent: parent.id)))
    }
    #expect(job.results == ["y": 1])
    test.clock.advance(seconds: 61)
    try await test.queue.expireLeases(of: "e")
    let lost = try await test.queue.job(job.id)
    #expect(lost.status == .crashed && lost.results == [:])
  }
}
