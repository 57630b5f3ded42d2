import Diagnostics
import FileFormats
import TestSupport
import Testing

@Suite struct GzipReaderTests {
  private func file(_ bytes: [UInt8]) throws -> ReadableFile {
    try FileSystem.inMemory(bytes: ["/a.gz": bytes]).open("/a.gz")
  }

  private func text(of bytes: [UInt8], limit: ExpansionLimit = .standard) throws -> [UInt8] {
    let content = try GzipReader.decompress(try file(bytes), path: "a.gz", limit: limit).file
    return try content.bytes(at: 0, count: content.size)
  }

  private func error(_ bytes: [UInt8], limit: ExpansionLimit = .standard) -> String {
    do {
      _ = try text(of: bytes, limit: limit)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: ["rows.csv.gz", "two-members.csv.gz"])
  func whatPythonCompressedComesBack(_ name: String) throws {
    #expect(try text(of: Fixture.bytes("numpy/\(name)")) == Fixture.bytes("numpy/rows.csv"))
  }

  @Test func aFileOfSeveralChunksCanBeReadAnywhere() throws {
    let bytes = (0..<1_200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
    let content = try GzipReader.decompress(try file(ZipBytes.gzip(bytes)), path: "a.gz").file
    #expect(content.size == bytes.count)
    #expect(try content.bytes(at: 0, count: bytes.count) == bytes)
    let middle = (1 << 20) - 3
    #expect(try content.bytes(at: middle, count: 7) == Array(bytes[middle..<middle + 7]))
    #expect(try content.bytes(at: bytes.count - 2, count: 10).count == 2)
    #expect(try content.bytes(at: bytes.count, count: 1).isEmpty)
  }

  @Test func noTextIsText() throws {
    #expect(try text(of: ZipBytes.gzip([])) == [])
  }

  @Test func aFileThatEndsTooEarlyIsRefused() throws {
    let whole = try Fixture.bytes("numpy/rows.csv.gz")
    for count in 2..<whole.count {
      #expect(error(Array(whole[..<count])).contains("in the middle"), "\(count) bytes")
    }
  }

  @Test func aWrongCheckSumOrLengthIsRefused() throws {
    let whole = try Fixture.bytes("numpy/rows.csv.gz")
    for offset in [whole.count - 8, whole.count - 1] {
      var bytes = whole
      bytes[offset] ^= 1
      #expect(error(bytes).contains("a gzip file that is corrupt before byte"))
    }
  }

  @Test func bytesBehindTheTextAreCountedAndZerosAreNot() throws {
    let whole = try Fixture.bytes("numpy/rows.csv.gz")
    func trailing(_ bytes: [UInt8]) throws -> Int {
      try GzipReader.decompress(try file(whole + bytes), path: "a.gz").trailingByteCount
    }
    #expect(try trailing([]) == 0)
    #expect(try trailing([0, 0, 0]) == 0)
    #expect(try trailing([0, 0, 7, 8]) == 2)
    #expect(try trailing([0x1F]) == 1)
    #expect(error(whole + [0x1F, 0x8B]).contains("in the middle"))
  }

  @Test func whatBecomesTooMuchIsRefused() throws {
    let bytes = try Fixture.bytes("numpy/rows.csv.gz")
    let small = ExpansionLimit(floor: 100, ratio: 2, ceiling: 1000)
    #expect(
      error(bytes, limit: small)
        == "a.gz: found a gzip file that becomes more than 170 bytes; expected at most 2 times its size, and 1000 bytes"
    )
    #expect(error(bytes, limit: ExpansionLimit(floor: 8014, ratio: 1, ceiling: 9000)) == "no error")
  }

  @Test func theLimitGrowsWithTheFileUpToACeiling() {
    #expect(ExpansionLimit.standard.bytes(from: 1_000_000) == 200_000_000)
    #expect(ExpansionLimit.standard.bytes(from: 10) == 64 << 20)
    #expect(ExpansionLimit.standard.bytes(from: .max) == 4 << 30)
  }

  @Test func brokenFilesNeverCrash() throws {
    var generator = SeededGenerator(seed: 51)
    let valid = try Fixture.bytes("numpy/two-members.csv.gz")
    for _ in 0..<FuzzDose.rounds(default: 1000) {
      let bytes = Mutation.mutate(valid, with: [0, 1, 8, 0x1F, 0x8B, 0xFF], using: &generator)
      let limit = ExpansionLimit(floor: 20_000, ratio: 1, ceiling: 20_000)
      if let text = try? text(of: bytes, limit: limit) { #expect(text.count <= 20_000) }
    }
  }
}
