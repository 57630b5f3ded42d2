import Diagnostics
import FileFormats
import Foundation
import RunModel
import ScalarFormats
import TestSupport
import Testing

@testable import RunExchange

struct WandBFolderTests {
  @Test func everyValueIsTheOneThatTheToolReadsBack() throws {
    let golden = try JSONReader.parse(try Fixture.bytes("foreign/wandb/golden.json"), path: "golden.json")
      .root
    let collection = try Self.load()
    #expect(collection.diagnostics == [])
    var compared = 0
    for member in golden.object?.members ?? [] {
      let id = try #require(member.value["run"]?["run_id"]?.string)
      let run = try #require(collection.runs.first { $0.provenance[SourceKey.run] == id })
      compared += try compare(run, member.value)
    }
    #expect(golden.object?.count == collection.runs.count)
    #expect(compared > 300)
  }

  /// Compares what is told of the run, its parameters and every point; returns how many values were compared.
  private func compare(_ run: Run, _ golden: JSONValue) throws -> Int {
    let facts = try #require(golden["run"])
    #expect(run.id.experiment.text == facts["project"]?.string)
    #expect(run.id.run.text == facts["display_name"]?.string)
    #expect(run.timestamp?.microseconds == facts["start_microseconds"]?.number?.integer.map(Int64.init))
    #expect(Set(run.tags.keys.map(\.text)) == Set((facts["tags"]?.array ?? []).compactMap(\.string)))
    #expect(run.status == (facts["exit_code"]?.number?.value == 0 ? .completed : .failed))
    var count = 0
    let config = try #require(golden["config"]?.object)
    for member in config.members where !member.name.hasPrefix("_wandb") {
      let param = try #require(run.params[ExactString(member.name)])
      let isShortened = member.value.string?.hasSuffix(" characters") == true
      #expect(
        isShortened ? "\(param.text.count) characters" == member.value.string : param == Scalar(member.value))
      count += 1
    }
    #expect(run.params.count == config.members.count { !$0.name.hasPrefix("_wandb") })
    let history = try #require(golden["history"]?.object)
    let names = history.members.map(\.name)
    let media = names.filter { $0.hasSuffix("._type") }.map { $0.dropLast(5) }
    var expected: Set<ExactString> = []
    for member in history.members
    where !member.name.hasPrefix("_") && !media.contains(where: { member.name.hasPrefix($0) }) {
      let points = (member.value.array ?? []).filter { $0.array?[1].number != nil }
      guard !points.isEmpty else { continue }
      expected.insert(ExactString(member.name))
      let read = try #require(run.histories[ExactString(member.name)])
      #expect(read.map(\.step) == points.map { $0.array?[0].number?.integer })
      for (left, right) in zip(read, points) {
        let value = try #require(right.array?[1].number?.value)
        #expect(left.value == value || (left.value.isNaN && value.isNaN))
        #expect(left.timestamp != nil)
        count += 1
      }
    }
    #expect(Set(run.histories.keys) == expected)
    return count
  }

  @Test func theSampleRunIsCompleteInEveryPart() throws {
    let run = try #require(try Self.load().runs.first { $0.id.run == "quick fox" })
    #expect(run.id == RunID(experiment: "digit reader", variant: "sizes", run: "quick fox"))
    #expect(run.timestamp?.iso == "2026-11-21T06:39:25.924937Z")
    #expect(run.params["model.hidden"] == Scalar(.json, text: "[16]"))
    #expect(run.params["note"]?.kind == .null)
    #expect(run.params["_wandb"] == nil)
    #expect(run.notes == "Notes in **markdown**\n\n- one\n- two\n")
    #expect(run.tags == ["baseline": ""])
    #expect(run.metrics["best/accuracy"] == Scalar(.real, text: "0.9772727272727273"))
    #expect(run.metrics["sizes.train"] == 1078)
    #expect(run.metrics["_step"] == nil)
    #expect(run.provenance["job type"] == "train")
    #expect(run.provenance["host"] == "workstation")
    #expect(run.provenance["tool"]?.hasPrefix("wandb 0.31.0") == true)
    #expect(run.histories["train/loss"]?.count == 25)
    let matrix = try #require(run.confusions["confusion"])
    #expect(matrix.labels == (0...9).map(String.init))
    #expect(matrix.total == 220)
    #expect(matrix.counts[0][0] == 22)
    #expect(run.artifacts.count == 3)
    guard case .bytes(let csv) = run.artifact("predictions")?.content else {
      Issue.record("the table of predictions should be an artifact of bytes")
      return
    }
    let lines = csv.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 221)
    #expect(
      String(decoding: lines[1], as: UTF8.self).hasPrefix("i0,5,5,6.49877e-6,5.35185e-8,3.24438e-11"))
  }

  @Test func aRunThatFailedSaysItsExitCode() throws {
    let run = try #require(try Self.load().runs.first { $0.provenance[SourceKey.run] == "dg4x0003" })
    #expect(run.status == .failed)
    #expect(run.error == "The program ended with exit code 1.")
    #expect(run.artifacts == [])
  }

  @Test func summaryValuesWithoutAHistoryBecomeMetricsOrADict() throws {
    let run = try #require(try Self.load().runs.first { $0.id.experiment == "long" })
    #expect(run.metrics["best.acc"] == 0.5)
    #expect(run.dicts["summary"]?["best.name"] == "b")
    #expect(run.dicts["summary"]?["note"] == "fine")
    #expect(run.dicts["summary"]?["phase"] == "main")
    #expect(run.metrics["deep.inf"]?.number == .infinity)
    #expect(run.params["nested.a"] == 2)
    #expect(run.params["nested.list"] == nil)
    #expect(
      !run.dicts["summary", default: [:]].keys.contains {
        $0.text.hasPrefix("hist") || $0.text.hasPrefix("pre/")
      })
    guard case .bytes(let csv) = run.artifact("predictions")?.content else {
      Issue.record("the table of predictions should be an artifact of bytes")
      return
    }
    #expect(String(decoding: csv, as: UTF8.self) == "id,y_true,y_pred\r\na,\"x, y\",z\r\nb,=1,\"q\"\"q\"\r\n")
  }

  @Test func aFolderIsWandBsByAnyOfItsFilesOrByTheirNames() throws {
    let good = WandBBytes().bytes
    func isKnown(_ files: [String: [UInt8]]) -> Bool {
      WandBFolder.recognises("/w", in: .inMemory(bytes: files))
    }
    #expect(isKnown(["/w/run-1/run-1.wandb": [], "/w/run-2/run-2.wandb": good]))
    #expect(isKnown(["/w/run-1.wandb": [], "/w/run-2.wandb": good]))
    #expect(isKnown(["/w/offline-run-1/run-1.wandb": []]))
    #expect(isKnown(["/w/wandb/offline-run-1/run-1.wandb": []]))
    #expect(!isKnown(["/w/run-1/run-1.wandb": []]))
    #expect(!isKnown(["/w/offline-run-1/notes.txt": []]))
  }

  @Test func everyRunThatCannotBeReadIsNamed() throws {
    let place = try TemporaryDirectory()
    var file = WandBBytes()
    file.append(WandBBytes.run([(1, "good")]))
    try place.write("", to: "offline-run-1/run-1.wandb")
    try place.write("x", to: "offline-run-2/files/output.log")
    try place.write("x", to: "offline-run-3/files/output.log")
    #expect(mkfifo(place.path + "/offline-run-3/run-3.wandb", 0o600) == 0)
    try place.write(file.bytes, to: "offline-run-4/run-4.wandb")
    #expect(ImportTool.recognised(at: place.path) == .wandb)
    let collection = try ImportTool.wandb.source(at: place.path).load()
    #expect(collection.runs.map(\.id.run) == ["good"])
    #expect(
      collection.diagnostics.map { "\($0.place?.path ?? ""): \($0.found)" } == [
        "offline-run-2: the folder of a run without a .wandb file",
        "offline-run-1/run-1.wandb: an empty file",
        "offline-run-3/run-3.wandb: no regular file in the folder",
      ])
  }

  @Test func theSameRunsAreFoundFromEveryFolder() throws {
    let folder = Fixture.path("foreign/wandb")
    let run = folder + "/offline-run-20261121_063925-dg4x0000"
    for path in [run, run + "/run-dg4x0000.wandb"] {
      #expect(ImportTool.recognised(at: path) == .wandb)
      let runs = try ImportTool.wandb.source(at: path).load().runs
      #expect(runs.map(\.id.run) == ["quick fox"])
      #expect(runs[0].artifacts.count == 3)
      #expect(runs[0].folder == run)
    }
    #expect(try WandBFolder(path: Fixture.path("foreign"), fileSystem: .disk).load().runs.count == 3)
    #expect(!WandBFolder.recognises(Fixture.path("erm"), in: .disk))
    #expect(throws: SourceError.self) { try WandBFolder(path: run + "/files", fileSystem: .disk).load() }
  }

  private static func load() throws -> RunCollection {
    try WandBFolder(path: Fixture.path("foreign/wandb"), fileSystem: .disk).load()
  }
}
