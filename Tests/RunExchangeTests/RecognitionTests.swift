import Diagnostics
import Foundation
import RunModel
import TestSupport
import Testing

@testable import RunExchange

@Suite struct RecognitionTests {
  private static let logs = ImportTool.allCases.filter { $0 != .predictions }

  private static func sample(of tool: ImportTool) -> String {
    Fixture.path(tool == .gobbli ? "gobbli" : "foreign/\(tool.rawValue)")
  }

  @Test(arguments: logs)
  func noOtherToolClaimsALog(tool: ImportTool) {
    let path = Self.sample(of: tool)
    #expect(ImportTool.recognised(at: path) == tool)
    let claims = ImportTool.allCases.filter { $0.importer.recognises(path, in: .disk) && $0 != .predictions }
    #expect(claims == [tool])
  }

  @Test(arguments: logs + [.predictions])
  func noToolClaimsARegistryOrNothing(tool: ImportTool) throws {
    let importer = tool.importer
    let folder = try TemporaryDirectory()
    try FileManager.default.copyItem(
      atPath: Self.sample(of: tool), toPath: folder.path + "/registry")
    func isKnown(_ path: String) -> Bool { importer.recognises(path, in: .disk) }
    #expect(isKnown(folder.path + "/registry"))
    try folder.write("{}", to: "registry/.erm_registry.json")
    #expect(ImportTool.recognised(at: folder.path + "/registry") == nil)
    #expect(!isKnown(folder.path + "/nowhere"))
    #expect(!isKnown(Fixture.path("numpy/make_arrays.py")))
    #expect(throws: SourceError.self) {
      try importer.init(path: folder.path + "/nowhere", fileSystem: .disk).load()
    }
  }

  @Test(arguments: logs + [.predictions])
  func whatIsReadIsTheSameEveryTime(tool: ImportTool) throws {
    let path = Self.sample(of: tool)
    let first = try tool.source(at: path).load()
    let second = try tool.source(at: path + "/").load()
    #expect(first.runs.map(\.id) == second.runs.map(\.id))
    #expect(first.runs.map(\.metrics) == second.runs.map(\.metrics))
    #expect(first.diagnostics == second.diagnostics)
    #expect(first.sourceName == tool.title)
    #expect(first.runs.map(\.id) == first.runs.map(\.id).sorted())
    #expect(first.runs.allSatisfy { $0.provenance[SourceKey.tool] == tool.rawValue })
    #expect(Set(first.runs.map { $0.provenance[SourceKey.run] }).count == first.runs.count)
  }

  @Test(arguments: [
    (ImportTool.lightning, "version_0", "hparams.yaml"), (.hfTrainer, "a", "trainer_state.json"),
    (.sacred, "1", "run.json"),
    (.dvclive, "dvclive", "params.yaml"), (.keras, "", "params.json"),
  ])
  func aLinkThatLeavesTheFolderIsSaidAndNotFollowed(tool: ImportTool, folder: String, name: String) throws {
    let place = try TemporaryDirectory()
    let secret = "5f3a9c"
    try place.write("{\"secret\": \"\(secret)\", \"log_history\": []}", to: "private.json")
    try place.write("step,loss\n1,2\n", to: "runs/version_0/metrics.csv")
    try place.write("{\"loss\": 1}", to: "runs/dvclive/metrics.json")
    try place.write("{}", to: "runs/1/config.json")
    try place.write("epoch,loss\n1,2\n", to: "runs/training.log")
    try place.write("", to: "runs/a/README.md")
    let link = FilePath.join("runs", FilePath.join(folder, name))
    try FileManager.default.createSymbolicLink(
      atPath: place.path + "/" + link, withDestinationPath: place.path + "/private.json")
    let collection = try tool.source(at: place.path + "/runs").load()
    #expect(!collection.runs.isEmpty)
    #expect(!"\(collection.runs)".contains(secret))
    #expect(collection.diagnostics.contains { $0.kind.name == "import.unsafe-link" })
  }

  @Test func allToolsThatLeftTracesAreNamedInOrderAndPredictionsOnlyAlone() {
    let files = FileSystem.inMemory([
      "/r/a/training.log": "epoch,loss\n0,1\n", "/r/b/version_0/metrics.csv": "step,loss\n1,2\n",
      "/r/b/predictions.csv": "y_true,y_pred\na,b\n", "/p/predictions.csv": "y_true,y_pred\na,b\n",
      "/e/.erm_registry.json": "{}", "/e/a/training.log": "epoch,loss\n0,1\n",
    ])
    #expect(ImportTool.allRecognised(at: "/r", fileSystem: files) == [.lightning, .keras])
    #expect(ImportTool.recognised(at: "/r", fileSystem: files) == .lightning)
    #expect(ImportTool.allRecognised(at: "/p", fileSystem: files) == [.predictions])
    #expect(ImportTool.allRecognised(at: "/e", fileSystem: files) == [])
  }

  @Test func foldersInFoldersWithoutEndAreLookedAtUpToADepth() throws {
    let deep = "/r/" + (0..<60).map { "\($0)/" }.joined()
    let files = FileSystem.inMemory([
      deep + "training.log": "epoch,loss\n0,1\n", "/r/a/b/run.log": "epoch,loss\n0,1\n",
    ])
    let runs = try ImportTool.keras.source(at: "/r", fileSystem: files).load().runs
    #expect(runs.map(\.id.description) == ["a/main/b"])
  }
}
