import Diagnostics

/// Bytes in chunks of one size, so that they can become more without being copied.
struct ChunkedBytes: Sendable {
  /// The size of every chunk but the last.
  private let chunkSize: Int
  private var chunks: [[UInt8]] = []
  /// The number of bytes.
  private(set) var count = 0

  /// No bytes; every chunk but the last will have `chunkSize`.
  init(chunkSize: Int) {
    precondition(chunkSize > 0, "a chunk has bytes")
    self.chunkSize = chunkSize
  }

  /// Whether another chunk may follow, as it may behind full ones only.
  var isFull: Bool { count % chunkSize == 0 }

  /// Adds a chunk behind full ones.
  mutating func append(_ chunk: [UInt8]) {
    precondition(isFull && chunk.count <= chunkSize, "only the last chunk is short")
    chunks.append(chunk)
    count += chunk.count
  }

  /// The bytes as a file.
  var file: ReadableFile {
    ReadableFile(size: count) { offset, buffer in
      guard offset < count else { return 0 }
      let chunk = chunks[offset / chunkSize]
      let start = offset % chunkSize
      let length = min(buffer.count, chunk.count - start)
      chunk.withUnsafeBytes {
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + length]))
      }
      return length
    }
  }
}
