import Diagnostics
import Testing

@Suite struct FilePathTests {
  @Test(arguments: [
    ("a/b", "c", "a/b/c"), ("a/", "c", "a/c"), ("/", "c", "/c"), ("", "c", "c"), ("a", "", "a"),
    ("a", "/c", "/c"),
  ])
  func joining(folder: String, name: String, joined: String) {
    #expect(FilePath.join(folder, name) == joined)
  }

  @Test(arguments: [
    ("a/b/c", "a/b", "c"), ("a/b/c//", "a/b", "c"), ("a//b", "a", "b"), ("a", ".", "a"), ("/a", "/", "a"),
    ("/", "/", "/"), ("", ".", ""),
  ])
  func parentAndName(path: String, parent: String, name: String) {
    #expect(FilePath.parent(of: path) == (parent))
    #expect(FilePath.name(of: path) == (path == "/" ? "" : name))
  }

  @Test func aSlashBeforeACombiningMarkStillSeparates() {
    #expect(FilePath.parent(of: "a/\u{301}b") == "a")
    #expect(FilePath.isContained("a/..") == false)
    #expect(FilePath.isContained("../\u{301}b") == false)
  }

  @Test(arguments: [
    ("a.CSV", "csv"), ("a.tar.gz", "gz"), (".hidden", ""), ("a.b/c", ""), ("a.", ""), ("", ""),
  ])
  func fileExtension(path: String, expected: String) {
    #expect(FilePath.fileExtension(of: path) == expected)
  }

  @Test(arguments: [
    ("/r/a/b", "/r", "a/b"), ("/r/a", "/r/", "a"), ("/ra", "/r", "/ra"), ("/r", "/r", "/r"), ("/a", "/", "a"),
    ("/a", "", "/a"), ("r/a", "r", "a"),
  ])
  func relativePaths(path: String, folder: String, expected: String) {
    #expect(FilePath.relative(path, to: folder) == expected)
  }

  @Test(arguments: ["", "/etc/passwd", "../a", "a/../../b", "a/..", "..", "a\0b"])
  func whatMayLeaveTheFolderIsNotContained(path: String) {
    #expect(!FilePath.isContained(path))
  }

  @Test(arguments: ["a", "a/b.png", "a/..b", "...", "a b/\u{E9}"])
  func ordinaryNamesAreContained(path: String) {
    #expect(FilePath.isContained(path))
  }
}
