import Diagnostics
import FileFormats
import TestSupport
import Testing

@Suite struct GzipBeginningTests {
  private func open(_ bytes: [UInt8]) throws -> ReadableFile {
    try FileSystem.inMemory(bytes: ["/a.gz": bytes]).open("/a.gz")
  }

  @Test func theBeginningIsThatOfTheWholeContent() throws {
    let file = try open(try Fixture.bytes("numpy/rows.csv.gz"))
    let whole = try GzipReader.decompress(file, path: "a.gz").file
    for count in [0, 1, 100, whole.size, whole.size + 1] {
      let expected = try whole.bytes(at: 0, count: count)
      #expect(try GzipReader.beginning(of: file, path: "a.gz", count: count) == expected)
    }
  }

  @Test func ofAFileThatIsCutOffThereIsWhatStandsBefore() throws {
    let bytes = try Fixture.bytes("numpy/rows.csv.gz")
    let whole = try GzipReader.decompress(try open(bytes), path: "a.gz").file
    let cut = try GzipReader.beginning(
      of: try open(Array(bytes.prefix(bytes.count / 2))), path: "a.gz", count: 1 << 16)
    #expect(!cut.isEmpty)
    #expect(try whole.bytes(at: 0, count: cut.count) == cut)
    #expect(try GzipReader.beginning(of: try open(Array("no gzip".utf8)), path: "a.gz", count: 9).isEmpty)
    #expect(try GzipReader.beginning(of: try open([]), path: "a.gz", count: 9).isEmpty)
  }
}
