import Diagnostics
import FileFormats
import RunModel
import TestSupport
import Testing

@testable import RunExchange

@Suite struct SacredRunsTests {
  private func load(_ files: [String: String]) throws -> RunCollection {
    try SacredRuns(path: "/base", fileSystem: .inMemory(files)).load()
  }

  /// A run with this record.
  private func load(record: String) throws -> Run {
    try load(["/base/1/run.json": record, "/base/1/config.json": "{}"]).runs[0]
  }

  @Test func everyFolderWithARecordIsARunWithWhatSacredReads() throws {
    let read = try ReadBack(.sacred)
    try read.check()
    #expect(read.diagnostics.isEmpty)
    #expect(ImportTool.recognised(at: Fixture.path("foreign/sacred")) == .sacred)
    #expect(ImportTool.recognised(at: Fixture.path("foreign/sacred/4")) == .sacred)
    #expect(read.runs.map(\.id.description) == [1, 3, 4, 5].map { "digit reader/main/\($0)" })
    let run = try read.run("3")
    #expect(run.artifacts.map(\.id) == ["cout.txt", "figure.png", "predictions.csv"])
    #expect(run.dicts["info"]?["matrix"]?.text == "[[1, 2], [3, 4]]")
    #expect(run.provenance["program"] == "train_digits.py")
    #expect(run.provenance["host"] == "workstation")
    #expect(run.provenance["named configs"] == "wide")
    #expect(run.provenance["sources"] == "train_digits.py")
    #expect(run.histories["lr"]?.first?.timestamp?.iso == "2026-02-10T07:41:50Z")
  }

  @Test func valuesOfTheLanguageThatWroteThemStayText() throws {
    let collection = try ImportTool.sacred.source(at: Fixture.path("foreign/sacred-odd/runs")).load()
    let run = try #require(collection.runs.first)
    #expect(collection.diagnostics.isEmpty && collection.runs.count == 1)
    #expect(run.dicts["info"]?["array"]?.kind == .json)
    #expect(run.dicts["info"]?["point"]?.text.contains("py/object") == true)
    #expect(run.dicts["info"]?["deep.a.b"]?.number == 1)
    #expect(run.params["grid.a.b"]?.text == "[1, 2]")
    #expect(run.params["grid.empty"]?.text == "{}")
    #expect(run.params["text"] == "1e-3")
    // A word of the program's own for the end.
    #expect(run.status == .interrupted)
    #expect(run.provenance["status"] == "TIMEOUT")
    #expect(run.notes == "Second *try*.")
    #expect(run.provenance["resources"] == "data.csv")
    // Steps 1, 2, 0: the last by step counts.
    #expect(run.histories["loss"]?.map(\.step) == [0, 1, 2])
    #expect(run.metrics["loss"]?.number?.isNaN == true)
  }

  @Test(arguments: [
    ("QUEUED", RunStatus.queued), ("RUNNING", .running), ("COMPLETED", .completed), ("FAILED", .failed),
    ("INTERRUPTED", .interrupted), ("DIED", .interrupted),
  ])
  func theStatusIsTakenFromItsWord(word: String, status: RunStatus) throws {
    let run = try load(record: #"{"status": "\#(word)"}"#)
    #expect(run.status == status)
    #expect(run.provenance["status"] == (word == "DIED" ? "DIED" : nil))
  }

  @Test(arguments: [
    ("0.5", "metric 0.5"), ("\"nan\"", "metric nan"), ("\"done\"", "result=done"), ("true", "result=true"),
    (#"{"test": {"acc": 1}, "loss": 2}"#, "loss=2 test.acc=1"), ("[1, 2]", "result=[1, 2]"), ("null", ""),
    ("{}", "result={}"),
  ])
  func aResultIsAMetricIfItIsANumber(result: String, expected: String) throws {
    let run = try load(record: #"{"status": "COMPLETED", "result": \#(result)}"#)
    let dict = (run.dicts["result"] ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text)" }
    let metric = run.metrics["result"].map { ["metric \($0.text)"] } ?? []
    #expect((metric + dict).joined(separator: " ") == expected)
  }

  @Test func commitsAndTheirStateAreKept() throws {
    let run = try load(
      record: #"""
        {"experiment": {"name": "a/../b", "repositories": [{"url": "git@x:y.git", "commit": "abc", "dirty": true}]},
         "host": {"os": ["Linux", "Linux-6"], "gpus": {"count": 1}}, "fail_trace": ["one\n", 2, "two"], "status": "FAILED"}
        """#)
    #expect(run.id.experiment == "a/_/b")
    #expect(run.provenance["git commit"] == "abc")
    #expect(run.provenance["git dirty"] == "true")
    #expect(run.provenance["os"] == "Linux-6")
    #expect(run.provenance["gpus"] == #"{"count": 1}"#)
    #expect(run.error == "one\ntwo")
  }

  @Test func artifactsThatAreNotThereAreSaidAndNoneLeadsOut() throws {
    let collection = try load([
      "/base/1/run.json":
        #"{"artifacts": ["a.txt", "b.txt", "../../secret", "/etc/passwd"], "status": "COMPLETED"}"#,
      "/base/1/config.json": "{}", "/base/1/a.txt": "",
    ])
    let run = collection.runs[0]
    #expect(run.artifacts.map(\.id) == ["a.txt", "b.txt"])
    #expect(run.artifacts.map(\.content) == [.file("/base/1/a.txt"), .missing])
    #expect(collection.diagnostics.map(\.kind.name) == Array(repeating: "import.missing-artifact", count: 3))
  }

  @Test func aRecordThatCannotBeReadLeavesTheRest() throws {
    let collection = try load([
      "/base/1/run.json": "{\"status\": ", "/base/1/config.json": #"{"lr": 1}"#,
      "/base/1/metrics.json":
        #"{"loss": {"steps": [1, 2, 3], "timestamps": ["x"], "values": [5, {"py/object": "x"}]}, "#,
      "/base/_sources/run.json": "{}", "/base/_sources/config.json": "{}",
    ])
    #expect(collection.runs.count == 1)
    #expect(collection.runs[0].status == .running)
    #expect(collection.runs[0].params == ["lr": 1])
    #expect(collection.runs[0].histories["loss"]?.map(\.value) == [5])
    #expect(
      collection.diagnostics.map { "\($0.place?.path ?? "") \($0.kind.name)" } == [
        "1/metrics.json import.uneven-lists", "1/metrics.json import.no-number",
        "1/metrics.json import.invalid-json", "1/run.json import.invalid-json",
      ])
  }

  @Test(arguments: ["run.json", "config.json", "metrics.json", "info.json"])
  func damagedFilesNeverCrash(name: String) throws {
    let whole = try Fixture.bytes("foreign/sacred/3/\(name)")
    let record = Array(#"{"experiment": {"name": "x"}, "command": "main", "result": 1}"#.utf8)
    let others = [
      "/base/1/run.json": record, "/base/1/config.json": Array("{}".utf8), "/base/2/run.json": record,
      "/base/2/config.json": Array("{}".utf8),
    ]
    ImportFuzz.damage(whole, as: "/base/2/" + name, beside: others, seed: 77) { files in
      #expect(SacredRuns.recognises("/base", in: files))
      let runs = (try? SacredRuns(path: "/base", fileSystem: files).load())?.runs ?? []
      #expect(
        runs.count == 2 && runs.contains { $0.id.description == "x/main/1" && $0.metrics["result"] == 1 })
    }
  }
}
