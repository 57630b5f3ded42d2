import Foundation
import TestSupport
import Testing

/// Every sample tree of another tool is imported, and built to a site, by the program itself.
@Suite struct ForeignTreeTests {
  private static let samples: [(tool: String, path: String, runs: Int)] = [
    ("mlflow", "foreign/mlflow/mlruns", 9), ("mlflow", "foreign/mlflow/mlflow.db", 9),
    ("dvclive", "foreign/dvclive", 3), ("sacred", "foreign/sacred", 4), ("wandb", "foreign/wandb", 3),
    ("keras", "foreign/keras", 2), ("lightning", "foreign/lightning", 2),
    ("hf-trainer", "foreign/hf-trainer", 2),
    ("skrobot", "foreign/skrobot", 8), ("gobbli", "gobbli", 2), ("nomadic", "foreign/nomadic", 10),
    ("sklearn", "foreign/sklearn", 3), ("predictions", "foreign/predictions", 8),
  ]

  private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  @Test(arguments: samples.indices)
  func aTreeIsImportedOnceAndBuiltToASite(sample: Int) throws {
    let (tool, path, runs) = Self.samples[sample]
    let folder = try TemporaryDirectory()
    let registry = folder.path + "/registry"
    let source = Fixture.path(path)

    let first = try Command.assay("import", tool, source, registry)
    #expect(first.exitCode == 0, "\(first.errorOutput)")
    #expect(lines(first.output).count == runs, "\(first.output)\(first.errorOutput)")
    #expect(!first.errorOutput.contains(": error:"), "\(first.errorOutput)")
    let again = try Command.assay("import", "auto", source, registry)
    #expect(again.exitCode == 0 && again.output.isEmpty, "\(again.output)\(again.errorOutput)")
    #expect(again.errorOutput.contains("\(runs) unchanged"), "\(again.errorOutput)")

    for (name, tree) in [("direct", source), ("imported", registry)] {
      let built = try Command.assay("build", tree, "--out", "\(folder.path)/\(name)")
      #expect(built.exitCode == 0, "\(built.errorOutput)")
      #expect(!built.errorOutput.contains(": error:"), "\(built.errorOutput)")
      #expect(built.errorOutput.contains("\(runs) runs in"), "\(built.errorOutput)")
    }
  }

  @Test func ofAFolderOfSeveralToolsAutoTakesAll() throws {
    let folder = try TemporaryDirectory()
    for tool in ["sacred", "lightning", "wandb"] {
      try FileManager.default.createDirectory(atPath: folder.path + "/all", withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: Fixture.path("foreign/\(tool)"), toPath: "\(folder.path)/all/\(tool)")
    }
    let imported = try Command.assay("import", "auto", folder.path + "/all", folder.path + "/registry")
    #expect(imported.exitCode == 0, "\(imported.errorOutput)")
    #expect(imported.errorOutput.contains("9 added"), "\(imported.errorOutput)")
    let listed = try Command.assay("list", folder.path + "/all")
    #expect(listed.errorOutput.contains("which are not read"), "\(listed.errorOutput)")
  }

  @Test func whatNobodyKnowsIsSaidAndNothingIsWritten() throws {
    let folder = try TemporaryDirectory()
    try folder.write("a,b\n1,2\n", to: "tree/numbers.csv")
    let result = try Command.assay("import", "auto", folder.path + "/tree", folder.path + "/registry")
    #expect(result.exitCode == 2)
    #expect(result.errorOutput.contains("Name the tool instead of auto"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/registry"))
    #expect(try Command.assay("import", "mlflw", "x", "y").errorOutput.contains("Did you mean “mlflow”?"))
  }

  @Test func oneBrokenRunIsNamedAndTheOthersComeThrough() throws {
    let folder = try TemporaryDirectory()
    let tree = folder.path + "/sacred"
    try FileManager.default.copyItem(atPath: Fixture.path("foreign/sacred"), toPath: tree)
    let run = try #require(
      FileManager.default.contentsOfDirectory(atPath: tree).sorted().first { Int($0) != nil })
    try folder.write("{\"broken\": ", to: "sacred/\(run)/metrics.json")
    let result = try Command.assay("import", "sacred", tree, folder.path + "/registry")
    #expect(result.exitCode == 0)
    #expect(result.errorOutput.contains("\(run)/metrics.json"), "\(result.errorOutput)")
    #expect(lines(result.output).count >= 3)
    #expect(try Command.assay("import", "sacred", tree, folder.path + "/other", "--strict").exitCode == 1)
  }
}
