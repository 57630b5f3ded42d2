import Diagnostics
import Foundation
import Jobs
import RunModel
import RunRegistry
import TestSupport
import Testing

@testable import Experiments

/// Programs that go on from what their parents left.
@Suite struct SearchWorkerLineageTests {
  /// Adds its rate to the sum that its parent left, and says what it was told.
  private static let script = """
    sum=0
    if [ -n "${ASSAY_PARENT_DIR-}" ]; then
      sum=$(cat "$ASSAY_PARENT_DIR/deep/sum.txt")
      cp "$ASSAY_PARENT_DIR/results.json" "$ASSAY_RUN_DIR/seen.json"
      (cd "$ASSAY_PARENT_DIR" && find . -type f | sort | tr '\\n' ' ') > "$ASSAY_RUN_DIR/seen.txt"
    fi
    mkdir "$ASSAY_RUN_DIR/deep"
    echo $((sum + $2)) > "$ASSAY_RUN_DIR/deep/sum.txt"
    echo own > "$ASSAY_RUN_DIR/log.txt"
    echo 'id,y_true,y_pred' > "$ASSAY_RUN_DIR/predictions.csv"
    echo '{"step": 1, "loss": 2}' > "$ASSAY_RUN_DIR/metrics.jsonl"
    echo '--- RESULTS ---'
    echo '{"score": '$((sum + $2))', "told": "'${ASSAY_GENERATION-none} ${ASSAY_MEMBER-none} ${ASSAY_PARENT-none}'"}'
    echo '--- END RESULTS ---'
    """

  private static func bench(_ script: String = script, _ change: (inout SearchSpec) -> Void = { _ in }) throws
    -> SearchBench
  {
    try SearchBench(script) {
      $0.space = SearchSpace([("a", .integer(low: 1, high: 9, isLogarithmic: false))])
      $0.strategy = .pbt
      $0.trials = nil
      $0.metric = "score"
      $0.direction = .maximize
      $0.jobs = [["a": 5]]
      $0.population = PopulationSettings(
        size: 2, truncate: 0.5, explore: ["a": .resample()], maxGenerations: 2)
      change(&$0)
    }
  }

