import Diagnostics
import FileFormats
import TestSupport
import Testing

@Suite struct ZipArchiveTests {
  private func archive(_ bytes: [UInt8], limit: ExpansionLimit = .standard) throws -> ZipArchive {
    try ZipArchive(
      try FileSystem.inMemory(bytes: ["/a.npz": bytes]).open("/a.npz"), path: "a.npz", limit: limit)
  }

  private func contents(_ bytes: [UInt8], limit: ExpansionLimit = .standard) throws -> [String: [UInt8]] {
    let archive = try archive(bytes, limit: limit)
    var contents: [String: [UInt8]] = [:]
    for entry in archive.entries {
      let file = try archive.content(of: entry)
      contents[entry.name] = try file.bytes(at: 0, count: file.size + 1)
    }
    return contents
  }

  private func error(_ bytes: [UInt8], limit: ExpansionLimit = .standard) -> String {
    do {
      _ = try contents(bytes, limit: limit)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [false, true]) func storedAndDeflatedEntriesComeBack(_ isDeflated: Bool) throws {
    let long = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let bytes = ZipBytes.archive([
      .init("a", [1, 2, 3], isDeflated: isDeflated), .init("b/c.npy", long, isDeflated: isDeflated),
      .init("empty", [], isDeflated: isDeflated), .init("folder/", []),
    ])
    #expect(try contents(bytes) == ["a": [1, 2, 3], "b/c.npy": long, "empty": []])
    #expect(try archive(bytes).entries.map(\.size) == [3, 200_000, 0])
  }

  @Test func theRecordsOfLargeFilesAreRead() throws {
    let contents = try contents(try Fixture.bytes("numpy/large-records.npz"))
    #expect(contents.keys.sorted() == ["y_pred.npy", "y_true.npy"])
    #expect(contents["y_true.npy"]?.count == 152)
  }

  @Test func everyFileThatEndsTooEarlyIsRefused() throws {
    let whole = try Fixture.bytes("numpy/large-records.npz")
    for count in 0..<whole.count { #expect(error(Array(whole[..<count])) != "no error", "\(count) bytes") }
  }

  @Test func aWrongCheckSumIsRefused() {
    for isDeflated in [false, true] {
      var entry = ZipBytes.Entry("a", [1, 2, 3], isDeflated: isDeflated)
      entry.checkSum = 7
      #expect(
        error(ZipBytes.archive([entry]))
          == "a.npz: found the entry “a” with another check sum than declared; expected a file that is not damaged"
      )
    }
  }

  @Test func encryptedEntriesAndOtherMethodsAreRefused() {
    var entry = ZipBytes.Entry("a", [1])
    entry.flags = 1
    #expect(error(ZipBytes.archive([entry])).contains("the encrypted entry “a”"))
    entry = ZipBytes.Entry("a", [1])
    entry.method = 14
    #expect(error(ZipBytes.archive([entry])).contains("the entry “a” compressed by method 14"))
  }

  @Test func aSizeThatTheBytesCannotHaveIsRefused() {
    var entry = ZipBytes.Entry("a", Array(repeating: 0, count: 100), isDeflated: true)
    entry.declaredSize = 1 << 30
    #expect(error(ZipBytes.archive([entry])).contains("the entry “a” of 1073741824 bytes in 105"))
    for size in [99, 101] {
      entry.declaredSize = size
      #expect(error(ZipBytes.archive([entry])).contains("longer than declared") || size == 101)
      #expect(error(ZipBytes.archive([entry])) != "no error")
    }
    entry.isDeflated = false
    entry.declaredSize = 101
    #expect(error(ZipBytes.archive([entry])) != "no error")
  }

  @Test func whatBecomesTooMuchIsRefusedBeforeItIsRead() {
    let entries = (0..<10).map { ZipBytes.Entry("\($0)", Array(repeating: 0, count: 1000), isDeflated: true) }
    let limit = ExpansionLimit(floor: 9999, ratio: 0, ceiling: .max)
    #expect(error(ZipBytes.archive(entries), limit: limit).contains("becomes more than 9999 bytes"))
    #expect(error(ZipBytes.archive(Array(entries.dropLast())), limit: limit) == "no error")
  }

  @Test func entriesInOnePlaceAreRefused() throws {
    // Two lists of the same entry: the place of the second is the first's.
    let one = ZipBytes.archive([.init("a", [1, 2, 3])])
    let record = Array(one[34..<one.count - 22])
    var end = Array(one.suffix(22))
    (end[8], end[10]) = (2, 2)
    end[12] = UInt8(2 * record.count)
    #expect(error(Array(one[..<34]) + record + record + end).contains("the entries “a” and “a” in one place"))
  }

  @Test func anEntryThatIsNotWhereTheListSaysIsRefused() {
    var bytes = ZipBytes.archive([.init("a", [1, 2, 3])])
    bytes[30] = UInt8(ascii: "b")
    #expect(error(bytes).contains("the entry “a”, which is not in its place"))
  }

  @Test func moreEntriesThanAnyFileOfArraysHasAreRefused() {
    let entries = (0...1000).map { ZipBytes.Entry("\($0)", []) }
    #expect(error(ZipBytes.archive(entries)).contains("a zip file of 1001 entries"))
  }

  @Test func brokenFilesNeverCrash() throws {
    var generator = SeededGenerator(seed: 52)
    let valid = [
      try Fixture.bytes("numpy/large-records.npz"), try Fixture.bytes("numpy/texts.npz"),
      ZipBytes.archive([.init("a", [1, 2, 3]), .init("b", [4, 5], isDeflated: true)]),
    ]
    for round in 0..<FuzzDose.rounds(default: 1500) {
      let special: [UInt8] = [0, 1, 2, 3, 5, 6, 8, 0x4B, 0x50, 0x7F, 0xFF]
      let bytes = Mutation.mutate(valid[round % valid.count], with: special, using: &generator)
      if let contents = try? contents(bytes) { #expect(contents.values.allSatisfy { $0.count < 1 << 20 }) }
    }
  }
}
