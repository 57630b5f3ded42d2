import Diagnostics
import Dispatch
import Foundation
import RunModel
import RunRegistry
import ServerSupport
import Synchronization
import TestSupport
import Testing

/// Populations and successive halving as a user runs them, with real programs.
@Suite struct PopulationCommandTests {
  private let scratch: TemporaryDirectory

  init() throws {
    scratch = try TemporaryDirectory()
  }

  /// The text of the `number`th block of a language in `docs/pbt.md`.
  private func block(_ language: String, _ number: Int = 0) throws -> String {
    let text = try String(contentsOfFile: Fixture.packageFolder + "/docs/pbt.md", encoding: .utf8)
    let parts = text.components(separatedBy: "```\(language)\n").dropFirst()
    let part = try #require(parts.dropFirst(number).first)
    return try #require(part.components(separatedBy: "\n```").first) + "\n"
  }

  /// Runs a search in a queue and a registry of its own, and returns its lineage.
  private func lineage(_ spec: String, workers: Int) throws -> String {
    let queue = scratch.path + "/\(workers).queue"
    let result = try Command.assay(
      "search", spec, "--workers", "\(workers)", "--queue", queue, "--registry",
      scratch.path + "/registry-\(workers)")
    #expect(result.exitCode == 0, "\(result.errorOutput)")
    let check = try Command.assay("jobs", "lineage", queue, "--check")
    #expect(check.exitCode == 0 && check.output.hasSuffix("decisions, all the same\n"), "\(check.output)")
    return try Command.assay("jobs", "lineage", queue).output
  }

