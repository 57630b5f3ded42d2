import Foundation
import TestSupport
import Testing

/// The program as it is built, run as a process of its own: what only a process can show.
@Suite struct ExecutableTests {
  private let folder: TemporaryDirectory
  private let program: String

  init() throws {
    folder = try TemporaryDirectory()
    let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    program = tests.deletingLastPathComponent().appending(path: "assay").path
    try #require(FileManager.default.isExecutableFile(atPath: program), "build all targets: \(program)")
  }

  private func predictions(rows: Int) throws -> String {
    let lines = (0..<rows).map { "a label of some length,label \($0 % 1000)\n" }
    return try folder.write("y_true,y_pred\n" + lines.joined(), to: "p.csv")
  }

  @Test func resultsAndMessagesGoToTheirStreams() throws {
    let version = try Command.run(program, ["--version"])
    #expect(version.exitCode == 0)
    #expect(version.output == "0.1.0\n")
    let missing = try Command.run(program, ["evaluate", folder.path + "/none.csv"])
    #expect(missing.exitCode == 2)
    #expect(missing.output.isEmpty)
    #expect(!missing.errorOutput.contains("\u{1B}"))
    #expect(try Command.run(program, ["evaluate"]).exitCode == 64)
  }

  @Test func aReaderThatGoesAwayIsNoError() throws {
    let path = try predictions(rows: 20_000)
    let script = "set -o pipefail; '\(program)' evaluate '\(path)' --format json | head -c 1"
    let result = try Command.run("bash", ["-c", script])
    #expect(result.exitCode == 0)
    #expect(result.output == "{")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsAnError() throws {
    let path = try predictions(rows: 1)
    let result = try Command.run("bash", ["-c", "'\(program)' evaluate '\(path)' > /dev/full"])
    #expect(result.exitCode == 2)
    #expect(result.errorOutput.contains("standard output"))
  }

  @Test func aRunThatIsLoggedWithoutATimeTakesTheClock() throws {
    let result = try Command.run(
      program, ["log", "registry", "--experiment", "e", "--metric", "accuracy=0.5"], folder: folder.path)
    #expect(result.exitCode == 0)
    #expect(result.output.hasPrefix("registry/e/main/20"))
    let listed = try Command.run(program, ["list", "registry"], folder: folder.path)
    #expect(listed.output.contains("accuracy 0.5"))
  }

  @Test func relativePathsAreFromTheWorkingFolder() throws {
    _ = try predictions(rows: 3)
    let result = try Command.run(program, ["evaluate", "p.csv"], folder: folder.path)
    #expect(result.exitCode == 0)
  }
}
