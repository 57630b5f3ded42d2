import Foundation
import TestSupport
import Testing

/// The example as `make example` builds it: always the same bytes, whatever was there before.
@Suite struct ExampleSiteTests {
  private let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
  }

  private func site(_ name: String) throws -> FolderContents {
    try FolderContents(folder.path + "/" + name)
  }

  @Test func theExampleIsBuiltAsItWasCommitted() throws {
    let result = try ExampleFolder.original.build(folder.path + "/site")
    #expect(result.exitCode == 0, "\(result.errorOutput)")
    let committed = try FolderContents(ExampleFolder.original.published)
    let difference = try site("site").firstDifference(from: committed)
    #expect(difference == nil, "`make example` builds it anew: \(difference ?? "")")
  }

  @Test func twoProcessesWriteTheSameBytes() throws {
    try ExampleFolder.original.build(folder.path + "/one")
    try ExampleFolder.original.build(folder.path + "/two")
    #expect(try site("one").firstDifference(from: site("two")) == nil)
    #expect(try site("one").names.count > 40)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/taskset")))
  func oneCoreWritesTheBytesOfMany() throws {
    let example = ExampleFolder.original
    try example.build(folder.path + "/many")
    let result = try Command.run(
      "taskset",
      ["-c", "0", Command.assayPath, "build", example.registry, "--config", example.configuration, "--out"]
        + [folder.path + "/one"])
    #expect(result.exitCode == 0, "\(result.errorOutput)")
    #expect(try site("one").firstDifference(from: site("many")) == nil)
  }

  @Test func aSecondBuildWritesNothing() throws {
    try ExampleFolder.original.build(folder.path + "/site")
    let before = try site("site")
    let times = try timesOfChange()
    let result = try ExampleFolder.original.build(folder.path + "/site")
    #expect(result.errorOutput.contains("files: 0 written"), "\(result.errorOutput)")
    #expect(result.errorOutput.contains("0 removed"))
    #expect(try site("site").firstDifference(from: before) == nil)
    #expect(try timesOfChange() == times)
  }

  private func timesOfChange() throws -> [String: Date] {
    let manager = FileManager.default
    let names = try manager.subpathsOfDirectory(atPath: folder.path + "/site")
    return Dictionary(
      uniqueKeysWithValues: try names.map {
        (
          $0,
          try #require(
            manager.attributesOfItem(atPath: "\(folder.path)/site/\($0)")[.modificationDate] as? Date)
        )
      })
  }

  @Test func theConfigurationInTheFolderSaysTheRest() throws {
    let example = try ExampleFolder(copiedTo: folder.path)
    let result = try Command.assay("build", "example", folder: folder.path)
    #expect(result.exitCode == 0, "\(result.errorOutput)")
    #expect(result.output == "example/public/index.html\n")
    try example.build(folder.path + "/site")
    let published = try FolderContents(example.published)
    #expect(try published.firstDifference(from: site("site")) == nil)
    #expect(try published.firstDifference(from: BuiltSite.example.get().contents) == nil)
  }
}
