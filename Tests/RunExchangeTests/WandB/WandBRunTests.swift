import Diagnostics
import RunModel
import Testing

@testable import RunExchange

struct WandBRunTests {
  @Test func aLogWithoutAnEndIsARunningRun() throws {
    var file = WandBBytes()
    file.append(WandBBytes.run([(1, "r1"), (8, "one")]))
    file.append(WandBBytes.history([(["loss"], "0.5")], step: 3))
    file.append(piece: [1, 2, 3], type: 2)
    let collection = try load(["/p/wandb/run-1-r1/run-r1.wandb": file.bytes], at: "/p/wandb")
    let run = try #require(collection.runs.first)
    #expect(run.status == .running)
    #expect(run.id.experiment == "p")
    #expect(run.metrics["loss"]?.number == 0.5)
    #expect(run.duration == nil)
    #expect(collection.diagnostics.map(\.kind.name) == ["import.cut-off-record"])
    #expect(collection.diagnostics.map(\.severity) == [.note])
  }

  @Test func configurationIsUpdatedRemovedAndUnwrapped() throws {
    var file = WandBBytes()
    file.append(
      WandBBytes.change(
        5,
        [
          (["a"], #"{"value": 1, "desc": null}"#), (["b"], #"{"value": 2}"#), (["c"], #"{"x": 1, "y": "z"}"#),
          (["_wandb"], #"{"cli": 1}"#), (["d"], "not JSON"),
        ]))
    file.append(WandBBytes.change(5, [(["c", "x"], "2")], removing: [["c", "y"]]))
    let collection = try load(["/w/run-1/run-1.wandb": file.bytes], at: "/w")
    #expect(collection.runs.first?.params == ["a": 1, "b.value": 2, "c.x": 2])
    #expect(collection.diagnostics.map(\.kind.name) == ["import.invalid-value", "import.no-run-record"])
  }

  @Test func aHistoryOutOfOrderGivesTheLastValueByStep() throws {
    var file = WandBBytes()
    file.append(WandBBytes.run([(1, "r")]))
    for (step, value) in [(5, "0.5"), (1, "0.1"), (3, "\"NaN\"")] {
      file.append(
        WandBBytes.history(
          [(["_step"], "\(step)"), (["loss"], value), (["_timestamp"], "1795243166.5"), (["flag"], "true")],
          step: nil))
    }
    file.append(WandBBytes.change(3, [(["loss"], "9"), (["flag"], "true"), (["_runtime"], "7")]))
    file.append(WandBBytes.exit(0, runtime: 12))
    let run = try #require(try load(["/w/run-1/run-1.wandb": file.bytes], at: "/w").runs.first)
    #expect(run.histories["loss"]?.map(\.step) == [1, 3, 5])
    #expect(run.metrics["loss"]?.number == 0.5)
    #expect(run.metrics.count == 1)
    #expect(run.dicts["summary"] == ["flag": true])
    #expect(run.duration == 12)
    #expect(run.histories["loss"]?.first?.timestamp?.microseconds == 1_795_243_166_500_000)
  }

  @Test func whereARunTookPlaceIsItsProvenance() throws {
    var file = WandBBytes()
    file.append(WandBBytes.field(21, WandBBytes.field(1, WandBBytes.field(1, "0.31.0+abc"))))
    file.append(
      WandBBytes.run([(1, "r"), (2, "team"), (7, "eval"), (12, "sweep7"), (13, "box")]))
    file.append(
      WandBBytes.field(
        26,
        WandBBytes.field(1, "Linux") + WandBBytes.field(2, "CPython 3.11.7") + WandBBytes.field(6, "train.py")
          + WandBBytes.field(9, WandBBytes.field(1, "git@host:repo") + WandBBytes.field(2, "99571311"))
          + WandBBytes.field(10, "mail") + WandBBytes.field(13, "user") + WandBBytes.field(18, "")))
    let run = try #require(try load(["/w/run-1/run-1.wandb": file.bytes], at: "/w").runs.first)
    #expect(
      run.provenance == [
        "tool": "wandb 0.31.0+abc", "entity": "team", "job type": "eval", "sweep": "sweep7", "host": "box",
        "os": "Linux", "python": "CPython 3.11.7", "program": "train.py", "git remote": "git@host:repo",
        "git commit": "99571311", "user": "user", SourceKey.tool: "wandb", SourceKey.run: "r",
      ])
  }

  @Test func theTraceOfAnExceptionIsTheErrorOfTheRun() throws {
    func output(_ text: String, type: Int = 0) -> [UInt8] {
      WandBBytes.field(13, (type == 0 ? [] : WandBBytes.field(1, integer: type)) + WandBBytes.field(3, text))
    }
    var file = WandBBytes()
    file.append(WandBBytes.run([(1, "r")]))
    file.append(output("Traceback (most recent call last):\nKeyError: 1\n"))
    for _ in 0..<3 { file.append(output(String(repeating: "progress ", count: 10_000))) }
    for text in ["Traceback (most", " recent call last):\n", "", "  File \"a.py\"\n", "ValueError: é\n\n"] {
      file.append(output(text))
    }
    file.append(output("to standard output", type: 1))
    file.append(WandBBytes.exit(3))
    let run = try #require(try load(["/w/run-1/run-1.wandb": file.bytes], at: "/w").runs.first)
    #expect(run.status == .failed)
    #expect(run.error == "Traceback (most recent call last):\n  File \"a.py\"\nValueError: é")
    #expect(run.provenance["exit code"] == "3")
  }

  @Test func mediaThatLeadOutOrAreNotThereAreSaid() throws {
    var file = WandBBytes()
    file.append(WandBBytes.run([(1, "r")]))
    file.append(
      WandBBytes.history(
        [
          (["t"], #"{"_type": "table-file", "path": "../../secret.json"}"#),
          (["u", "_type"], "\"image-file\""), (["u", "path"], "\"media/images/1.png\""),
        ], step: 0))
    file.append(WandBBytes.exit(0))
    let collection = try load(
      ["/w/run-1/run-1.wandb": file.bytes, "/w/secret.json": Array("{}".utf8)], at: "/w")
    #expect(collection.diagnostics.map(\.kind.name) == ["import.unsafe-path", "import.missing-file"])
    #expect(collection.runs.first?.artifacts == [])
    #expect(collection.runs.first?.histories == [:])
  }

  @Test(arguments: [
    ("predictions.csv", false), ("media/predictions.tsv.gz", false), ("predictions.table.json", true),
    ("old_predictions.csv", true),
  ])
  func aPredictionFileThatIsThereIsNotReplaced(_ name: String, _ isMade: Bool) throws {
    var file = WandBBytes()
    file.append(WandBBytes.run([(1, "r")]))
    file.append(
      WandBBytes.history([(["p"], #"{"_type": "table-file", "path": "media/p.table.json"}"#)], step: 0))
    let table = Array(#"{"columns": ["y_true", "y_pred"], "data": [["a", "b"]]}"#.utf8)
    let collection = try load(
      [
        "/w/run-1/run-1.wandb": file.bytes, "/w/run-1/files/media/p.table.json": table,
        "/w/run-1/files/\(name)": [],
      ], at: "/w")
    let made: [ExactString] = isMade ? ["predictions"] : []
    #expect(
      collection.runs.first.map { Set($0.artifacts.map(\.id)) }
        == Set(["media/p.table.json", ExactString(name)] + made))
  }

  @Test func partsOfAResumedRunStayApart() throws {
    var file = WandBBytes()
    file.append(WandBBytes.run([(1, "r"), (8, "name"), (3, "proj")]))
    let runs = try load(
      ["/w/run-1-r/run-r.wandb": file.bytes, "/w/run-2-r/run-r.wandb": file.bytes], at: "/w"
    ).runs
    #expect(runs.map { $0.provenance[SourceKey.run] } == ["r", "r@run-2-r/run-r.wandb"])
    #expect(Set(runs.map(\.id)).count == 2)
  }

  @Test func aBadRunDoesNotHideTheOthers() throws {
    var file = WandBBytes()
    file.append(WandBBytes.run([(1, "good")]))
    file.append([0x12, 100])
    let collection = try load(
      ["/w/run-1/run-1.wandb": Array("garbage".utf8), "/w/run-2/run-2.wandb": file.bytes], at: "/w")
    #expect(collection.runs.map(\.id.run) == ["good"])
    #expect(
      collection.diagnostics.map(\.description) == [
        "run-1/run-1.wandb: error: found another beginning; expected “:W&B” and a version. The run is left out.",
        "run-2/run-2.wandb: warning: found a field that is cut off in a record of 2 bytes; expected a protobuf "
          + "message. The record is left out.",
      ])
  }

  private func load(_ files: [String: [UInt8]], at path: String) throws -> RunCollection {
    try WandBFolder(path: path, fileSystem: .inMemory(bytes: files)).load()
  }
}
