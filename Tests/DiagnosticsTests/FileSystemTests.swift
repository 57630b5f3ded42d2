import Diagnostics
import TestSupport
import Testing

/// What holds for both file systems, on the disk and in memory.
@Suite struct FileSystemTests {
  private struct Place {
    var files: FileSystem
    var root: String
    var owner: TemporaryDirectory?
  }

  private static func places() throws -> [Place] {
    let folder = try TemporaryDirectory()
    let memory = FileSystem.inMemory(["/top/placeholder": ""])
    try memory.remove("/top/placeholder")
    return [
      Place(files: .disk, root: folder.path, owner: folder), Place(files: memory, root: "/top", owner: nil),
    ]
  }

  private func reason(_ body: () throws -> Void) -> FileSystemError.Reason? {
    do {
      try body()
      return nil
    } catch { return (error as? FileSystemError)?.reason }
  }

  @Test func whatIsWrittenIsReadListedAndRemoved() throws {
    for place in try Self.places() {
      let files = place.files
      try files.createDirectory(place.root + "/a/b")
      try files.createDirectory(place.root + "/a/b")
      try files.write(Array("first, longer".utf8), place.root + "/a/one.txt")
      try files.write(Array("first".utf8), place.root + "/a/one.txt")
      #expect(try files.read(place.root + "/a/one.txt", limit: 5) == Array("first".utf8))
      #expect(
        try files.list(place.root + "/a") == [
          DirectoryEntry(name: "b", kind: .directory), DirectoryEntry(name: "one.txt", kind: .file),
        ])
      #expect(try files.attributes(place.root + "/a/one.txt").size == 5)
      #expect(files.isDirectory(place.root + "/a"))
      try files.remove(place.root + "/a/one.txt")
      try files.remove(place.root + "/a/b")
      #expect(try files.list(place.root + "/a").isEmpty)
    }
  }

  @Test func aFileIsReadAtAnyOffset() throws {
    for place in try Self.places() {
      try place.files.write(Array("0123456789".utf8), place.root + "/digits")
      let file = try place.files.open(place.root + "/digits")
      #expect(file.size == 10)
      #expect(try file.bytes(at: 3, count: 4) == Array("3456".utf8))
      #expect(try file.bytes(at: 8, count: 100) == Array("89".utf8))
      #expect(try file.bytes(at: 50, count: 4).isEmpty)
    }
  }

  @Test func refusalsSayWhy() throws {
    for place in try Self.places() {
      let (files, root) = (place.files, place.root)
      try files.createDirectory(root + "/folder")
      try files.write([1, 2, 3], root + "/folder/file")
      #expect(reason { _ = try files.read(root + "/none", limit: 9) } == .notFound)
      #expect(reason { _ = try files.read(root + "/folder", limit: 9) } == .wrongKind)
      #expect(reason { _ = try files.read(root + "/folder/file", limit: 2) } == .tooLarge)
      #expect(reason { _ = try files.list(root + "/none") } == .notFound)
      #expect(reason { _ = try files.list(root + "/folder/file") } == .wrongKind)
      #expect(reason { _ = try files.resolve(root + "/none") } == .notFound)
      #expect(reason { try files.write([], root + "/none/file") } == .notFound)
      #expect(reason { try files.write([], root + "/folder") } == .wrongKind)
      #expect(reason { try files.createDirectory(root + "/folder/file") } == .wrongKind)
      #expect(reason { try files.createDirectory(root + "/folder/file/below") } == .wrongKind)
      #expect(reason { try files.remove(root + "/none") } == .notFound)
      #expect(reason { try files.remove(root + "/folder") } == .exists)
      #expect(reason { try files.rename(root + "/none", root + "/x") } == .notFound)
      #expect(try files.list(root + "/folder").map(\.name) == ["file"])
    }
  }

  @Test func aNameWithANULIsNotCutShort() throws {
    for place in try Self.places() {
      try place.files.write([1], place.root + "/secret")
      #expect(reason { _ = try place.files.read(place.root + "/secret\0.png", limit: 9) } == .notFound)
      #expect(!place.files.exists(place.root + "/secret\0"))
    }
  }

  @Test func renamingMovesAFolderWithAllInIt() throws {
    for place in try Self.places() {
      let (files, root) = (place.files, place.root)
      try files.createDirectory(root + "/old/deep")
      try files.createDirectory(root + "/older")
      try files.write([7], root + "/old/deep/file")
      try files.rename(root + "/old", root + "/new")
      #expect(try files.read(root + "/new/deep/file", limit: 1) == [7])
      #expect(!files.exists(root + "/old"))
      #expect(files.exists(root + "/older"))
    }
  }

  @Test func namesThatDifferOnlyInNormalisationAreTwoFiles() throws {
    for place in try Self.places() {
      let (files, root) = (place.files, place.root)
      try files.createDirectory(root + "/caf\u{E9}")
      try files.createDirectory(root + "/cafe\u{301}")
      try files.write([1], root + "/caf\u{E9}/one")
      try files.write([2], root + "/cafe\u{301}/two")
      #expect(try files.list(root + "/caf\u{E9}").map(\.name) == ["one"])
      #expect(try files.list(root + "/cafe\u{301}").map(\.name) == ["two"])
      #expect(try files.list(root).count == 2)
    }
  }

  @Test func insideIsDecidedAfterResolvingDots() throws {
    for place in try Self.places() {
      let (files, root) = (place.files, place.root)
      try files.createDirectory(root + "/run/artifacts")
      try files.createDirectory(root + "/running")
      try files.write([], root + "/run/artifacts/a")
      #expect(files.isInside(root + "/run/artifacts/a", folder: root + "/run"))
      #expect(files.isInside(root + "/run/artifacts/../artifacts/a", folder: root + "/run"))
      #expect(!files.isInside(root + "/run/../running", folder: root + "/run"))
      #expect(!files.isInside(root + "/running", folder: root + "/run"))
      #expect(!files.isInside(root + "/run/none", folder: root + "/run"))
    }
  }
}
