import Foundation
import TestSupport
import Testing

/// What scripts rely on: exit codes, and which stream says what.
@Suite struct ExitCodeTests {
  private let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
  }

  private func assay(_ arguments: String...) throws -> Command.Result {
    try Command.run(Command.assayPath, arguments, folder: folder.path)
  }

  @Test(arguments: [
    ["build", "nowhere"], ["build", "text"], ["build", "empty"], ["report", "nowhere"], ["list", "nowhere"],
    ["evaluate", "nowhere.csv"], ["compare", "nowhere", "empty"],
  ])
  func nothingToReadIsTwo(arguments: [String]) throws {
    try folder.write("no registry\n", to: "text")
    try FileManager.default.createDirectory(atPath: folder.path + "/empty", withIntermediateDirectories: true)
    let before = try FolderContents(folder.path)
    let result = try Command.run(Command.assayPath, arguments, folder: folder.path)
    #expect(result.exitCode == 2, "\(arguments): \(result.errorOutput)")
    #expect(result.output.isEmpty)
    #expect(result.errorOutput.contains(arguments[1]))
    let difference = try FolderContents(folder.path).firstDifference(from: before)
    #expect(difference == nil, "\(arguments): \(difference ?? "")")
  }

  @Test(arguments: [
    ["bild"], ["build"], ["build", "a", "b"], ["build", "a", "--ot", "b"], ["compare", "a"],
    ["log", "registry"], ["log", "registry", "--experiment", "e", "--metric", "accuracy=high"],
    ["evaluate", "a", "--format", "jsn"], ["evaluate", "a", "--errors", "-1"],
  ])
  func wrongUsageIsSixtyFour(arguments: [String]) throws {
    let result = try Command.run(Command.assayPath, arguments, folder: folder.path)
    #expect(result.exitCode == 64, "\(arguments): \(result.errorOutput)")
    #expect(result.output.isEmpty)
    #expect(!result.errorOutput.isEmpty)
    #expect(try FolderContents(folder.path).names.isEmpty)
  }

  @Test func tooManyRunsAreWrongUsage() throws {
    let arguments = ["compare"] + (1...13).map { "run\($0)" }
    #expect(try Command.run(Command.assayPath, arguments, folder: folder.path).exitCode == 64)
  }

  @Test func helpAndVersionAreResults() throws {
    for arguments in [["--help"], ["--version"], ["build", "--help"], ["help", "compare"]] {
      let result = try Command.run(Command.assayPath, arguments)
      #expect(result.exitCode == 0)
      #expect(!result.output.isEmpty && result.errorOutput.isEmpty, "\(arguments)")
    }
  }

  @Test func strictTurnsAWarningIntoOne() throws {
    let good = try folder.write("y_true,y_pred\na,a\nb,b\na,a\n", to: "good.csv")
    let ragged = try folder.write("y_true,y_pred\na,a\nb\nb,b\n", to: "ragged.csv")
    #expect(try assay("evaluate", good, "--strict").exitCode == 0)
    #expect(try assay("evaluate", ragged).exitCode == 0)
    let strict = try assay("evaluate", ragged, "--strict")
    #expect(strict.exitCode == 1)
    #expect(strict.output.contains("accuracy"))
    #expect(strict.errorOutput.contains("ragged.csv:3"))
  }

  @Test func aConfigurationWithAMistakeIsTwoAndNamesThePlace() throws {
    let example = try ExampleFolder(copiedTo: folder.path) { $0 + "\ntitel: Misspelt\n" }
    let result = try example.build(folder.path + "/site")
    #expect(result.exitCode == 2)
    #expect(result.errorOutput.contains(/assay\.yaml:\d+:1: error: .*titel/), "\(result.errorOutput)")
    #expect(result.errorOutput.contains("title"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/site"))
  }
}
