import Diagnostics
import Jobs
import RunModel
import Testing

/// Names, values and traces of every sort.
@Suite struct HostileNamesTests {
  private static let texts = [
    "'; DROP TABLE jobs; --", "\"", "a\u{0}b", "a", "a\u{0}", "caf\u{E9}", "cafe\u{301}", "\u{202E}txt",
    "\n\r\t", " ",
    "../../etc/passwd", "%s%n", "\u{1F469}\u{200D}\u{1F52C}", "\u{FEFF}", String(repeating: "n", count: 1000),
  ]

  @Test(arguments: StoreKind.allCases) func everyNameIsKeptByItsBytes(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    for name in Self.texts {
      try await test.queue.addExperiment(name, settings: name)
      let job = try await test.queue.addJob(to: name, hyperparameters: [ExactString(name): .text(name)])
      let claimed = try await test.queue.nextJob(of: name, worker: name, lease: 1, retries: 1)
      #expect(claimed.id == job.id)
      try await test.queue.crash(claimed, error: name)
    }
    let names = try await test.queue.experiments().map { ExactString($0.name) }
    #expect(names == ["e"] + Self.texts.map { ExactString($0) })
    for name in Self.texts {
      #expect(ExactString(try await test.queue.experiment(name).settings) == ExactString(name))
      let jobs = try await test.queue.allJobs(of: name)
      #expect(jobs.count == 1)
      #expect(jobs[0].hyperparameters == [ExactString(name): .text(name)])
      #expect(ExactString(jobs[0].experiment) == ExactString(name))
      #expect(jobs[0].worker.map { ExactString($0) } == ExactString(name))
      #expect(jobs[0].failures.map { ExactString($0.error) } == [ExactString(name)])
      #expect(jobs[0].failures.map { ExactString($0.worker) } == [ExactString(name)])
    }
    try await test.queue.deleteExperiment("a\u{0}b")
    #expect(try await test.queue.experiments().count == Self.texts.count)
    #expect(try await test.queue.allJobs(of: "a").count == 1)
  }

  @Test(arguments: StoreKind.allCases) func namesThatAreEmptyOrTooLongAreRefused(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    for name in ["", String(repeating: "n", count: 1001)] {
      #expect(await refusal { try await test.queue.addExperiment(name) }?.reason == .invalid)
      #expect(await refusal { try await test.claim(name) }?.reason == .invalid)
    }
    #expect(try await test.queue.experiments().count == 1)
    #expect(try await test.queue.job("0001").status == .queued)
  }

  @Test(arguments: StoreKind.allCases) func whatIsTooLargeIsRefusedAndChangesNothing(_ kind: StoreKind)
    async throws
  {
    let test = try await QueueUnderTest(kind)
    let large: [ExactString: Scalar] = ["x": .text(String(repeating: "x", count: JobLimit.valueBytes + 1))]
    // Escaped, it is six times as long.
    let escaped: [ExactString: Scalar] = [
      "x": .text(String(repeating: "\u{1}", count: JobLimit.valueBytes / 5))
    ]
    for values in [large, escaped] {
      #expect(
        await refusal { try await test.queue.addJob(to: "e", hyperparameters: values) }?.reason == .invalid)
      #expect(
        await refusal { try await test.queue.addJob(to: "e", hyperparameters: [:], results: values) }?.reason
          == .invalid)
    }
    try await test.add()
    let job = try await test.claim()
    var changed = job
    changed.results = large
    #expect(await refusal { try await test.queue.pushUpdates(changed) }?.reason == .invalid)
    #expect(await refusal { try await test.queue.finish(job, results: large) }?.reason == .invalid)
    #expect(try await test.queue.allJobs(of: "e") == [job])
    var experiment = try await test.queue.experiment("e")
    experiment.settings = String(repeating: "s", count: JobLimit.valueBytes + 1)
    #expect(await refusal { try await test.queue.pushUpdates(experiment) }?.reason == .invalid)
    #expect(
      await refusal { try await test.queue.addExperiment("f", settings: experiment.settings) }?.reason
        == .invalid)
  }

  @Test(arguments: StoreKind.allCases) func ofALongTraceBothEndsAreKept(_ kind: StoreKind) async throws {
    let test = try await QueueUnderTest(kind)
    try await test.add()
    let trace = "first\u{301}" + String(repeating: "é", count: 1_000_000) + "last"
    let job = try await test.queue.crash(test.claim(), error: trace)
    let kept = job.failures[0].error
    #expect(kept.utf8.starts(with: "first".utf8) && kept.hasSuffix("last") && kept.contains("bytes left out"))
    #expect(kept.utf8.count <= JobLimit.errorBytes)
    #expect(try await test.queue.job(job.id) == job)
    try await test.queue.retry(job.id)
    let short = String(repeating: "x", count: JobLimit.errorBytes)
    #expect(try await test.queue.crash(test.claim(), error: short).failures.last?.error == short)
  }

  @Test(arguments: StoreKind.allCases) func anErrorShowsNamesSoThatTheyCannotSaySomethingElse(
    _ kind: StoreKind
  ) async throws {
    let test = try await QueueUnderTest(kind)
    let error = await refusal { try await test.queue.experiment("a\n\u{202E}b") }
    #expect(error?.description.contains("experiment “a\\u{A}\\u{202E}b”") == true)
    #expect(await refusal { try await test.queue.job("\u{1B}[2J") }?.description.contains("\u{1B}") == false)
  }
}
