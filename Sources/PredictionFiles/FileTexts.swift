import Diagnostics
import Evaluation
import Synchronization

/// Texts that lie in a file, which is kept open and read where a text is asked for.
///
/// The file is read by position and not mapped: a mapped file that another program cuts short would end the process,
/// and what is seen of it would count as memory. A text that cannot be read any more is empty, as is what lies behind
/// the end of a file that became shorter. A block of the file is kept, so that texts in their order take few reads.
final class FileTexts: StoredTexts {
  /// A part of the file in memory.
  private struct Block {
    var start = 0
    var bytes: [UInt8] = []
  }

  private let file: ReadableFile
  private let places: TextPlaces
  private let block = Mutex(Block())

  private static let blockSize = 1 << 14

  /// The texts at these places of a file.
  init(_ places: TextPlaces, in file: ReadableFile) {
    self.places = places
    self.file = file
  }

  var count: Int { places.count }

  func withBytes<Result>(
    of row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = places.range(of: row)
    return try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { text in
      var count = read(range, into: UnsafeMutableRawBufferPointer(text))
      if places.hasDoubledQuotes(row) { count = Self.resolveQuotes(in: text, count: count) }
      return try body(UnsafeBufferPointer(rebasing: text[..<count]))
    }
  }

  /// Fills `text` from the block, or a new block, or past it if no block is large enough; returns how many bytes.
  private func read(_ range: Range<Int>, into text: UnsafeMutableRawBufferPointer) -> Int {
    guard range.count <= Self.blockSize / 4 else {
      return (try? file.read(at: range.lowerBound, into: text)) ?? 0
    }
    // `body` is not called under the lock: it may ask for another text.
    return block.withLock { block in
      if range.lowerBound < block.start || range.upperBound > block.start + block.bytes.count {
        block.bytes = (try? file.bytes(at: range.lowerBound, count: Self.blockSize)) ?? []
        block.start = range.lowerBound
      }
      let start = range.lowerBound - block.start
      let end = min(start + range.count, block.bytes.count)
      guard start < end else { return 0 }
      block.bytes.withUnsafeBytes { text.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
      return end - start
    }
  }

  /// Makes one quote of each doubled one; returns how many bytes are left.
  private static func resolveQuotes(in text: UnsafeMutableBufferPointer<UInt8>, count: Int) -> Int {
    var length = 0
    var isSecond = false
    for index in 0..<count {
      isSecond = text[index] == UInt8(ascii: "\"") && !isSecond
      if !isSecond {
        text[length] = text[index]
        length += 1
      }
    }
    return length
  }
}
