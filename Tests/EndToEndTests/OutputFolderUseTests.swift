import Foundation
import TestSupport
import Testing

/// Where `--out` may write.
@Suite struct OutputFolderUseTests {
  private let folder: TemporaryDirectory
  private let registry: String

  init() throws {
    folder = try TemporaryDirectory()
    registry = folder.path + "/registry"
    let predictions = try folder.write("y_true,y_pred\na,a\nb,a\n", to: "p.csv")
    for day in 1...2 {
      let result = try Command.assay(
        "log", registry, "--experiment", "e", "--timestamp", "2026-01-0\(day)T08:00:00Z", "--predictions",
        predictions)
      try #require(result.exitCode == 0, "\(result.errorOutput)")
    }
  }

  private func build(_ out: String) throws -> Command.Result {
    try Command.assay("build", registry, "--out", folder.path + "/" + out)
  }

  @Test func aFolderOfOthersIsRefusedAndLeftAsItIs() throws {
    try folder.write("mine\n", to: "site/index.html")
    let before = try FolderContents(folder.path)
    let result = try build("site")
    #expect(result.exitCode == 2)
    #expect(result.output.isEmpty)
    #expect(result.errorOutput.contains("--out"), "\(result.errorOutput)")
    #expect(try FolderContents(folder.path).firstDifference(from: before) == nil)
  }

  @Test func aFileIsRefused() throws {
    try folder.write("mine\n", to: "site")
    #expect(try build("site").exitCode == 2)
    #expect(try FolderContents(folder.path).text("site") == "mine\n")
  }

  @Test func theRegistryItselfIsRefused() throws {
    let before = try FolderContents(folder.path)
    #expect(try build("registry").exitCode == 2)
    #expect(try FolderContents(folder.path).firstDifference(from: before) == nil)
  }

  @Test func newAndEmptyFoldersAreAccepted() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/empty", withIntermediateDirectories: true)
    for out in ["empty", "new/below/new"] {
      let result = try build(out)
      #expect(result.exitCode == 0, "\(result.errorOutput)")
      #expect(result.output == "\(folder.path)/\(out)/index.html\n")
      #expect(FileManager.default.fileExists(atPath: "\(folder.path)/\(out)/.assay-site"))
    }
  }

  @Test func aSiteIsUpdatedAndFilesOfOthersInItStay() throws {
    try #require(build("site").exitCode == 0)
    try folder.write("example.org\n", to: "site/CNAME")
    try FileManager.default.removeItem(atPath: registry + "/e/main/2026_01_02__08_00_00")
    let result = try build("site")
    #expect(result.exitCode == 0)
    let site = try FolderContents(folder.path + "/site")
    #expect(site.text("CNAME") == "example.org\n")
    #expect(site.files["e/main/2026_01_01__08_00_00/index.html"] != nil)
    #expect(!site.names.contains { $0.contains("2026_01_02") }, "\(site.names)")
  }

  @Test func aLinkInTheSiteIsNotWrittenThrough() throws {
    try #require(build("site").exitCode == 0)
    try folder.write("mine\n", to: "other/index.html")
    let manager = FileManager.default
    try manager.removeItem(atPath: folder.path + "/site/e")
    try manager.createSymbolicLink(
      atPath: folder.path + "/site/e", withDestinationPath: folder.path + "/other")
    let result = try Command.assay("build", registry, "--out", folder.path + "/site", "--clean")
    #expect(result.exitCode == 2, "a site without some of its pages is no site")
    #expect(result.errorOutput.contains("e/index.html: error: "), "\(result.errorOutput)")
    #expect(try FolderContents(folder.path + "/other").names == ["index.html"])
    #expect(try FolderContents(folder.path + "/other").text("index.html") == "mine\n")
  }
}