  private func text(_ run: Run, _ id: ExactString) throws -> String {
    guard case .file(let path)? = run.artifacts.first(where: { $0.id == id })?.content else {
      Issue.record("no \(id)")
      return ""
    }
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func aProgramGetsWhatItsParentLeft() async throws {
    let bench = try Self.bench()
    let jobs = try await bench.run(workers: 2)
    #expect(jobs.count == 4 && jobs.map { $0.lineage?.member } == [nil, 2, 1, 2])
    let best =
      (jobs[0].results["score"]?.number ?? 0) >= (jobs[1].results["score"]?.number ?? 0) ? jobs[0] : jobs[1]
    #expect(jobs[2...3].allSatisfy { $0.lineage?.parent == best.id })
    #expect(jobs[0].results["told"] == "0 1 none", "also of a job that somebody added")
    #expect(jobs[1].results["told"] == "0 2 none")
    #expect(jobs[2].results["told"] == .text("1 1 \(best.id)"))
    let sum = (best.results["score"]?.number ?? 0) + (jobs[2].hyperparameters["a"]?.number ?? 0)
    #expect(jobs[2].results["score"]?.number == sum)
    let run = try bench.run(of: "0003")
    // A file of its own that is called as the log is back in its place; the log itself is not the program's.
    #expect(try text(run, "seen.txt") == "./deep/sum.txt ./log.txt ./predictions.csv ./results.json ")
    let seen = try text(run, "seen.json")
    #expect(seen.contains("\"score\"") && seen.contains("0 \(best.id == "0001" ? 1 : 2) none"))
    #expect(run.provenance[SearchProvenance.strategy] == "pbt")
    #expect(
      run.provenance[SearchProvenance.generation] == "1"
        && run.provenance[SearchProvenance.lastGeneration] == "1")
    #expect(
      run.provenance[SearchProvenance.member] == "1" && run.provenance[SearchProvenance.parent] == best.id)
    #expect(run.provenance[SearchProvenance.factors] == #"{"a":"resampled"}"#)
    let added = try bench.run(of: "0001").provenance
    #expect(added[SearchProvenance.generation] == "0" && added[SearchProvenance.member] == "1")
    #expect(added[SearchProvenance.parent] == nil && added[SearchProvenance.factors] == nil)
    // The run of a job that was outdone says so when the search is over.
    let outdone = best.id == "0001" ? "0002" : "0001"
    #expect(try await bench.queue.job(outdone).status == .pruned)
    #expect(try bench.run(of: outdone).status == .pruned && bench.run(of: best.id).status == .completed)
    #expect(try text(bench.run(of: outdone), "files/log.txt") == "own\n", "its files stay")
    #expect(!FileManager.default.fileExists(atPath: bench.spec.queue + ".work"))
  }

  @Test func aParentThatIsGoneFailsTheAttemptWithWords() async throws {
    let bench = try Self.bench(Self.script) { $0.population.maxGenerations = 1 }
    try await bench.run()
    try FileManager.default.removeItem(atPath: bench.registry.path + "/demo/main/job-0001")
    try FileManager.default.removeItem(
      atPath: bench.registry.path + "/demo/main/job-0002/artifacts/deep/sum.txt")
    var more = bench
    more.spec.population.maxGenerations = 2
    more.spec.retries = 1
    let jobs = try await more.run()
    #expect(jobs.count == 4 && jobs[2...3].allSatisfy { $0.status == .crashed && $0.attempts == 2 })
    let error = try #require(jobs[2].failures.first?.error)
    #expect(
      error.hasPrefix("The run of the job 0001, from which this one goes on, is not in the registry")
        || error.hasPrefix(
          "The file “deep/sum.txt” of the job 0002, from which this one goes on, cannot be used: "),
      "\(error)")
    try await more.queue.deleteJob("0001")
    try await more.queue.deleteJob("0002")
    _ = try await more.queue.retry("0003")
    let again = try await more.run()
    #expect(
      again.first?.failures.last?.error.hasPrefix("The job from which this one goes on cannot be had: ")
        == true)
  }

  @Test func aProgramMaySayThatItGaveUp() async throws {
    let bench = try SearchBench("echo '--- PRUNED ---'\n") {
      $0.trials = 1
      $0.metric = "score"
    }
    let job = try #require(try await bench.run().first)
    #expect(job.status == .pruned && job.failures == [])
    #expect(try bench.run(of: "0001").status == .pruned)
    let failing = try SearchBench("echo '--- PRUNED ---'\nexit 1\n") { $0.trials = 1 }
    #expect(try await failing.run().first?.status == .crashed)
    let reporting = try SearchBench(
      "echo '--- PRUNED ---'\necho '{\"score\": 1}' > $ASSAY_RUN_DIR/results.json\n"
    ) { $0.trials = 1 }
    let reported = try #require(try await reporting.run().first)
    #expect(reported.status == .pruned && reported.results == ["score": 1])
  }

  @Test func otherStrategiesTellNothingOfLineages() async throws {
    let bench = try SearchBench(Self.script) {
      $0.trials = 1
      $0.space = SearchSpace([("a", .constant(2))])
    }
    let job = try #require(try await bench.run().first)
    #expect(job.results["told"] == "none none none" && job.lineage == nil)
    #expect(try bench.run(of: "0001").provenance[SearchProvenance.generation] == nil)
  }

  @Test func theSettingsOfAnotherPopulationAreRefused() async throws {
    let bench = try Self.bench()
    try await bench.run()
    var other = bench.spec
    other.population.maxGenerations = 3
    other.retries = 1
    #expect(bench.spec.incomparableKeys(with: other) == [])
    #expect(other.incomparableKeys(with: bench.spec) == ["max_generations"], "fewer are another search")
    other.population.truncate = 0.4
    other.population.explore = [:]
    other.population.isSynchronous = false
    other.population.size = 3
    #expect(bench.spec.incomparableKeys(with: other) == ["population", "exploit", "explore", "synchronous"])
  }
}
