import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import AssayCommands

@Suite struct BuildSiteTests {
  private let folder: TemporaryDirectory
  private let session = CommandSession()
  private var out: String { folder.path + "/public" }
  private let registry = Fixture.path("erm")

  init() throws {
    folder = try TemporaryDirectory()
  }

  /// Every file below `path`, by its path from there.
  private func files(in path: String) throws -> [String: Data] {
    let root = URL(filePath: path)
    let names = try FileManager.default.subpathsOfDirectory(atPath: path)
    return try names.filter { session.fileSystem.isDirectory(path + "/" + $0) == false }
      .reduce(into: [:]) { $0[$1] = try Data(contentsOf: root.appending(path: $1)) }
  }

  @Test func aRegistryBecomesASite() async throws {
    let result = await session.run("build", registry, "--out", out)
    #expect(result.exitCode == 0)
    #expect(result.output == out + "/index.html\n")
    #expect(result.errors.contains("6 runs in 2 experiments; files: "))
    #expect(session.fileSystem.exists(out + "/index.html"))
    #expect(session.fileSystem.exists(out + "/.assay-site"))
  }

  @Test func aSecondBuildWritesNothingAndACleanOneTheSame() async throws {
    _ = await session.run("build", registry, "--out", out)
    let first = try files(in: out)
    let second = await session.run("build", registry, "--out", out)
    #expect(second.errors.contains("files: 0 written, "))
    let other = folder.path + "/other"
    _ = await session.run("build", registry, "--out", other)
    #expect(try files(in: other) == first)
    _ = await session.run("build", registry, "--out", out, "--clean")
    #expect(try files(in: out) == first)
  }

  @Test func aFolderOfOthersIsRefused() async throws {
    try folder.write("mine", to: "public/letter.txt")
    let result = await session.run("build", registry, "--out", out)
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("--out"))
    #expect(try files(in: out).count == 1)
  }

  @Test func aFolderWithAConfigurationIsASource() async throws {
    try folder.write("title: My site\nregistry: runs\nout: made\n", to: "site/assay.yaml")
    try FileManager.default.copyItem(atPath: registry, toPath: folder.path + "/site/runs")
    let result = await session.run("build", folder.path + "/site")
    #expect(result.exitCode == 0)
    #expect(result.output == folder.path + "/site/made/index.html\n")
    let page = String(
      decoding: try session.fileSystem.read(folder.path + "/site/made/index.html", limit: 1 << 24),
      as: UTF8.self)
    #expect(page.contains("My site"))
    let beside = await session.run("build", folder.path + "/site/runs", "--out", out)
    #expect(beside.exitCode == 0)
    #expect(try files(in: out) == files(in: folder.path + "/site/made"))
  }

  @Test func aConfigurationWithAMistakeStopsTheBuild() async throws {
    let config = try folder.write("titel: My site\n", to: "c.yaml")
    let result = await session.run("build", registry, "--out", out, "--config", config)
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("c.yaml:1:1: error: found the unknown key “titel”"))
    #expect(result.errors.contains("Did you mean “title”?"))
    #expect(!session.fileSystem.exists(out))
  }

  @Test func aBrokenRunNeverHidesTheGoodOnes() async throws {
    let copy = folder.path + "/runs"
    try FileManager.default.copyItem(atPath: registry, toPath: copy)
    try folder.write("{\"params\": ", to: "runs/digits/forest/bad/erm_metadata.json")
    let lenient = await session.run("build", copy, "--out", out)
    #expect(lenient.exitCode == 0)
    #expect(lenient.errors.contains("6 runs in 2 experiments"))
    #expect(lenient.errors.contains("digits/forest/bad/erm_metadata.json:1:12: error: "))
    let strict = await session.run("build", copy, "--out", out, "--strict")
    #expect(strict.exitCode == 1)
    #expect(strict.output == out + "/index.html\n")
  }

  @Test func aSourceWithoutRunsIsAFailureThatLeavesNothing() async throws {
    let result = await session.run("build", folder.path, "--out", out)
    #expect(result.exitCode == 2)
    #expect(result.output.isEmpty)
    #expect(!session.fileSystem.exists(out))
  }

  @Test func timingsNameTheSteps() async {
    let result = await session.run("build", registry, "--out", out, "--timings")
    #expect(result.errors.contains("write pages"))
  }
}
