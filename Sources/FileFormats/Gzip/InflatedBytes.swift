import Diagnostics

/// Collects what comes out of compressed streams, up to a limit.
struct InflatedBytes {
  /// How a stream stopped.
  enum Stop: Equatable {
    /// It ended as it should.
    case ended
    /// The input ended before it did.
    case truncated
    /// It is no such stream; the reason in words.
    case corrupt(String)
    /// It became longer than the limit.
    case tooLong
  }

  private var finished: ChunkedBytes
  private var chunk: [UInt8]
  private var filled = 0
  private let limit: Int

  /// Nothing yet; at most `limit` bytes will be taken.
  init(limit: Int, chunkSize: Int = 1 << 20) {
    finished = ChunkedBytes(chunkSize: chunkSize)
    chunk = [UInt8](repeating: 0, count: chunkSize)
    self.limit = limit
  }

  /// The number of bytes.
  var count: Int { finished.count + filled }

  /// All bytes as a file.
  func file() -> ReadableFile {
    var bytes = finished
    if filled > 0 { bytes.append(Array(chunk[..<filled])) }
    return bytes.file
  }

  /// Adds what one stream holds, which begins where `window` stands.
  mutating func append(_ stream: InflateStream, from window: inout FileWindow) throws(FormatError) -> Stop {
    while true {
      _ = try window.fill()
      let step = window.take { input in
        let step = self.step(stream, input)
        return (step.consumed, step)
      }
      if count > limit { return .tooLong }
      switch step.state {
      case .ended: return .ended
      case .corrupt(let reason): return .corrupt(reason)
      // Without input there may still be output that had no room in the chunk before.
      case .open: if step.consumed == 0, step.produced == 0 { return .truncated }
      }
    }
  }

  /// Takes from `input` what the current chunk has room for.
  private mutating func step(
    _ stream: InflateStream, _ input: UnsafeBufferPointer<UInt8>
  ) -> InflateStream.Step {
    if filled == chunk.count {
      finished.append(chunk)
      chunk = [UInt8](repeating: 0, count: chunk.count)
      filled = 0
    }
    let step = chunk.withUnsafeMutableBufferPointer {
      stream.step(input, into: .init(rebasing: $0[filled...]))
    }
    filled += step.produced
    return step
  }
}
