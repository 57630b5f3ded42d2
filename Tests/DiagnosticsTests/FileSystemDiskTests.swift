import Diagnostics
import Foundation
import TestSupport
import Testing

/// What only a real disk has: links, pipes, modes.
@Suite struct FileSystemDiskTests {
  private let folder: TemporaryDirectory
  private let files = FileSystem.disk

  init() throws {
    folder = try TemporaryDirectory()
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/" + name, withDestinationPath: target)
  }

  @Test func aLinkOutOfTheFolderIsOutside() throws {
    try folder.write("private", to: "secret.txt")
    try folder.write("", to: "run/placeholder")
    try link("run/image.png", to: "../secret.txt")
    #expect(files.exists(folder.path + "/run/image.png"))
    #expect(!files.isInside(folder.path + "/run/image.png", folder: folder.path + "/run"))
    #expect(files.isInside(folder.path + "/run/image.png", folder: folder.path))
  }

  @Test func linksAreListedAsLinksAndFollowedByAttributes() throws {
    try folder.write("four", to: "target")
    try link("link", to: "target")
    #expect(try files.list(folder.path).map(\.kind) == [.symbolicLink, .file])
    #expect(try files.attributes(folder.path + "/link") == files.attributes(folder.path + "/target"))
  }

  @Test func aDeviceIsWrittenToAndStaysOne() throws {
    try files.write([1, 2, 3], "/dev/null")
    #expect(try files.attributes("/dev/null").kind == .other)
    try link("null", to: "/dev/null")
    try files.write([1, 2, 3], folder.path + "/null")
    #expect(try files.attributes(folder.path + "/null").size == 3)
    #expect(try files.attributes("/dev/null").kind == .other)
    #if os(Linux)
      #expect(throws: FileSystemError.self) { try files.write([1], "/dev/full") }
      #expect(try files.attributes("/dev/full").kind == .other)
    #endif
  }

  @Test func linksInCirclesAreAnErrorNotAWait() throws {
    try link("one", to: "two")
    try link("two", to: "one")
    for operation in [
      { _ = try self.files.resolve(self.folder.path + "/one") },
      { _ = try self.files.open(self.folder.path + "/one") },
    ]
      as [() throws -> Void]
    {
      #expect { try operation() } throws: { ($0 as? FileSystemError)?.reason == .tooManyLinks }
    }
  }

  @Test func aPipeIsRefusedWithoutWaiting() throws {
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    #expect { try files.open(path) } throws: { ($0 as? FileSystemError)?.reason == .wrongKind }
    #expect(try files.list(folder.path).map(\.kind) == [.other])
  }

  @Test func writingLeavesNoScratchFileBehind() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/taken", withIntermediateDirectories: false)
    #expect(throws: FileSystemError.self) { try files.write([1], folder.path + "/taken") }
    try files.write([1], folder.path + "/free")
    #expect(try files.list(folder.path).map(\.name) == ["free", "taken"])
  }

  @Test func writingOverALinkReplacesTheLinkNotItsTarget() throws {
    try folder.write("kept", to: "outside.txt")
    try link("page.html", to: "outside.txt")
    try files.write(Array("new".utf8), folder.path + "/page.html")
    #expect(try files.read(folder.path + "/outside.txt", limit: 9) == Array("kept".utf8))
    #expect(try files.read(folder.path + "/page.html", limit: 9) == Array("new".utf8))
  }

  @Test func removingALinkToAFolderKeepsTheFolder() throws {
    try folder.write("kept", to: "outside/file.txt")
    try link("inside", to: "outside")
    try files.remove(folder.path + "/inside")
    #expect(try files.list(folder.path + "/outside").count == 1)
    #expect(!files.exists(folder.path + "/inside"))
  }

  @Test func writtenFilesHaveTheModeOfOrdinaryOnes() throws {
    try files.write([1], folder.path + "/ours")
    #expect(FileManager.default.createFile(atPath: folder.path + "/theirs", contents: Data()))
    let modes = try ["ours", "theirs"].map {
      try FileManager.default.attributesOfItem(atPath: folder.path + "/" + $0)[.posixPermissions] as? Int
    }
    #expect(modes[0] == modes[1])
  }

  @Test func oneFileCanBeReadFromSeveralTasksAtOnce() async throws {
    let content = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
    try files.write(content, folder.path + "/big")
    let file = try files.open(folder.path + "/big")
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for part in 0..<10 {
        group.addTask {
          try file.bytes(at: part * 10_000, count: 10_000)
            == Array(content[part * 10_000..<(part + 1) * 10_000])
        }
      }
      for try await isEqual in group { #expect(isEqual) }
    }
  }
}
