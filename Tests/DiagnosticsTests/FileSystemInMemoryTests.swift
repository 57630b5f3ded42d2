import Diagnostics
import Testing

@Suite struct FileSystemInMemoryTests {
  @Test func foldersAreImpliedByThePaths() throws {
    let files = FileSystem.inMemory(["/runs/a/notes.md": "Fine."])
    #expect(try files.list("/runs").map(\.name) == ["a"])
    #expect(try files.read("/runs/a/notes.md", limit: 10) == Array("Fine.".utf8))
    #expect(files.isDirectory("/"))
  }

  @Test func pathsAreTakenFromTheRoot() throws {
    let files = FileSystem.inMemory(["a//b/./c": "x"])
    for path in ["/a/b/c", "a/b/c", "/a/b/../b/c", "/../a/b/c"] {
      #expect(files.exists(path), "\(path)")
    }
    #expect(try files.resolve("a/./b/../b") == "/a/b")
  }

  @Test func copiesLookAtOneTree() throws {
    let files = FileSystem.inMemory([:])
    let copy = files
    try files.write([1], "/one")
    #expect(try copy.list("/").map(\.name) == ["one"])
  }
}
