import Diagnostics
import Jobs
import RunModel
import Testing

/// Experiments, and updates that compare versions.
@Suite struct ExperimentTests {
  @Test(arguments: StoreKind.allCases) func anExperimentThatIsDoneGivesOutNothing(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    try await test.add(2)
    let running = try await test.claim()
    var experiment = try await test.queue.experiment("e")
    experiment.status = .done
    experiment = try await test.queue.pushUpdates(experiment)
    let error = await refusal { try await test.claim() }
    #expect(error?.reason == .noJob && error?.isFinished == true)
    #expect(try await test.queue.finish(running).status == .done, "what runs comes to its end")
    experiment.status = .running
    try await test.queue.pushUpdates(experiment)
    #expect(try await test.claim().id == "0002")
  }

  @Test(arguments: StoreKind.allCases) func anUpdateOfAnOldCopyIsRefusedUnlessItIsForced(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    let old = try await test.queue.experiment("e")
    var new = old
    new.settings = "{\"a\": 0.10}"
    #expect(try await test.queue.pushUpdates(new).version == 2)
    #expect(await refusal { try await test.queue.pushUpdates(old) }?.reason == .unsafeUpdate)
    #expect(try await test.queue.experiment("e").settings == "{\"a\": 0.10}")
    #expect(try await test.queue.pushUpdates(old, safe: false).version == 3)
    #expect(try await test.queue.experiment("e").settings == "")

    try await test.add()
    let oldJob = try await test.queue.job("0001")
    var newJob = oldJob
    newJob.results = ["y": 1]
    newJob.hyperparameters = ["x": 9]
    newJob = try await test.queue.pushUpdates(newJob)
    #expect(newJob.version == 2)
    let error = await refusal { try await test.queue.pushUpdates(oldJob) }
    #expect(error?.reason == .unsafeUpdate && error?.job == "0001")
    #expect(try await test.queue.job("0001") == newJob)
    #expect(try await test.queue.pushUpdates(oldJob, safe: false).results == [:])
  }

  @Test(arguments: StoreKind.allCases) func whoChangesARunningJobsStatusTakesItFromItsWorker(
    _ kind: StoreKind
  ) async throws {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    var job = try await test.claim()
    let claimed = job
    job.results = ["epoch": 1]
    job = try await test.queue.pushUpdates(job)
    try await test.queue.renewLease(of: claimed, for: 60)
    job.status = .pruned
    let pruned = try await test.queue.pushUpdates(job)
    #expect(pruned.status == .pruned && pruned.ended == test.clock.moment && pruned.leaseEnds == nil)
    #expect(await refusal { try await test.queue.renewLease(of: claimed, for: 60) }?.reason == .leaseLost)
    #expect(await refusal { try await test.queue.finish(claimed) }?.reason == .leaseLost)
    #expect(try await test.queue.job(job.id) == pruned)
    // By hand: nobody who had it before has it now.
    job = pruned
    job.status = .running
    let byHand = try await test.queue.pushUpdates(job)
    #expect(byHand.status == .running && byHand.leaseEnds == nil && byHand.worker == nil)
    #expect(await refusal { try await test.queue.finish(claimed) }?.reason == .leaseLost)
    job = byHand
    job.status = .queued
    try await test.queue.pushUpdates(job)
    #expect(try await test.claim("next").id == job.id)
  }

  @Test(arguments: StoreKind.allCases) func anExperimentIsDeletedWithItsJobs(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    try await test.add(2)
    try await test.queue.crash(test.claim(retries: 1), error: "e")
    let job = try await test.claim()
    try await test.queue.deleteExperiment("e")
    #expect(await refusal { try await test.queue.finish(job) }?.reason == .leaseLost)
    #expect(await refusal { try await test.queue.job("0002") }?.reason == .notFound)
    #expect(await refusal { try await test.queue.deleteExperiment("e") }?.reason == .notFound)
    try await test.queue.deleteExperiment("e", ensure: false)
    try await test.queue.addExperiment("e")
    #expect(try await test.queue.allJobs(of: "e") == [])
  }

  @Test(arguments: StoreKind.allCases) func aNameIsTakenOnce(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    let error = await refusal { try await test.queue.addExperiment("e", status: .done) }
    #expect(error?.reason == .resourceExists && error?.experiment == "e")
    #expect(try await test.queue.experiments().map(\.status) == [.running])
  }

  @Test(arguments: StoreKind.allCases) func whatIsNotThereIsSaidWithWhatWasMeant(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind, experiment: "digits")
    for call in [
      { _ = try await test.queue.experiment("digist") },
      { _ = try await test.queue.addJob(to: "digist", hyperparameters: [:]) },
      { _ = try await test.queue.allJobs(of: "digist") },
      { _ = try await test.queue.counts(of: "digist") },
      { _ = try await test.queue.expireLeases(of: "digist") },
      { _ = try await test.queue.nextJob(of: "digist", worker: "w", lease: 1) },
      { _ = try await test.queue.deleteExperiment("digist") },
    ] as [() async throws -> Void] {
      let error = await refusal(call)
      #expect(error?.reason == .notFound && error?.detail.contains("“digits”") == true)
      #expect(error?.description.hasPrefix(test.path + ": experiment “digist”: ") == true)
    }
    for id in [
      "0001", "1", "", "x", "0", "-1", "a0001", "00001", "99999999999999999999", "o999999999999999999",
    ] {
      #expect(await refusal { try await test.queue.job(id) }?.reason == .notFound)
      #expect(await refusal { try await test.queue.retry(id) }?.reason == .notFound)
    }
  }

  @Test(arguments: StoreKind.allCases) func experimentsAreListedOldestFirst(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    for name in ["z", "a"] { try await test.queue.addExperiment(name, status: .done, settings: name) }
    let experiments = try await test.queue.experiments()
    #expect(experiments.map(\.name) == ["e", "z", "a"])
    #expect(experiments.map(\.settings) == ["", "z", "a"])
    #expect(experiments.map(\.status) == [.running, .done, .done])
  }
}
