import Diagnostics
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Experiments

@Suite struct RunFolderTests {
  private func folder(
    _ scratch: TemporaryDirectory, _ job: String = "0001", _ attempt: Int = 1
  ) throws -> RunFolder {
    try RunFolder(
      job: job, attempt: attempt, in: scratch.path + "/work", hyperparameters: Array("{}".utf8),
      fileSystem: .disk)
  }

  @Test func itBeginsEmptyAndLeavesNothing() throws {
    let scratch = try TemporaryDirectory()
    let first = try folder(scratch)
    try scratch.write("old", to: "work/0001-1/run/old.txt")
    try scratch.write("kept", to: "kept.txt")
    #expect(symlink(scratch.path, first.run + "/link") == 0)
    let second = try folder(scratch)
    #expect(second.files().files == [])
    #expect(try FileSystem.disk.read(second.hyperparameters, limit: 10) == Array("{}".utf8))
    let other = try folder(scratch, "0002")
    second.remove()
    #expect(FileSystem.disk.exists(other.run))
    other.remove()
    #expect(!FileSystem.disk.exists(scratch.path + "/work"))
    #expect(FileSystem.disk.exists(scratch.path + "/kept.txt"), "what a link led to is there")
  }

  @Test func itIsMadeAgainWhereAnotherWorkerRemovedTheFolderAboveIt() throws {
    let scratch = try TemporaryDirectory()
    let calls = Mutex(0)
    var disturbed = FileSystem.disk
    disturbed.createDirectory = { path throws(FileSystemError) in
      let call = calls.withLock { count in
        count += 1
        return count
      }
      if call <= 3 { throw FileSystemError(.notFound, path: path) }
      try FileSystem.disk.createDirectory(path)
    }
    let folder = try RunFolder(
      job: "0001", attempt: 1, in: scratch.path + "/work", hyperparameters: [], fileSystem: disturbed)
    #expect(FileSystem.disk.isDirectory(folder.run) && calls.withLock { $0 } == 4)
    disturbed.createDirectory = { path throws(FileSystemError) in
      throw FileSystemError(.permissionDenied, path: path)
    }
    #expect(throws: FileSystemError.self) {
      try RunFolder(
        job: "0002", attempt: 1, in: scratch.path + "/work", hyperparameters: [], fileSystem: disturbed)
    }
  }

  @Test func earlierAttemptsAtTheJobAreCleared() throws {
    let scratch = try TemporaryDirectory()
    for (job, attempt) in [("0001", 1), ("0001", 2), ("0002", 1), ("0001", 4), ("a0001", 1)] {
      _ = try folder(scratch, job, attempt)
    }
    _ = try folder(scratch, "0001", 3)
    let left = try FileSystem.disk.list(scratch.path + "/work").map(\.name)
    #expect(left == ["0001-3", "0001-4", "0002-1", "a0001-1"])
  }

  @Test func aLinkInItsPlaceIsNotRead() throws {
    let scratch = try TemporaryDirectory()
    let folder = try folder(scratch)
    try scratch.write("secret", to: "elsewhere/secret.txt")
    #expect(!folder.isReplaced)
    try FileManager.default.removeItem(atPath: folder.run)
    #expect(!folder.isReplaced && folder.files().warnings == [])
    #expect(symlink(scratch.path + "/elsewhere", folder.run) == 0)
    #expect(folder.isReplaced && folder.files().files == [] && folder.files().warnings.count == 1)
  }

  @Test func filesAreFoundInOrderAndTooManyAreLeftOut() throws {
    let scratch = try TemporaryDirectory()
    let folder = try folder(scratch)
    for number in 0..<WorkerProtocol.artifactCount + 30 {
      try scratch.write("", to: "work/0001-1/run/f\(number)")
    }
    let (files, warnings) = folder.files()
    #expect(files.count == WorkerProtocol.artifactCount)
    #expect(files.map(\.name) == files.map(\.name).sorted())
    #expect(warnings.count == 20)
    #expect(warnings.first?.hasSuffix("was left out: there are more than 1000 files.") == true)
  }

  @Test func whatLiesTooDeepIsLeftOut() throws {
    let scratch = try TemporaryDirectory()
    let folder = try folder(scratch)
    let deep = Array(repeating: "d", count: 40).joined(separator: "/")
    try scratch.write("x", to: "work/0001-1/run/\(deep)/x.txt")
    try scratch.write("x", to: "work/0001-1/run/d/near.txt")
    let (files, warnings) = folder.files()
    #expect(files.map(\.name) == ["d/near.txt"])
    #expect(warnings.count == 1 && warnings.first?.contains("it lies too deep") == true)
  }
}
