import Diagnostics
import Foundation
import Jobs
import RunModel
import TestSupport
import Testing

/// Jobs that go on from one another, as queues keep them.
@Suite struct LineageTests {
  private static let first = JobLineage(generation: 0, member: 1)
  private static let second = JobLineage(
    generation: 1, member: 1, parent: "0001", factors: ["lr": .times(1.125), "batch": .resampled],
    news: ["0001", "a10000"])

  @Test func theExampleOfTheDocumentation() {
    let lineage = JobLineage(generation: 1, member: 3, parent: "0007", factors: ["lr": .times(1.13)])
    #expect(lineage.factors["lr"] == .times(1.13))
  }

  @Test(arguments: StoreKind.allCases) func aDescendantIsAddedAndWhatItOutdoesIsPrunedInOneStep(
    _ kind: StoreKind
  )
    async throws
  {
    let test = try await QueueUnderTest(kind)
    let parent = try await test.queue.addJob(
      to: "e", hyperparameters: ["x": 1], status: .done, results: ["y": 2], lineage: Self.first)
    #expect(parent.lineage == Self.first)
    let crashed = try await test.queue.addJob(to: "e", hyperparameters: ["x": 2], status: .crashed)
    try await test.queue.addExperiment("other")
    let foreign = try await test.queue.addJob(to: "other", hyperparameters: [:], status: .done)
    let lineage = Self.second
    let job = try await test.queue.nextJob(of: "e", worker: "w", lease: 60) { _ in
      .descendant(
        ProposedJob(
          hyperparameters: ["x": 3], results: ["y": 2], lineage: lineage,
          prunes: [parent.id, crashed.id, foreign.id, "0999", "?"]))
    }
    #expect(job.status == .running && job.hyperparameters == ["x": 3] && job.results == ["y": 2])
    #expect(try await test.queue.job(job.id).lineage == lineage)
    let pruned = try await test.queue.job(parent.id)
    #expect(pruned.status == .pruned && pruned.isOutdone && pruned.version == 2)
    #expect(pruned.ended == parent.ended && pruned.results == ["y": 2])
    #expect(try await test.queue.job(crashed.id).status == .crashed)
    #expect(try await test.queue.job(foreign.id).status == .done)
    #expect(try await test.queue.experiment("e").proposed == 1)
    // Somebody who wants it anew forgives that, too.
    let again = try await test.queue.retry(parent.id)
    #expect(again.lineage == Self.first && !again.isOutdone)
  }

  @Test(arguments: StoreKind.allCases) func whatThePlanPrunedIsToldFromWhatGaveUpAlsoWithoutALineage(
    _ kind: StoreKind
  ) async throws {
    let test = try await QueueUnderTest(kind)
    try await test.add(2)
    try await test.queue.finish(test.claim(), as: .pruned)
    try await test.queue.finish(test.claim())
    _ = await refusal {
      try await test.queue.nextJob(of: "e", worker: "w", lease: 60) { _ in .finishedPruning(["0001", "0002"])
      }
    }
    let jobs = try await test.queue.allJobs(of: "e")
    #expect(jobs.map(\.status) == [.pruned, .pruned] && jobs.map(\.isOutdone) == [false, true])
    #expect(jobs.allSatisfy { $0.lineage == nil })
  }

  @Test(arguments: StoreKind.allCases) func theEndOfASearchPrunesWhenNobodyWorksAnyMore(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    let done = try await test.queue.addJob(
      to: "e", hyperparameters: [:], status: .done, lineage: Self.first)
    try await test.add()
    let running = try await test.claim()
    func next() async -> JobError? {
      await refusal {
        try await test.queue.nextJob(of: "e", worker: "w", lease: 60) { _ in .finishedPruning([done.id]) }
      }
    }
    #expect(await next()?.isFinished == false)
    #expect(try await test.queue.job(done.id).status == .done)
    try await test.queue.finish(running)
    #expect(await next()?.isFinished == true)
    #expect(try await test.queue.job(done.id).status == .pruned)
    #expect(try await test.queue.experiment("e").status == .done)
  }

