import Diagnostics
import RunModel
import TestSupport
import Testing

@testable import RunExchange

struct MLflowFileStoreTests {
  /// A store at `/mlruns` with an experiment `1` called `digits`, and these files more.
  private func load(_ files: [String: String]) throws -> RunCollection {
    var all = ["/mlruns/1/meta.yaml": "experiment_id: '1'\nlifecycle_stage: active\nname: digits\n"]
    for (name, text) in files { all["/mlruns/" + name] = text }
    return try ImportTool.mlflow.source(at: "/mlruns", fileSystem: .inMemory(all)).load()
  }

  private func meta(_ name: String, status: String = "3", stage: String = "active", start: Int = 1000)
    -> String
  {
    "experiment_id: '1'\nlifecycle_stage: \(stage)\nrun_name: \(name)\nstart_time: \(start)\nend_time: null\n"
      + "status: \(status)\n"
  }

  @Test func whatWasDeletedAndWhatIsNoExperimentIsLeftOut() throws {
    let collection = try load([
      "1/aa/meta.yaml": meta("kept"), "1/bb/meta.yaml": meta("gone", stage: "deleted"),
      "0/meta.yaml": "experiment_id: '0'\nlifecycle_stage: active\nname: Default\n",
      "2/meta.yaml": "experiment_id: '2'\nlifecycle_stage: active\nname: empty\n",
      "3/meta.yaml": "experiment_id: '3'\nlifecycle_stage: deleted\nname: old\n",
      "3/cc/meta.yaml": meta("also gone"), ".trash/4/meta.yaml": "name: trash\n",
      ".trash/4/dd/meta.yaml": meta("trash"), "models/m-1/meta.yaml": "name: model\n",
      "1/models/m-1/meta.yaml": meta("model"), "1/tags/team": "vision", "1/traces/tr-1/meta.yaml": "a: b\n",
    ])
    #expect(collection.runs.map(\.id.description) == ["digits/main/kept"])
    #expect(collection.emptyExperiments == ["empty"])
    #expect(collection.diagnostics == [])
  }

  @Test(arguments: [
    ("1", RunStatus.running), ("2", .queued), ("3", .completed), ("4", .failed), ("5", .interrupted),
    ("RUNNING", .running), ("SCHEDULED", .queued), ("FINISHED", .completed), ("FAILED", .failed),
    ("KILLED", .interrupted),
  ])
  func aStatusIsReadAsNumberAndAsWord(_ text: String, _ status: RunStatus) throws {
    let collection = try load(["1/aa/meta.yaml": meta("a", status: text)])
    #expect(collection.runs.first?.status == status)
    #expect(collection.diagnostics == [])
  }

  @Test func anUnknownStatusIsSaid() throws {
    let collection = try load(["1/aa/meta.yaml": meta("a", status: "9")])
    #expect(collection.runs.first?.status == .running)
    #expect(collection.diagnostics.map(\.kind.name) == ["import.unknown-status"])
  }

  @Test func runsOfOneNameGetTheirIdsBehindAndTheOldestKeepsIt() throws {
    let collection = try load([
      "1/0123456789ab/meta.yaml": meta("same", start: 2000),
      "1/ba9876543210/meta.yaml": meta("same", start: 1000),
      "1/0123456789ab/tags/mlflow.parentRunId": "ba9876543210",
    ])
    #expect(collection.runs.map(\.id.run) == ["same", "same-01234567"])
    #expect(collection.runs[0].provenance[SourceKey.run] == "ba9876543210")
    #expect(collection.runs[1].parent == "digits/main/same")
  }

  @Test func aParentThatIsNotThereKeepsItsOwnName() throws {
    let collection = try load(["1/aa/meta.yaml": meta("a"), "1/aa/tags/mlflow.parentRunId": "feed"])
    #expect(collection.runs.first?.parent == "feed")
    #expect(collection.runs.first?.tags["mlflow.parentRunId"] == "feed")
  }

