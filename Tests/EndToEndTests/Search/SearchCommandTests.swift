import Diagnostics
import Foundation
import RunModel
import RunRegistry
import TestSupport
import Testing

/// `assay search`, `assay worker` and `assay jobs` as a user runs them, with real programs.
@Suite struct SearchCommandTests: SearchSuite {
  let scratch: TemporaryDirectory

  init() throws {
    scratch = try TemporaryDirectory()
  }

  @Test func aSearchWithTwoWorkersEndsAsRunsOfTheRegistry() throws {
    try begin(Self.report, "trials: 6\nworkers: 2\n")
    let dry = try Command.assay("search", search, "--dry-run")
    #expect(dry.exitCode == 0 && dry.output.split(separator: "\n").count == 6)
    #expect(!FileManager.default.fileExists(atPath: queue))
    let result = try Command.assay("search", search)
    #expect(result.exitCode == 0, "\(result.errorOutput)")
    #expect(result.output == scratch.path + "/registry/demo/main\n")
    #expect(result.errorOutput.contains("demo: 6 done, 0 running, 0 queued, of 6"))
    #expect(result.errorOutput.contains("\nbest score="))
    #expect(!result.errorOutput.contains("\u{1B}"))
    let runs = try registry.load().runs
    #expect(runs.count == 6 && runs.allSatisfy { $0.status == .completed })
    // What ran is what the dry run said.
    #expect(
      Set(runs.compactMap { $0.provenance[SearchProvenance.command] })
        == Set(dry.output.split(separator: "\n").map(String.init)))
    let again = try Command.assay("search", search)
    #expect(again.exitCode == 0 && again.errorOutput.contains("going on with the search"))
    #expect(try registry.load().runs.count == 6)
  }

  @Test func jobsAreListedShownAddedTriedAgainAndRemoved() throws {
    try begin(
      "test $4 = x || { echo 'no such kind' >&2; exit 1; }\n" + Self.report,
      "trials: 1\njobs: [{a: 0.5, kind: y}, {a: 0.25, kind: x}]\n")
    _ = try Command.assay("search", search)
    let crashed = try Command.assay("jobs", "list", queue, "--status", "crashed")
    #expect(crashed.output.contains("0001  CRASHED  a=0.5 kind=y"))
    #expect(!crashed.output.contains("0002"))
    let shown = try Command.assay("jobs", "show", queue, "0001")
    #expect(shown.output.contains("    no such kind\n"))
    let list = try Command.assay("jobs", "list", queue, "--format", "json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(list.outputBytes)) as? [String: Any])
    #expect(json["schema_version"] as? Int == 1)
    let experiments = try #require(json["experiments"] as? [[String: Any]])
    let jobs = try #require(experiments.first?["jobs"] as? [[String: Any]])
    #expect(jobs.count == 3)
    #expect((jobs[1]["results"] as? [String: Any])?["score"] as? Double == 0.25)
    #expect((jobs[0]["failures"] as? [[String: Any]])?.count == 1)

    #expect(
      try Command.assay("jobs", "add", queue, "--param", "a=0.75", "--param", "kind=x").output == "0004\n")
    let wrong = try Command.assay("jobs", "add", queue, "--param", "a=0.75", "--param", "knid=x")
    #expect(wrong.exitCode == 2 && wrong.errorOutput.contains("did you mean “kind”?"))
    try begin(Self.report, "trials: 1\n")
    #expect(try Command.assay("jobs", "retry", queue, "--crashed").output.contains("0001\n"))
    let worker = try Command.assay("worker", queue, "--jobs", "2")
    #expect(worker.exitCode == 0, "\(worker.errorOutput)")
    #expect(worker.errorOutput.contains("4 done"))
    #expect(try registry.load().runs.count == 4)
    #expect(try Command.assay("jobs", "rm", queue, "0004").exitCode == 0)
    #expect(try Command.assay("jobs", "show", queue, "0004").exitCode == 2)
  }

  @Test func exitCodesTellHowItWent() throws {
    try begin("exit 3", "trials: 2\n")
    let all = try Command.assay("search", search)
    #expect(all.exitCode == 2 && all.errorOutput.contains("No job is done, 2 crashed"))
    try begin("test $4 = x || exit 1\n" + Self.report, "seed: 1\ntrials: 8\nqueue: second.queue\n")
    #expect(try Command.assay("search", search).exitCode == 0)
    #expect(try Command.assay("search", search, "--strict").exitCode == 1)
    try begin("", "trails: 2\n")
    let wrong = try Command.assay("search", search)
    #expect(
      wrong.exitCode == 2
        && wrong.errorOutput.contains("search.yaml:7:1: error: found the unknown key “trails”"))
    #expect(try Command.assay("worker", scratch.path + "/absent.queue").exitCode == 2)
    #expect(try Command.assay("search", scratch.path + "/absent.yaml").exitCode == 2)
    #expect(try Command.assay("search", search, "--workers", "0").exitCode == 64)
  }

  @Test func whatCannotRunIsRefusedBeforeTheFirstJob() throws {
    try begin(Self.report, "trials: 2\n")
    let spec = try String(contentsOfFile: search, encoding: .utf8)
    try scratch.write(spec.replacing("command: sh ", with: "command: no-such-shell "), to: "search.yaml")
    let result = try Command.assay("search", search)
    #expect(result.exitCode == 2)
    #expect(
      result.errorOutput.contains("The program “no-such-shell” is not on PATH. Nothing was done."),
      "\(result.errorOutput)")
    #expect(!FileManager.default.fileExists(atPath: queue))
  }

  @Test func tooFewOpenFilesAreAllowedOrRefused() throws {
    try begin(Self.report, "trials: 40\nworkers: 16\n")
    let shell = "ulimit -S -n 60; ulimit -H -n 100; exec \"$0\" search \"$1\""
    let refused = try Command.run("sh", ["-c", shell, Command.assayPath, search])
    #expect(refused.exitCode == 2)
    #expect(
      refused.errorOutput.contains(
        "16 workers need 288 open files; this process may have 100. Use at most 4, or allow more"),
      "\(refused.errorOutput)")
    let raised = try Command.run(
      "sh", ["-c", shell.replacing("-H -n 100", with: "-H -n 300"), Command.assayPath, search])
    #expect(raised.exitCode == 0, "\(raised.errorOutput)")
    #expect(raised.errorOutput.contains("demo: 40 done"))
  }

  @Test func theProgramsLinesAreShownOnRequest() throws {
    try begin("printf 'evil \\033[2J\\n'; echo oops >&2\n" + Self.report, "trials: 1\n")
    let result = try Command.assay("search", search, "--show-log")
    #expect(result.exitCode == 0)
    #expect(result.errorOutput.contains("0001 | evil \\u{1B}[2J\n"), "\(result.errorOutput)")
    #expect(result.errorOutput.contains("0001 | oops\n") && result.errorOutput.contains("0001 | working\n"))
    let quiet = try Command.assay("worker", queue)
    #expect(!quiet.errorOutput.contains(" | "))
  }

  @Test func aRegistryThatIsRemovedMeanwhileIsNoticed() throws {
    try begin(
      "test $2 = 0.5 && rm -r registry/demo\n" + Self.report,
      "trials: 1\njobs: [{a: 0.25, kind: x}, {a: 0.5, kind: x}]\n")
    let result = try Command.assay("search", search)
    #expect(result.exitCode == 1)
    #expect(
      result.errorOutput.contains(
        "the runs of 1 of the jobs that are done are not in the registry"), "\(result.errorOutput)")
    #expect(result.errorOutput.contains("the first is 0001"))
  }

  @Test func runsThatAreGoneAreToldOfWheneverASearchIsOver() throws {
    try begin(Self.report, "trials: 2\n")
    #expect(try Command.assay("search", search).exitCode == 0)
    try FileManager.default.removeItem(atPath: registry.path)
    let again = try Command.assay("search", search)
    #expect(again.exitCode == 1 && again.output.isEmpty, "\(again.errorOutput)")
    #expect(again.errorOutput.contains("the runs of 2 of the jobs that are done are not in the registry"))
    try begin(Self.report, "trials: 3\n")
    let more = try Command.assay("search", search)
    #expect(
      more.exitCode == 1 && more.errorOutput.contains("the runs of 2 of the jobs"), "\(more.errorOutput)")
    #expect(try Command.assay("jobs", "retry", queue, "0001", "0002").exitCode == 0)
    #expect(try Command.assay("search", search).exitCode == 0)
    #expect(try registry.load().runs.count == 3)
    // A registry of another worker's is not missed.
    #expect(try Command.assay("worker", queue, "--registry", scratch.path + "/other").exitCode == 0)
  }

  @Test func aSearchWhoseJobsWereAllRemovedSaysSo() throws {
    try begin(Self.report, "trials: 2\n")
    #expect(try Command.assay("search", search).exitCode == 0)
    #expect(try Command.assay("jobs", "rm", queue, "0001", "0002").exitCode == 0)
    let again = try Command.assay("search", search, "--strict")
    #expect(again.exitCode == 1 && again.errorOutput.contains("none of its jobs is in the queue"))
  }

  @Test func aJobThatIsRetriedMeanwhileIsNotMissed() throws {
    try begin("sleep 0.3\n" + Self.report, "trials: 6\n")
    let process = try start("search", search)
    wait { (try? registry.load().runs.count) ?? 0 >= 2 }
    #expect(try Command.assay("jobs", "retry", queue, "0001").exitCode == 0)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try registry.load().runs.count == 6)
    let listed = try Command.run(
      Command.assayPath, ["search", search, "--queue", "postgres:/ann:secret@h/jobs"])
    #expect(listed.exitCode == 2 && !listed.errorOutput.contains("secret"), "\(listed.errorOutput)")
  }

  @Test func aQueueThatIsRemovedMeanwhileIsNoticed() throws {
    try begin("rm search.queue\n" + Self.report, "trials: 2\n")
    let result = try Command.assay("search", search)
    #expect(result.exitCode == 2)
    #expect(result.errorOutput.contains("removed or replaced while it was in use"), "\(result.errorOutput)")
  }

  @Test func aKilledSearchGoesOnWhereItWas() throws {
    try begin("echo $$ >> pids; sleep 0.4\n" + Self.report, "trials: 6\nworkers: 2\nlease: 2\nretries: 2\n")
    let process = try start("search", search)
    wait { (try? registry.load().runs.count) ?? 0 >= 2 }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let result = try Command.assay("search", search)
    #expect(result.exitCode == 0, "\(result.errorOutput)")
    let runs = try registry.load().runs
    #expect(runs.map(\.id.run.text) == (1...6).map { "job-000\($0)" })
    #expect(runs.allSatisfy { $0.status == .completed })
  }

  @Test func aWorkerThatIsKilledLosesItsJobToAnother() throws {
    try begin("echo $$ >> $2.pid; sleep 0.3\n" + Self.report, "trials: 4\nlease: 1\nretries: 3\n")
    let search = try start("search", search)
    wait {
      (try? FileManager.default.contentsOfDirectory(atPath: scratch.path).contains { $0.hasSuffix(".pid") })
        == true
    }
    let other = try start("worker", queue)
    kill(search.processIdentifier, SIGKILL)
    search.waitUntilExit()
    other.waitUntilExit()
    #expect(other.terminationStatus == 0)
    let runs = try registry.load().runs
    #expect(runs.map(\.id.run.text) == (1...4).map { "job-000\($0)" })
    #expect(runs.allSatisfy { $0.status == .completed })
    #expect(runs.first?.provenance[SearchProvenance.attempt] == "2")
  }

  @Test func aWorkerMayDoOneJobOnly() throws {
    try begin(Self.report, "trials: 3\n")
    let search = try start("search", search)
    search.waitUntilExit()
    _ = try Command.assay("jobs", "retry", queue, "0001", "0002")
    let result = try Command.assay("worker", queue, "demo", "--once")
    #expect(result.exitCode == 0, "\(result.errorOutput)")
    #expect(try Command.assay("jobs", "list", queue, "--status", "queued").output.contains("0002"))
    let unknown = try Command.assay("worker", queue, "dmeo")
    #expect(unknown.exitCode == 2 && unknown.errorOutput.contains("Did you mean “demo”?"))
  }
}