  @Test(arguments: [
    JobLineage(generation: -1, member: 1), JobLineage(generation: 0, member: 0),
    JobLineage(generation: .max, member: 1), JobLineage(generation: 1, member: 1, parent: "x"),
    JobLineage(generation: 1, member: 1, factors: ["lr": .times(.nan)]),
    JobLineage(generation: 1, member: 1, news: ["7"]),
  ])
  func aLineageThatCannotBeIsRefusedAndNothingIsChanged(_ lineage: JobLineage) async throws {
    let test = try await QueueUnderTest()
    let done = try await test.queue.addJob(to: "e", hyperparameters: [:], status: .done)
    let proposed = await refusal {
      try await test.queue.nextJob(of: "e", worker: "w", lease: 60) { _ in
        .descendant(ProposedJob(hyperparameters: [:], lineage: lineage, prunes: [done.id]))
      }
    }
    #expect(proposed?.reason == .invalid && proposed?.detail.contains("lineage") == true)
    let added = await refusal {
      try await test.queue.addJob(to: "e", hyperparameters: [:], lineage: lineage)
    }
    #expect(added?.reason == .invalid)
    #expect(try await test.queue.allJobs(of: "e") == [done])
    #expect(try await test.queue.experiment("e").proposed == 0)
  }

  @Test(arguments: StoreKind.allCases) func lineagesComeBackAsTheyWereWhateverTheirNamesAndNumbers(
    _ kind: StoreKind
  ) async throws {
    let test = try await QueueUnderTest(kind)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<FuzzDose.rounds(default: 100) {
      var lineage = JobLineage(
        generation: Int.random(in: 0...1000, using: &generator),
        member: Int.random(in: 1...1000, using: &generator))
      if Bool.random(using: &generator) { lineage.parent = "0001" }
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let scalars = (0..<Int.random(in: 0...4, using: &generator)).compactMap { _ in
          Unicode.Scalar(UInt32.random(in: 0...0x2FF, using: &generator))
        }
        let bits = Double(bitPattern: UInt64.random(in: .min ... .max, using: &generator))
        lineage.factors[ExactString(String(String.UnicodeScalarView(scalars)))] =
          bits.isFinite ? .times(bits) : .resampled
      }
      let job = try await test.queue.addJob(to: "e", hyperparameters: [:], lineage: lineage)
      #expect(try await test.queue.job(job.id).lineage == lineage)
    }
  }

  @Test func aQueueOfTheFirstVersionIsTakenOverWithItsJobs() async throws {
    let scratch = try TemporaryDirectory()
    let path = try scratch.write(try Fixture.bytes("queue/version-1.sqlite"), to: "jobs.sqlite")
    let clock = TestClock()
    for _ in 0..<2 {
      let queue = try JobQueue.open(path, creating: false, now: clock.now)
      let jobs = try await queue.allJobs(of: "old")
      #expect(jobs.map(\.id) == ["0001", "0002", "0003"])
      #expect(jobs.map(\.status) == [.done, .crashed, .queued])
      #expect(jobs.map(\.lineage) == [nil, nil, nil])
      #expect(jobs[0].results == ["y": Scalar(.real, text: "0.0001")] && jobs[0].attempts == 1)
      #expect(jobs[1].failures.map(\.error) == ["The program ended with exit code 3."])
      #expect(try await queue.experiment("old").settings.contains("\"strategy\":\"grid\""))
      try await queue.close()
    }
    let queue = try JobQueue.open(path, creating: false, now: clock.now)
    let added = try await queue.addJob(to: "old", hyperparameters: ["x": 3], lineage: Self.second)
    #expect(added.id == "0004")
    #expect(try await queue.job("0004").lineage == Self.second)
    #expect(try await queue.nextJob(of: "old", worker: "w", lease: 60).id == "0003")
  }
}
