import Diagnostics
import Foundation
import Jobs
import RunModel
import RunRegistry
import TestSupport
import Testing

@testable import Experiments

@Suite struct SearchWorkerTests {
  private static let report = """
    echo working
    echo '--- RESULTS ---'
    echo '{"score": '$2', "note": "fine", "list": [1, 2]}'
    echo '--- END RESULTS ---'
    """

  @Test func everyTrialBecomesARun() async throws {
    let bench = try SearchBench(Self.report) {
      $0.metric = "score"
      $0.direction = .maximize
      $0.tags = ["team": "vision"]
      $0.jobs = [["a": 0.125]]
    }
    let jobs = try await bench.run(workers: 2)
    #expect(jobs.map(\.status) == [.done, .done, .done, .done])
    #expect(jobs.first?.hyperparameters == ["a": 0.125], "what somebody added comes first")
    #expect(
      Set(jobs.dropFirst().map(\.hyperparameters))
        == Set((0..<3).map { bench.spec.space.sample(seed: 1, trial: $0) }))
    #expect(try await bench.queue.experiment("demo").status == .done)
    let collection = try bench.registry.load()
    #expect(collection.diagnostics == [])
    #expect(collection.runs.map(\.id.run.text) == jobs.map { "job-" + $0.id })
    let run = try bench.run(of: "0001")
    #expect(run.status == .completed && run.params == ["a": 0.125])
    #expect(run.metrics == ["score": Scalar(.real, text: "0.125")])
    #expect(run.dicts["results"]?["note"] == "fine" && run.dicts["results"]?["list"]?.kind == .json)
    #expect(run.tags == ["team": "vision"] && run.duration ?? -1 >= 0 && run.timestamp == jobs.first?.started)
    let provenance = run.provenance
    #expect(
      provenance[SearchProvenance.metric] == "score" && provenance[SearchProvenance.direction] == "maximize")
    #expect(provenance[SearchProvenance.strategy] == "random" && provenance[SearchProvenance.seed] == "1")
    #expect(provenance[SearchProvenance.job] == "0001" && provenance[SearchProvenance.attempt] == "1")
    #expect(provenance[SearchProvenance.worker] == jobs.first?.worker)
    #expect(provenance[SearchProvenance.command] == "sh train.sh --a 0.125")
    let log = run.artifacts.first { $0.id == "log.txt" }
    guard case .file(let path)? = log?.content else { return #expect(Bool(false), "no log") }
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("working\n--- RESULTS ---\n"))
    #expect(!FileManager.default.fileExists(atPath: bench.spec.queue + ".work"))
  }

  @Test func theProgramIsToldWhatItNeeds() async throws {
    let bench = try SearchBench(
      """
      printf '{"folder": "%s", "seed": %s, "job": "%s", "experiment": "%s", "given": "%s", "worker": "%s", "hyper": %s}' \\
        "$PWD" "$ASSAY_SEED" "$ASSAY_JOB" "$ASSAY_EXPERIMENT" "$GIVEN" "$ASSAY_WORKER" "$(cat "$ASSAY_HYPERPARAMETERS")" \\
        > "$ASSAY_RUN_DIR/results.json"
      """
    ) {
      $0.strategy = .manual
      $0.jobs = [["b_c": true, "a": Scalar(.null, text: "null")]]
      $0.environment = ["GIVEN": "x y"]
    }
    let job = try #require(try await bench.run().first)
    #expect(job.results["folder"] == .text(bench.scratch.path))
    #expect(job.results["seed"] == Scalar(.integer, text: String(JobAttempt.seed(of: job, bench.spec))))
    #expect(
      job.results["job"] == "0001" && job.results["experiment"] == "demo" && job.results["given"] == "x y")
    #expect(job.results["worker"] == "w0")
    #expect(job.results["hyper"] == Scalar(.json, text: #"{"a": null, "b_c": true}"#))
    #expect(try bench.run(of: "0001").provenance[SearchProvenance.command] == "sh train.sh --b-c true")
  }

  @Test func failuresAreKeptWithTheirTraces() async throws {
    let bench = try SearchBench("echo 'Traceback: deep\nValueError: no' >&2; exit 4") { $0.trials = 1 }
    let job = try #require(try await bench.run().first)
    #expect(job.status == .crashed)
    let error = "The program ended with exit code 4.\n\nTraceback: deep\nValueError: no\n"
    #expect(job.failures.map(\.error) == [error])
    let run = try bench.run(of: "0001")
    #expect(run.status == .failed && run.error == error)
  }

  @Test func theReasonOfACrashIsTold() async throws {
    func error(_ script: String, _ change: (inout SearchSpec) -> Void = { _ in }) async throws -> String? {
      let bench = try SearchBench(script) {
        $0.trials = 1
        change(&$0)
      }
      return try await bench.run().first?.failures.first?.error
    }
    #expect(
      try await error("exit 0")?.hasPrefix("The program reported no results. Expected is a JSON object")
        == true)
    #expect(try await error("exit 0", { $0.allowsEmptyResults = true }) == nil)
    #expect(try await error("echo '[1]' > $ASSAY_RUN_DIR/results.json")?.contains("found an array") == true)
    #expect(try await error("echo '--- RESULTS ---'")?.contains("results that begin and do not end") == true)
    #expect(
      try await error("echo '{\"acuracy\": 1}' > $ASSAY_RUN_DIR/results.json", { $0.metric = "accuracy" })
        == "The results lack the metric “accuracy”. Did you mean “acuracy”?")
    #expect(
      try await error("echo '{\"a\": [1]}' > $ASSAY_RUN_DIR/results.json", { $0.metric = "a" })
        == "The metric “a” is “[1]”, which is no number.")
    #expect(try await error("echo '{\"a\": NaN}' > $ASSAY_RUN_DIR/results.json", { $0.metric = "a" }) == nil)
    #expect(
      try await error("sleep 100", { $0.timeout = 0.3 })
        == "The program ran longer than 0.3 seconds and was ended.")
    #expect(try await error("kill -9 $$")?.hasPrefix("The program was ended by signal 9 (SIGKILL") == true)
    #expect(
      try await error("", { $0.command = ["no-such-program"] })
        == "The program “no-such-program” is not on PATH.")
  }

  @Test func aFailureIsTriedAgainAsOftenAsWanted() async throws {
    let script = """
      echo x >> tries
      if [ $(wc -l < tries) -lt 3 ]; then echo "try $(wc -l < tries)" >&2; exit 1; fi
      echo '{"a": 1}' > $ASSAY_RUN_DIR/results.json
      """
    let bench = try SearchBench(script) {
      $0.trials = 1
      $0.retries = 2
    }
    let job = try #require(try await bench.run().first)
    #expect(job.status == .done && job.attempts == 3)
    #expect(job.failures.map(\.attempt) == [1, 2])
    #expect(try bench.registry.load().runs.count == 1)
    #expect(try bench.run(of: "0001").provenance[SearchProvenance.attempt] == "3")
  }

  @Test func aStoredJobThatIsRunAgainReplacesItsRun() async throws {
    let bench = try SearchBench(Self.report) { $0.trials = 1 }
    try await bench.run()
    try await bench.queue.retry("0001")
    let jobs = try await bench.run()
    #expect(jobs.count == 1 && jobs.first?.status == .done)
    let runs = try bench.registry.load().runs
    #expect(runs.map(\.id.run) == ["job-0001"])
  }

  @Test func aRunOfAnotherQueueIsLeftAlone() async throws {
    let bench = try SearchBench(Self.report) { $0.trials = 1 }
    var foreign = ExperimentRun(experiment: "demo", run: "job-0001", timestamp: UTCTimestamp(microseconds: 0))
    foreign.logParam("precious", 1)
    _ = try bench.registry.save(foreign)
    try await bench.run()
    let runs = try bench.registry.load().runs
    #expect(runs.map(\.id.run) == ["job-0001", "job-0001_0002"])
    #expect(runs.first?.params == ["precious": 1])
  }

  @Test func aSearchThatIsOverGoesOnWithMoreTrials() async throws {
    var bench = try SearchBench(Self.report) { $0.trials = 2 }
    #expect(try await bench.run().count == 2)
    #expect(try await bench.run().count == 2, "nothing is left")
    bench.spec.trials = 3
    let jobs = try await bench.run()
    #expect(jobs.map(\.hyperparameters) == (0..<3).map { bench.spec.space.sample(seed: 1, trial: $0) })
    bench.spec.seed = 2
    await #expect(throws: SearchSetup.Problem.incomparable(keys: ["seed"], queue: bench.spec.queue)) {
      try await bench.run()
    }
  }

  @Test func aGridIsGoneThroughOnce() async throws {
    let bench = try SearchBench(Self.report) {
      $0.space = SearchSpace([
        ("a", .choice(values: [1, 2], weights: nil)), ("b", .choice(values: [3, 4], weights: nil)),
      ])
      $0.strategy = .grid
      $0.trials = nil
    }
    let jobs = try await bench.run(workers: 3)
    #expect(
      jobs.map(\.hyperparameters) == [
        ["a": 1, "b": 3], ["a": 1, "b": 4], ["a": 2, "b": 3], ["a": 2, "b": 4],
      ])
  }

  @Test func filesBecomeArtifactsAndLinksDoNot() async throws {
    let script = """
      cd "$ASSAY_RUN_DIR"
      echo '{"a": 1}' > results.json
      printf 'y_true,y_pred\\na,a\\n' > predictions.csv
      echo '# What I saw' > notes.md
      mkdir -p deep/er; echo x > deep/er/file.txt; echo own > log.txt
      printf '\\211PNG\\r\\n\\032\\n' > plot.png
      ln -s /etc/passwd secret; ln -s /etc folder; mkfifo pipe; echo odd > "$(printf 'a\\033[31mb\\nc')"
      echo '{"step": 1, "loss": 0.5}' > metrics.jsonl
      """
    let bench = try SearchBench(script) { $0.trials = 1 }
    try await bench.run()
    let run = try bench.run(of: "0001")
    #expect(
      Set(run.artifacts.map(\.id.text)) == [
        "predictions", "notes.md", "deep/er/file.txt", "files/log.txt", "log.txt", "plot.png",
        "a\u{1B}[31mb\nc",
      ])
    #expect(run.artifacts.first { $0.id == "plot.png" }?.kind == .png)
    #expect(run.notes == "# What I saw\n")
    #expect(run.histories["loss"]?.map(\.value) == [0.5])
    let left = bench.events.all.compactMap { if case .leftOut(_, let what) = $0 { what } else { nil } }
    #expect(
      Set(left) == [
        "“folder” was left out: it is a link.", "“secret” was left out: it is a link.",
        "“pipe” was left out: it is no regular file.",
      ])
  }

  @Test func hostileOutputIsBounded() async throws {
    let script = """
      head -c 3000000 /dev/zero; echo
      printf '\\033]0;title\\007'
      yes flood | head -n 300000
      echo '--- RESULTS ---'; echo '{"a": 1}'; echo '--- END RESULTS ---'
      (trap '' TERM; while :; do sleep 1; done) &
      """
    let bench = try SearchBench(script) { $0.trials = 1 }
    #expect(try await bench.run().first?.results == ["a": 1])
    let log = try #require(try bench.run(of: "0001").artifacts.first { $0.id == "log.txt" })
    guard case .file(let path) = log.content else {
      Issue.record("the log is no file")
      return
    }
    #expect(try FileSystem.disk.attributes(path).size < 1_200_000)
  }

  @Test func aWorkerThatIsStoppedGivesItsJobBack() async throws {
    let bench = try SearchBench("echo begun; exec sleep 1000") {
      $0.trials = 1
      $0.retries = 0
    }
    let setup = try await SearchSetup(bench.spec, in: bench.queue)
    let task = Task { try await bench.worker("w", begun: setup.experiment.created).run() }
    while !bench.events.all.contains(where: { if case .wrote = $0 { true } else { false } }) {
      try await Task.sleep(for: .milliseconds(10))
    }
    task.cancel()
    #expect(try await task.value == .stopped)
    let job = try #require(try await bench.queue.allJobs(of: "demo").first)
    #expect(job.status == .queued && job.failures == [])
    #expect(!bench.registry.contains(RunID(experiment: "demo", run: "job-0001")))
  }

  @Test func aJobThatIsTakenAwayEndsItsProgramAndKeepsNothing() async throws {
    let bench = try SearchBench(
      "echo begun; echo '{\"a\": 1}' > $ASSAY_RUN_DIR/results.json; exec sleep 1000"
    ) {
      $0.trials = 1
      $0.lease = 0.6
    }
    let setup = try await SearchSetup(bench.spec, in: bench.queue)
    let task = Task { try await bench.worker("w", begun: setup.experiment.created).run() }
    while !bench.events.all.contains(where: { if case .wrote = $0 { true } else { false } }) {
      try await Task.sleep(for: .milliseconds(10))
    }
    try await bench.queue.deleteJob("0001")
    #expect(try await task.value == .finished)
    #expect(bench.events.all.contains { if case .lost = $0 { true } else { false } })
    #expect(!bench.registry.contains(RunID(experiment: "demo", run: "job-0001")))
  }

  @Test func aJobWhoseWorkerDiedIsAFailedRun() async throws {
    let bench = try SearchBench(Self.report) { $0.trials = 1 }
    _ = try await SearchSetup(bench.spec, in: bench.queue)
    let space = bench.spec.space
    _ = try await bench.queue.nextJob(of: "demo", worker: "dead", lease: 0.01) {
      .job(space.sample(seed: 1, trial: $0.proposed))
    }
    try await Task.sleep(for: .milliseconds(50))
    let jobs = try await bench.run()
    #expect(jobs.map(\.status) == [.crashed])
    let run = try bench.run(of: "0001")
    #expect(run.status == .failed && run.error?.contains("not heard of") == true)
    #expect(run.provenance[SearchProvenance.worker] == "dead")
  }

  @Test func aRegistryThatCannotBeWrittenStopsTheWorkerAndLosesNothing() async throws {
    let bench = try SearchBench(Self.report) { $0.trials = 1 }
    try bench.scratch.write("in the way", to: "registry")
    await #expect(throws: SearchFailure.self) { try await bench.run() }
    #expect(try await bench.queue.allJobs(of: "demo").map(\.status) == [.queued])
  }
}
