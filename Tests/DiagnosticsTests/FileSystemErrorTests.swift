import Diagnostics
import Testing

@Suite struct FileSystemErrorTests {
  @Test func theDescriptionIsOneLineWithPathAndReason() {
    #expect(FileSystemError(.notFound, path: "/a\nb").description == "/a\\u{A}b: no such file or folder")
    let large = FileSystemError(.tooLarge, path: "a", detail: "9 bytes, more than 2")
    #expect(large.description == "a: too large (9 bytes, more than 2)")
  }
}