  @Test func oneBadRunNeverHidesTheGoodOnes() throws {
    let collection = try load([
      "1/aa/meta.yaml": meta("good"), "1/bb/meta.yaml": "{{{", "1/bb/metrics/loss": "1000 0.5 0\n",
      "1/cc/params/depth": "3", "1/dd/artifacts/a.txt": "of a database's run",
    ])
    #expect(collection.runs.map(\.id.run) == ["bb", "cc", "good"])
    #expect(collection.runs[0].metrics["loss"]?.number == 0.5)
    #expect(collection.runs[1].params["depth"] == "3")
    #expect(collection.runs[1].status == .running)
    #expect(
      collection.diagnostics.map { "\($0.kind.name) \($0.place?.path ?? "")" } == [
        "import.invalid-yaml 1/bb/meta.yaml", "import.missing-file 1/cc",
      ])
  }

  @Test func anExperimentWithoutItsFileIsCalledByItsId() throws {
    let collection = try load(["7/aa/meta.yaml": meta("a"), "8/notes.txt": "no experiment"])
    #expect(collection.runs.map(\.id.description) == ["7/main/a"])
    #expect(collection.diagnostics.map(\.place?.path) == ["7"])
  }

  @Test func aRaggedLineIsSaidWithItsPlaceAndTheRestIsKept() throws {
    let collection = try load([
      "1/aa/meta.yaml": meta("a"),
      "1/aa/metrics/val/loss": "1000 0.5 0\n1001 0.4\n1002 x 2\n1003 0.2 3 train abc\n1004 0.1",
    ])
    let run = try #require(collection.runs.first)
    #expect(run.histories["val/loss"]?.map(\.value) == [0.5, 0.4, 0.2])
    #expect(run.histories["val/loss"]?.map(\.step) == [0, 0, 3])
    #expect(
      collection.diagnostics.map { $0.place?.description ?? "" } == [
        "1/aa/metrics/val/loss:3", "1/aa/metrics/val/loss:5",
      ])
  }

  @Test func anExperimentOfAnotherIdIsNotLookedForWhereAFileSays() throws {
    let collection = try load([
      "1/aa/meta.yaml": "artifact_uri: file:///etc\n" + meta("a"), "1/aa/artifacts/notes.md": "Fine.",
      "1/aa/inputs/i/meta.yaml": "source_type: DATASET\nsource_id: ../../../secret\n",
    ])
    let run = try #require(collection.runs.first)
    #expect(run.artifacts.map(\.content) == [.file("/mlruns/1/aa/artifacts/notes.md")])
    #expect(run.folder == "/mlruns/1/aa")
    #expect(run.dicts.isEmpty)
    #expect(collection.diagnostics.map(\.kind.name) == ["import.missing-dataset"])
  }

  @Test func aLinkThatLeavesTheStoreIsLeftOut() throws {
    let scratch = try TemporaryDirectory()
    try scratch.write("secret", to: "secret/value")
    try scratch.write("experiment_id: '1'\nlifecycle_stage: active\n", to: "mlruns/1/meta.yaml")
    try scratch.write(meta("a"), to: "mlruns/1/aa/meta.yaml")
    try scratch.write("3", to: "mlruns/1/aa/params/depth")
    for (target, link) in [
      ("secret/value", "mlruns/1/aa/params/stolen"), ("secret", "mlruns/1/bb"),
      ("mlruns/1/aa/params/depth", "mlruns/1/aa/params/same"), ("secret", "mlruns/1/aa/artifacts"),
    ] {
      #expect(
        try Command.run("ln", ["-s", scratch.path + "/" + target, scratch.path + "/" + link]).exitCode == 0)
    }
    let collection = try ImportTool.mlflow.source(at: scratch.path + "/mlruns").load()
    #expect(collection.runs.map(\.id.description) == ["1/main/a"])
    #expect(collection.runs.first?.params == ["depth": "3", "same": "3"])
    #expect(collection.runs.first?.artifacts == [])
    #expect(collection.diagnostics.map(\.kind.name) == Array(repeating: "import.unsafe-link", count: 3))
  }

  @Test func aFolderWithoutAStoreIsRefusedInWords() throws {
    let files = FileSystem.inMemory([
      "/a/notes.txt": "x", "/b/0/meta.yaml": "experiment_id: '0'\nname: Default\n",
      "/d/aa/meta.yaml": "experiment_id: '0'\nlifecycle_stage: active\nrun_id: aa\n",
    ])
    for (path, found) in [
      ("/a", "a folder without a store of MLflow"), ("/a/notes.txt", "a file that is no SQLite database"),
      ("/c", "nothing there"), ("/b", "a store without runs that are not deleted"),
      ("/d", "a folder without a store of MLflow"),
    ] {
      let error = #expect(throws: SourceError.self) {
        try ImportTool.mlflow.source(at: path, fileSystem: files).load()
      }
      #expect(error?.diagnostic.found == found)
    }
  }
}