  @Test func theExampleOfTheDocumentation() throws {
    let spec = try scratch.write(try block("yaml"), to: "search.yaml")
    try scratch.write(try block("python"), to: "train.py")
    let dry = try Command.assay("search", spec, "--dry-run")
    #expect(dry.exitCode == 0 && dry.output.split(separator: "\n").count == 8, "\(dry.output)")
    #expect(dry.errorOutput.contains("8 jobs of generation 0, 40 in all; nothing was run"))
    let text = try lineage(spec, workers: 4)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["format"] as? String == "assay.lineage/1")
    let jobs = try #require(json["jobs"] as? [[String: Any]])
    #expect(jobs.count == 40)
    func losses(_ generation: Int) -> [Double] {
      jobs.filter { $0["generation"] as? Int == generation }.compactMap { $0["quality"] as? Double }
    }
    let (first, last) = (losses(0).min() ?? .nan, losses(4).min() ?? .nan)
    #expect(last < first / 10, "from \(first) to \(last)")
    #expect(
      jobs.count { $0["status"] as? String == "PRUNED" } == 8, "two of eight in each of four generations")
    let list = try Command.assay("jobs", "list", scratch.path + "/4.queue", "--format", "json").output
    #expect(list.contains("\"lineage\": {") && list.contains("\"parent\": \"0"))
    let lines = try Command.assay("jobs", "list", scratch.path + "/4.queue").output.split(separator: "\n")
    #expect(lines.count { $0.contains("  from 00") } == 32, "every job but those of generation 0")
    let shown = try Command.assay("jobs", "show", scratch.path + "/4.queue", "0040").output
    #expect(shown.contains("  generation  4, member 8, from 00"), "\(shown)")
    let runs = try Registry(path: scratch.path + "/registry-4").load().runs
    #expect(runs.count == 40 && runs.count { $0.status == .pruned } == 8)
  }

  /// Each program sleeps for as long as the system's own chance says, so that jobs end in other orders.
  private static let script = """
    sleep 0.$(od -An -N1 -tu1 /dev/urandom | tr -d ' ')
    before=0
    if [ -n "${ASSAY_PARENT_DIR-}" ]; then before=$(cat "$ASSAY_PARENT_DIR/sum"); fi
    echo "$before $2" | awk '{ printf "%.17g", $1 + $2 }' > "$ASSAY_RUN_DIR/sum"
    echo "{\\"score\\": $(cat "$ASSAY_RUN_DIR/sum")}" > "$ASSAY_RUN_DIR/results.json"
    """

  private func begin(_ more: String) throws -> String {
    try scratch.write(Self.script, to: "train.sh")
    return try scratch.write(
      """
      experiment: demo
      command: sh train.sh %h
      parameters: {a: {uniform: [0, 1]}}
      metric: score
      direction: maximize

      """ + more, to: "search.yaml")
  }

  @Test func aSynchronousSearchHasTheSameLineageWithAnyNumberOfWorkers() throws {
    let spec = try begin(
      """
      strategy: pbt
      population: 5
      max_generations: 4
      exploit: {truncate: 0.4}
      explore: {a: {perturb: [0.8, 1.2], resample: 0.2}}

      """)
    let alone = try lineage(spec, workers: 1)
    #expect(alone.contains("\"status\": \"PRUNED\""))
    for workers in [3, 8] { #expect(try lineage(spec, workers: workers) == alone, "\(workers) workers") }
    // Something else is found.
    let queue = scratch.path + "/8.queue"
    #expect(try Command.assay("jobs", "rm", queue, "0002").exitCode == 0)
    let check = try Command.assay("jobs", "lineage", queue, "--check")
    #expect(check.exitCode == 1)
    #expect(check.output == "another decision: 0003: found member 3; expected member 2\n", "\(check.output)")
  }

  @Test func anAsynchronousSearchCanBeReplayed() throws {
    let spec = try begin(
      "strategy: pbt\npopulation: 4\nmax_generations: 4\nexplore: {a: resample}\nsynchronous: false\n")
    let text = try lineage(spec, workers: 4)
    let added = try Command.assay("jobs", "add", scratch.path + "/4.queue", "--param", "a=0.5")
    #expect(added.output == "0017\n" && added.errorOutput.contains("takes no part"), "\(added.errorOutput)")
    #expect(text.contains("\"ended_before\": [\n"))
    let other = try Command.assay("search", spec, "--dry-run")
    #expect(other.output.split(separator: "\n").count == 4)
    let large = try begin("strategy: pbt\npopulation: 25\n")
    #expect(try Command.assay("search", large, "--dry-run").output.split(separator: "\n").count == 25)
  }

  @Test func successiveHalvingGivesMoreToTheBest() throws {
    let spec = try begin(
      "strategy: asha\nresource: {name: epochs, min: 1, max: 9}\ntrials: 9\nsynchronous: true\n")
    let alone = try lineage(spec, workers: 1)
    #expect(try lineage(spec, workers: 3) == alone)
    let runs = try Registry(path: scratch.path + "/registry-3").load().runs
    #expect(runs.count == 13)
    #expect(
      runs.compactMap { $0.params["epochs"]?.text }.sorted() == Array(repeating: "1", count: 9) + [
        "3", "3", "3", "9",
      ])
    #expect(runs.allSatisfy { $0.provenance[SearchProvenance.resource] == "epochs" })
    #expect(runs.allSatisfy { $0.provenance[SearchProvenance.lastGeneration] == "2" })
    #expect(runs.count { $0.status == .pruned } == 8)
    let added = try Command.assay("jobs", "add", scratch.path + "/3.queue", "--param", "a=0.5")
    #expect(added.exitCode == 0, "\(added.errorOutput)")
    #expect(
      try Command.assay("jobs", "show", scratch.path + "/3.queue", "0014").output.contains("epochs = 1\n"))
  }

  @Test func aSearchThatIsMadeLongerHasTheLineageOfALongOne() throws {
    let settings = "strategy: pbt\npopulation: 3\nmax_generations: 3\nexplore: {a: {perturb: [0.8, 1.2]}}\n"
    let spec = try begin(settings)
    let whole = try lineage(spec, workers: 2)
    // Two generations first, then one more.
    let short = try begin(settings.replacing("max_generations: 3", with: "max_generations: 2"))
    let arguments = ["--queue", scratch.path + "/cut.queue", "--registry", scratch.path + "/cut"]
    #expect(try Command.run(Command.assayPath, ["search", short] + arguments).exitCode == 0)
    let longer = try begin(settings)
    #expect(try Command.run(Command.assayPath, ["search", longer] + arguments).exitCode == 0)
    #expect(try Command.assay("jobs", "lineage", scratch.path + "/cut.queue").output == whole)
    let other = try begin(settings.replacing("population: 3", with: "population: 4"))
    let refused = try Command.run(Command.assayPath, ["search", other] + arguments)
    #expect(
      refused.exitCode == 2 && refused.errorOutput.contains("differs in population"), "\(refused.errorOutput)"
    )
  }

  @Test(arguments: [RemoteServer.Kind.s3, .webDAV])
  func parentsThatRanElsewhereComeFromTheRegistryOfAll(_ kind: RemoteServer.Kind) throws {
    let server = try RemoteServer(kind)
    let registry = server.addressText("registry")
    let spec = try begin(
      "strategy: pbt\npopulation: 3\nmax_generations: 3\nexplore: {a: {perturb: [0.8, 1.2]}}\nregistry: \(registry)\n"
    )
    // The first job waits until another worker has begun one.
    try scratch.write(
      """
      touch "begun-$ASSAY_JOB"
      i=0
      while [ "$(ls begun-* | wc -l)" -lt 2 ] && [ $i -lt 600 ]; do sleep 0.1; i=$((i + 1)); done

      """ + Self.script, to: "train.sh")
    // Two machines have two caches; neither has the other's runs.
    let other = server.environment.merging(["XDG_CACHE_HOME": scratch.path + "/cache"]) { $1 }
    let queue = scratch.path + "/search.queue"
    let begun = DispatchGroup()
    let second = Mutex<Command.Result?>(nil)
    DispatchQueue.global().async(group: begun) {
      for _ in 0..<300 where second.withLock({ $0?.exitCode }) != 0 {
        // Until the other has put the search into the queue there is nothing to work on.
        usleep(100_000)
        let result = try? Command.assay("worker", queue, environment: other)
        second.withLock { $0 = result }
      }
    }
    let first = try Command.assay("search", spec, environment: server.environment)
    begun.wait()
    #expect(first.exitCode == 0, "\(first.errorOutput)")
    let worker = second.withLock { $0 }
    #expect(worker?.exitCode == 0, "\(worker?.errorOutput ?? "")")
    let check = try Command.assay("jobs", "lineage", queue, "--check")
    #expect(check.output == "9 decisions, all the same\n", "\(check.output)")
    let list = try Command.assay("jobs", "list", queue, "--format", "json").output
    let json = try #require(try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [String: Any])
    let experiments = try #require(json["experiments"] as? [[String: Any]])
    let jobs = try #require(experiments.first?["jobs"] as? [[String: Any]])
    #expect(Set(jobs.compactMap { $0["worker"] as? String }).count == 2, "both have worked")
    // Each sum is the parent's and the own value, so the files came, too.
    func number(_ job: [String: Any], _ key: String, _ name: String) -> Double {
      (job[key] as? [String: Any])?[name] as? Double ?? .nan
    }
    let sums = Dictionary(
      uniqueKeysWithValues: jobs.compactMap { job in
        (job["job"] as? String).map { ($0, number(job, "results", "score")) }
      })
    for job in jobs {
      let parent = (job["lineage"] as? [String: Any])?["parent"] as? String
      let expected = (parent.flatMap { sums[$0] } ?? 0) + number(job, "hyperparameters", "a")
      #expect(abs(number(job, "results", "score") - expected) < 1e-9)
    }
    let runs = try Command.assay("list", registry, "--format", "json", environment: server.environment)
    #expect(
      runs.output.components(separatedBy: "\"pruned\"").count == 3, "two runs are marked: \(runs.output)")
  }

  @Test func aPopulationThatCannotGoOnSaysWhy() throws {
    let spec = try begin("strategy: pbt\npopulation: 2\nmax_generations: 3\nexplore: {a: resample}\n")
    try scratch.write("echo '{\"score\": NaN}' > \"$ASSAY_RUN_DIR/results.json\"\n", to: "train.sh")
    let result = try Command.assay("search", spec)
    #expect(result.exitCode == 0)
    #expect(
      result.errorOutput.contains(
        "None of the 2 jobs that came to an end has a finite “score”: there is no best one, and none that the search "
          + "could go on from."), "\(result.errorOutput)")
    #expect(try Command.assay("search", spec, "--strict").exitCode == 1)
  }

  @Test func aWorkerOfAFinishedSearchNamesNoRegistryThatIsNotThere() throws {
    let spec = try begin("strategy: random\ntrials: 1\n")
    #expect(try Command.assay("search", spec).output == scratch.path + "/registry/demo/main\n")
    let queue = scratch.path + "/search.queue"
    let worker = try Command.assay("worker", queue, "--registry", scratch.path + "/other")
    #expect(worker.exitCode == 0 && worker.output.isEmpty, "\(worker.output)")
  }

  @Test func whatHasNoLineageIsSaid() throws {
    let spec = try begin("strategy: random\ntrials: 1\n")
    #expect(try Command.assay("search", spec).exitCode == 0)
    let result = try Command.assay("jobs", "lineage", scratch.path + "/search.queue")
    #expect(result.exitCode == 2 && result.errorOutput.contains("found strategy: random"))
  }
}
