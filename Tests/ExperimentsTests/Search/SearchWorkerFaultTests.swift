import Diagnostics
import Foundation
import Jobs
import RunModel
import RunRegistry
import TestSupport
import Testing

@testable import Experiments

/// What becomes of jobs and their runs when workers die, storing is slow or others were there first.
@Suite struct SearchWorkerFaultTests {
  private static let report = """
    echo working; echo '--- RESULTS ---'; echo '{"score": 1, "note": "fine"}'; echo '--- END RESULTS ---'
    """

  @Test func aCrashedRunBesideARunOfAnotherSearchKeepsWhatItHas() async throws {
    let bench = try SearchBench("echo precious; exit 3") { $0.trials = 1 }
    _ = try bench.registry.save(
      ExperimentRun(experiment: "demo", run: "job-0001", timestamp: UTCTimestamp(microseconds: 0)))
    try await bench.run()
    try await bench.run()
    let runs = try bench.registry.load().runs
    #expect(runs.map(\.id.run) == ["job-0001", "job-0001_0002"])
    #expect(runs.last?.artifacts.map(\.id) == ["log.txt"])
    #expect(runs.last?.error == "The program ended with exit code 3.")
  }

  @Test func aJobWhoseWorkerDiedAfterItsRunWasStoredIsDone() async throws {
    let bench = try SearchBench(Self.report) { $0.trials = 1 }
    let setup = try await SearchSetup(bench.spec, in: bench.queue)
    let space = bench.spec.space
    let job = try await bench.queue.nextJob(of: "demo", worker: "dead", lease: 0.01) {
      .job(space.sample(seed: 1, trial: $0.proposed))
    }
    let record = JobRecord(
      spec: bench.spec, begun: setup.experiment.created, runs: LocalRunStore(bench.registry))
    var draft = record.draft(of: job, ended: job.created)
    draft.run.status = .completed
    draft.run.metrics = ["score": 1]
    draft.run.dicts["results"] = ["note": "fine"]
    _ = try await record.save(draft)
    try await Task.sleep(for: .milliseconds(50))
    let jobs = try await bench.run()
    #expect(jobs.map(\.status) == [.done] && jobs.first?.results == ["score": 1, "note": "fine"])
    #expect(try bench.run(of: "0001").status == .completed)
  }

  @Test func aJobThatSomebodyCallsCrashedStaysCrashed() async throws {
    let bench = try SearchBench(Self.report) { $0.trials = 1 }
    var job = try #require(try await bench.run().first)
    job.status = .crashed
    _ = try await bench.queue.pushUpdates(job)
    #expect(try await bench.run().map(\.status) == [.crashed])
  }

  @Test func aWorkerIsHeardOfWhileItsRunIsStored() async throws {
    let bench = try SearchBench(Self.report) {
      $0.trials = 1
      // Beats come every third of it, so that a busy machine may be seconds late.
      $0.lease = 8
    }
    let setup = try await SearchSetup(bench.spec, in: bench.queue)
    var slow = FileSystem.disk
    slow.renameExclusively = { from, to throws(FileSystemError) in
      Thread.sleep(forTimeInterval: 12)
      try FileSystem.disk.renameExclusively(from, to)
    }
    let worker = SearchWorker(
      name: "w", spec: bench.spec, begun: setup.experiment.created, queue: bench.queue,
      runs: LocalRunStore(Registry(path: bench.spec.registry, fileSystem: slow)), now: SearchBench.now)
    let others = Task {
      while !Task.isCancelled {
        try await bench.queue.expireLeases(of: "demo")
        try await Task.sleep(for: .milliseconds(50))
      }
    }
    defer { others.cancel() }
    #expect(try await worker.run() == .finished)
    #expect(try await bench.queue.allJobs(of: "demo").map(\.status) == [.done])
  }

  @Test func whatAFailedProgramReportedIsNoMetric() async throws {
    let script = """
      echo '{"step": 1, "score": 0.5}' > $ASSAY_RUN_DIR/metrics.jsonl
      echo '{"score": 99, "note": "x"}' > $ASSAY_RUN_DIR/results.json; exit 1
      """
    let bench = try SearchBench(script) { $0.trials = 1 }
    try await bench.run()
    let run = try bench.run(of: "0001")
    #expect(run.status == .failed && run.metrics == [:])
    #expect(run.dicts["results"] == ["score": 99, "note": "x"])
    #expect(run.histories["score"]?.map(\.value) == [0.5])
  }

