import Diagnostics
import Testing

@Suite struct ReadableFileTests {
  /// A file whose system gives one byte at a time, as a pipe or a network may.
  private let slow = ReadableFile(size: 5) { offset, buffer throws(FileSystemError) in
    guard offset < 5, let first = buffer.indices.first else { return 0 }
    buffer[first] = UInt8(offset)
    return 1
  }

  @Test func shortReadsAreContinued() throws {
    #expect(try slow.bytes(at: 1, count: 3) == [1, 2, 3])
    #expect(try slow.bytes(at: 3, count: 100) == [3, 4])
    #expect(try slow.bytes(at: 0, count: 0).isEmpty)
    #expect(try slow.bytes(at: 0, count: -1).isEmpty)
  }

  @Test func aFailureInTheMiddleIsThrown() {
    let failing = ReadableFile(size: 5) { offset, buffer throws(FileSystemError) in
      guard offset < 2, let first = buffer.indices.first else { throw FileSystemError(.other, path: "disk") }
      buffer[first] = 0
      return 1
    }
    #expect(throws: FileSystemError(.other, path: "disk")) { try failing.bytes(at: 0, count: 5) }
  }

  @Test func aFileThatGrewShorterGivesWhatThereIs() throws {
    let shrunk = ReadableFile(size: 1_000_000) { _, _ throws(FileSystemError) in 0 }
    #expect(try shrunk.bytes(at: 0, count: shrunk.size).isEmpty)
  }
}
