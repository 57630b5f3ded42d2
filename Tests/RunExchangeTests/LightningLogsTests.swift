import Diagnostics
import FileFormats
import RunModel
import TestSupport
import Testing

@testable import RunExchange

@Suite struct LightningLogsTests {
  private func load(_ files: [String: String]) throws -> RunCollection {
    try LightningLogs(path: "/logs", fileSystem: .inMemory(files)).load()
  }

  @Test func everyVersionIsARunWithTheNumbersThatPythonReads() throws {
    let read = try ReadBack(.lightning)
    try read.check()
    #expect(read.diagnostics.isEmpty)
    #expect(ImportTool.recognised(at: Fixture.path("foreign/lightning")) == .lightning)
    let run = try read.run("version_2")
    #expect(run.params["extra.tags"]?.kind == .json)
    #expect(run.params["extra.nothing"]?.kind == .null)
    #expect(run.artifacts.map(\.id) == ["predictions.csv"])
  }

  @Test func aVersionIsTheSameRunByItsFolderAndByItsFile() throws {
    let folder = Fixture.path("foreign/lightning/lightning_logs/version_0")
    let runs = try [folder, folder + "/metrics.csv"].map { path -> Run in
      #expect(ImportTool.recognised(at: path) == .lightning)
      return try ImportTool.lightning.source(at: path).load().runs[0]
    }
    #expect(runs[0].id == RunID(experiment: "lightning_logs", run: "version_0"))
    #expect(runs[0] == runs[1])
  }

  @Test func valuesOfOneStepMeetAtItThoughTheirRowsDiffer() throws {
    let run = try load(["/logs/version_0/metrics.csv": "epoch,step,train,val\n0,4,1,\n0,4,,2\n1,9,0.5,\n"])
      .runs[0]
    #expect(run.histories["train"]?.map(\.step) == [4, 9])
    #expect(run.histories["val"]?.map(\.step) == [4])
    #expect(run.histories["epoch"]?.map(\.value) == [0, 1])
  }

  @Test func tagsInHyperparametersConstructNothing() throws {
    let yaml = """
      shape: !!python/tuple
      - 1
      - 2
      model: !!python/object:os.system
        command: rm
      callable: !!python/name:os.system ''
      call: !!python/object/apply:os.system ['true']
      """
    let collection = try load([
      "/logs/version_0/metrics.csv": "step,loss\n1,2\n", "/logs/version_0/hparams.yaml": yaml,
    ])
    #expect(
      collection.runs[0].params.mapValues(\.text) == [
        "shape": "[1, 2]", "model.command": "rm", "callable": "", "call": "[\"true\"]",
      ])
  }

  @Test func aVersionThatHasLoggedNothingYetIsThere() throws {
    let collection = try load([
      "/logs/version_0/hparams.yaml": "lr: 0.1\n", "/logs/version_1/hparams.yaml": "{broken",
      "/logs/notes/hparams.yaml": "",
    ])
    #expect(collection.runs.map(\.id.run) == ["version_0", "version_1"])
    #expect(collection.runs[0].params["lr"]?.number == 0.1)
    #expect(collection.diagnostics.map { $0.place?.path } == ["version_1/hparams.yaml"])
  }

  @Test func anEmptyOrBrokenLogOfAVersionIsSaidAndTheVersionShown() throws {
    let files = [
      "/logs/version_0/metrics.csv": "step,loss\n0,1\n", "/logs/version_1/metrics.csv": "",
      "/logs/version_2/metrics.csv": "", "/logs/version_2/hparams.yaml": "lr: 0.1\n",
      "/logs/version_3/metrics.csv": "\u{1}\u{2}random\n\u{3}\n", "/logs/other/metrics.csv": "",
    ]
    let collection = try load(files)
    try #require(collection.runs.map(\.id.run) == (0...3).map { ExactString("version_\($0)") })
    #expect(collection.runs[2].params["lr"]?.number == 0.1)
    #expect(
      collection.diagnostics.filter { $0.severity > .note }.map { $0.place?.path } == [
        "other/metrics.csv", "version_1/metrics.csv", "version_2/metrics.csv", "version_3/metrics.csv",
      ])
    #expect(
      LightningLogs.recognises(
        "/logs", in: .inMemory(files.filter { $0.key.hasPrefix("/logs/version_2") })))
  }

  @Test func rowsWithoutAStepAreLeftOut() throws {
    let collection = try load(["/logs/a/metrics.csv": "loss,step\n1,\n2,x\n3,7\n4,1e30\n"])
    #expect(collection.runs[0].histories["loss"]?.map(\.value) == [3])
    #expect(collection.diagnostics.map { $0.place?.line } == [2, 3, 5])
  }

  @Test(arguments: ["epoch,loss\n0,1\n", "step\n1\n", "timestamp,step,loss\n1,2,3\n", "\"step,a", ""])
  func otherTablesAreNotItsLogs(text: String) {
    let files = FileSystem.inMemory(["/logs/metrics.csv": text])
    #expect(!LightningLogs.recognises("/logs", in: files))
    #expect(throws: SourceError.self) { try LightningLogs(path: "/logs", fileSystem: files).load() }
  }

  @Test(arguments: ["metrics.csv", "hparams.yaml"])
  func damagedFilesNeverCrash(name: String) throws {
    let whole = try Fixture.bytes("foreign/lightning/lightning_logs/version_2/\(name)")
    let others = ["/logs/version_1/metrics.csv": Array("step,loss\n0,1\n".utf8)]
    ImportFuzz.damage(whole, as: "/logs/version_0/" + name, beside: others, seed: 74) { files in
      #expect(LightningLogs.recognises("/logs", in: files))
      let runs = (try? LightningLogs(path: "/logs", fileSystem: files).load())?.runs ?? []
      #expect(runs.contains { $0.id.run == "version_1" && $0.metrics["loss"]?.number == 1 })
    }
  }
}