  @Test func aLinkInPlaceOfTheFolderIsACrash() async throws {
    let bench = try SearchBench(
      "rmdir $ASSAY_RUN_DIR; mkdir other; echo '{\"a\": 1}' > other/results.json; ln -s $PWD/other $ASSAY_RUN_DIR"
    ) { $0.trials = 1 }
    #expect(
      try await bench.run().first?.failures.first?.error.hasPrefix("The program put something else") == true)
    #expect(try bench.run(of: "0001").artifacts.map(\.id) == ["log.txt"])
  }

  @Test func ofSeveralPredictionsTheFirstCounts() async throws {
    let script = """
      cd $ASSAY_RUN_DIR; echo '{"a": 1}' > results.json
      printf 'y_true,y_pred\\na,a\\n' > predictions.csv; echo '[]' > predictions.json
      """
    let bench = try SearchBench(script) { $0.trials = 1 }
    try await bench.run()
    let artifacts = try bench.run(of: "0001").artifacts
    #expect(artifacts.first { $0.id == "predictions" }?.filename == "predictions.csv")
    #expect(artifacts.contains { $0.id == "predictions.json" })
  }

  @Test func anotherRegistryIsRefusedUnlessItWasMovedWithTheFolder() throws {
    let spec = try SearchBench("").spec
    var other = spec
    other.registry = "/elsewhere"
    #expect(spec.incomparableKeys(with: other) == ["registry"])
    other = spec
    other.folder = "/moved"
    other.registry = "/moved/registry"
    #expect(spec.incomparableKeys(with: other) == [])
  }

  @Test func aQueueIsItsOwnersAlone() throws {
    let bench = try SearchBench("")
    let path = bench.scratch.path + "/new.queue"
    SearchSetup.makeFile(at: path)
    _ = try JobQueue.open(path, creating: true, now: SearchBench.now)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
  }

  @Test func aMetricGivenAsTextIsACrash() async throws {
    let bench = try SearchBench("echo '{\"a\": \"0.97\"}' > $ASSAY_RUN_DIR/results.json") {
      $0.trials = 1
      $0.metric = "a"
    }
    let error = try await bench.run().first?.failures.first?.error
    #expect(
      error == "The metric “a” is “0.97”, which is text; expected is a number without quotation marks.")
  }

  @Test(arguments: [0, 1]) func whatAKilledWorkersProgramWroteIsNotLost(retries: Int) async throws {
    let bench = try SearchBench(Self.report) {
      $0.trials = 1
      $0.retries = retries
    }
    _ = try await SearchSetup(bench.spec, in: bench.queue)
    let space = bench.spec.space
    let job = try await bench.queue.nextJob(of: "demo", worker: "dead", lease: 0.01, retries: retries) {
      .job(space.sample(seed: 1, trial: $0.proposed))
    }
    let folder = try RunFolder(
      job: job.id, attempt: 1, in: bench.spec.workFolder, hyperparameters: [], fileSystem: .disk)
    let log = AttemptLog(in: folder.path)
    log.add(ProgramLine(stream: .output, text: "epoch 7"))
    try await Task.sleep(for: .milliseconds(50))
    let over = try #require(try await bench.run().first)
    #expect(over.status == (retries == 0 ? .crashed : .done))
    #expect(over.failures.map(\.attempt) == [1])
    let error = try #require(over.failures.first?.error)
    #expect(error.hasSuffix(".\n\nWhat its program wrote last:\n\nepoch 7"), "\(error)")
    let run = try bench.run(of: "0001")
    #expect(run.error == (retries == 0 ? error : nil))
    #expect(run.artifacts.map(\.id) == ["log.txt"])
    #expect(!FileSystem.disk.exists(bench.spec.workFolder), "nothing is left")
    // Whoever settles it says so.
    let crashes = bench.events.all.filter {
      if case .ended("dead", let job, _, _) = $0 { job.status == .crashed } else { false }
    }
    #expect(crashes.count == (retries == 0 ? 1 : 0))
  }

  @Test func aProgramsLogCanBeFollowedWhileItRuns() async throws {
    let bench = try SearchBench(
      "echo one; while ! test -e go; do sleep 0.02; done; echo '{\"a\": 1}' > $ASSAY_RUN_DIR/results.json"
    ) { $0.trials = 1 }
    let file = bench.spec.workFolder + "/0001-1/log.txt"
    let run = Task { try await bench.run() }
    defer { _ = try? bench.scratch.write("", to: "go") }
    // Other tests may keep Swift's threads for minutes.
    let deadline = Date().addingTimeInterval(600)
    while (try? String(contentsOfFile: file, encoding: .utf8)) != "one\n", Date() < deadline {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "one\n")
    try bench.scratch.write("", to: "go")
    #expect(try await run.value.map(\.status) == [.done])
  }

  @Test func aRunOfALaterAttemptIsNotReplacedByAnEarlierOne() async throws {
    let bench = try SearchBench(Self.report) { $0.trials = 1 }
    let job = try #require(try await bench.run().first)
    let begun = try await bench.queue.experiment("demo").created
    let record = JobRecord(spec: bench.spec, begun: begun, runs: LocalRunStore(bench.registry))
    var later = job
    later.attempts = 2
    _ = try await record.save(record.draft(of: later, ended: job.created))
    let error = await #expect(throws: JobError.self) {
      try await record.save(record.draft(of: job, ended: job.created))
    }
    #expect(error?.reason == .leaseLost)
    #expect(try bench.run(of: "0001").provenance[SearchProvenance.attempt] == "2")
  }

  @Test func aJobThatManyWorkersSettleIsOneRun() async throws {
    let bench = try SearchBench("exit 1") { $0.trials = 1 }
    let job = try #require(try await bench.run().first)
    let begun = try await bench.queue.experiment("demo").created
    try FileManager.default.removeItem(atPath: bench.spec.registry + "/demo")
    let record = JobRecord(spec: bench.spec, begun: begun, runs: LocalRunStore(bench.registry))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { _ = try await record.save(record.draft(of: job, ended: job.created)) }
      }
      try await group.waitForAll()
    }
    #expect(try bench.registry.load().runs.map(\.id.run) == ["job-0001"])
  }
}
