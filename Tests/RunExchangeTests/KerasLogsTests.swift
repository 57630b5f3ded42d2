import Diagnostics
import FileFormats
import RunModel
import TestSupport
import Testing

@testable import RunExchange

@Suite struct KerasLogsTests {
  private func load(_ files: [String: String]) throws -> RunCollection {
    try KerasLogs(path: "/logs", fileSystem: .inMemory(files)).load()
  }

  @Test func everyFolderWithALogIsARunWithTheNumbersThatPythonReads() throws {
    let read = try ReadBack(.keras)
    try read.check()
    #expect(read.diagnostics.isEmpty)
    #expect(ImportTool.recognised(at: Fixture.path("foreign/keras")) == .keras)
    let deep = try read.run("deep-resumed")
    #expect(deep.id.description == "keras/main/deep-resumed")
    #expect(deep.artifacts.map(\.id) == ["model.json", "predictions.csv"])
    #expect(deep.params["hidden"]?.kind == .json)
  }

  @Test func oneFolderAndOneFileAreTheSameRun() throws {
    let folder = Fixture.path("foreign/keras/deep-resumed")
    let runs = try [folder, folder + "/training.log"].map { path -> Run in
      #expect(ImportTool.recognised(at: path) == .keras)
      return try ImportTool.keras.source(at: path).load().runs[0]
    }
    #expect(runs[0].id == RunID(experiment: "keras", run: "deep-resumed"))
    #expect(runs[0] == runs[1])
    #expect(runs[0].provenance[SourceKey.run] == "deep-resumed")
  }

  @Test func valuesThatWereNotLoggedLeaveGaps() throws {
    let run = try ReadBack(.keras).run("cancer-semicolons")
    #expect(run.histories["val_loss"]?.map(\.step) == [4, 9, 14, 19])
    #expect(run.histories["loss"]?.count == 20)
  }

  @Test func aSecondFitGoesOnBehindTheFirst() throws {
    let collection = try load([
      "/logs/a/training.log": "epoch,loss\r\n0,3\r\n1,2\r\n0,1.5\r\n1,1\r\n1,0.5\r\n5,0.25\r\n"
    ])
    let points = try #require(collection.runs[0].histories["loss"])
    #expect(points.map(\.step) == [0, 1, 2, 3, 4, 8])
    #expect(points.map(\.value) == [3, 2, 1.5, 1, 0.5, 0.25])
    #expect(collection.diagnostics.map { $0.place?.line } == [4, 6])
    #expect(collection.diagnostics.map(\.kind.name) == ["import.epochs-again", "import.epochs-again"])
  }

  @Test func listsArePassedOverWithANote() throws {
    let collection = try load([
      "/logs/training.log":
        "epoch\tloss\tweights\n0\t1\t\"\"\"[0.1, 0.2]\"\"\"\n1\tnan\t\"[0.3]\"\n2\t-inf\tNA\n"
    ])
    #expect(collection.runs[0].histories["loss"]?.map { "\($0.value)" } == ["1.0", "nan", "-inf"])
    #expect(collection.runs[0].histories["weights"] == nil)
    #expect(collection.diagnostics.map(\.severity) == [.note])
    #expect(collection.diagnostics.map { $0.place?.line } == [2])
  }

  @Test func badRowsHideNoGoodOnes() throws {
    let collection = try load([
      "/logs/a/training.log":
        "epoch,accuracy,loss\n0,0.5,1\nx,0.6,0.9\n1,0.7\n2,0.7,0.8,0.1\n3,what,0.6\n4,0.9,0.5\n5,0.9"
    ])
    let run = collection.runs[0]
    #expect(run.histories["loss"]?.map(\.step) == [0, 3, 4])
    #expect(run.histories["accuracy"]?.map(\.step) == [0, 4])
    #expect(run.metrics["loss"]?.number == 0.5)
    #expect(collection.diagnostics.map { $0.place?.line } == [3, 4, 5, 6, 8])
    // The last row is half written, as it is while a run goes on: nothing to warn about.
    #expect(collection.diagnostics.last?.severity == .note)
  }

  @Test func severalLogsInOneFolderAreRunsOfTheirOwn() throws {
    let collection = try load([
      "/logs/first.csv": "epoch,loss\n0,1\n", "/logs/second.log": "epoch;loss\n0;2\n",
      "/logs/other.csv": "a,b\n",
    ])
    #expect(collection.runs.map(\.id.description) == ["logs/main/first", "logs/main/second"])
    #expect(collection.runs.map { $0.metrics["loss"]?.number } == [1, 2])
  }

  @Test func aHistoryAloneIsARun() throws {
    let files = ["/logs/a/history.json": #"{"loss": [3, 2, 1], "val_loss": [3.5, NaN]}"#]
    #expect(KerasLogs.recognises("/logs", in: .inMemory(files)))
    let run = try load(files).runs[0]
    #expect(run.histories["loss"]?.map(\.step) == [0, 1, 2])
    #expect(run.metrics["val_loss"]?.number?.isNaN == true)
  }

  @Test func aTrainingLogThatIsNoneIsSaidAndTheRestOfTheRunShown() throws {
    let collection = try load([
      "/logs/a/training.log": "epoch,loss\n0,1\n", "/logs/b/training.log": "",
      "/logs/c/training.log": "\u{1}random", "/logs/c/params.json": #"{"lr": 0.5}"#,
      "/logs/d/training.log": "\u{1}random", "/logs/e/training.log": "\u{1}random",
      "/logs/e/history.json": #"{"loss": [3, 2]}"#, "/logs/f/training.log": "",
      "/logs/f/other.log": "epoch,loss\n0,7\n",
    ])
    try #require(collection.runs.map(\.id.run) == ["a", "b", "c", "e", "f"])
    #expect(collection.runs[2].params == ["lr": 0.5])
    #expect(collection.runs.map { $0.metrics["loss"]?.number } == [1, nil, nil, 2, 7])
    #expect(
      collection.diagnostics.map { "\($0.severity) \($0.place?.path ?? "")" }
        == ["b", "c", "d", "e", "f"].map { "warning \($0)/training.log" })
  }

  @Test(arguments: [
    "epoch,step,loss\n0,1,2\n", "step,epoch\n1,2\n", "epoch\n0\n", "epochs,loss\n0,1\n",
    "epoch,loss\nfirst,1\n",
    "", "y_true,y_pred\n",
  ])
  func otherTablesAreNotItsLogs(text: String) {
    let files = FileSystem.inMemory(["/logs/metrics.csv": text, "/logs/history.json": "{\"best\": 1}"])
    #expect(!KerasLogs.recognises("/logs", in: files))
    #expect(throws: SourceError.self) { try KerasLogs(path: "/logs", fileSystem: files).load() }
  }

  @Test(arguments: [
    "deep-resumed/training.log", "cancer-semicolons/log.csv", "deep-resumed/history.json",
    "deep-resumed/params.json",
  ])
  func damagedFilesNeverCrash(name: String) throws {
    let whole = try Fixture.bytes("foreign/keras/\(name)")
    let file = FilePath.name(of: name)
    let others = ["/logs/a/run.log": Array("epoch,loss\n0,1\n".utf8)]
    ImportFuzz.damage(whole, as: "/logs/b/" + file, beside: others, seed: 73) { files in
      _ = KerasLogs.recognises("/logs", in: files)
      let runs = (try? KerasLogs(path: "/logs", fileSystem: files).load())?.runs ?? []
      #expect(runs.contains { $0.id.run == "a" })
      #expect(runs.allSatisfy { run in run.histories.values.allSatisfy { $0.count < 200 } })
    }
  }
}
