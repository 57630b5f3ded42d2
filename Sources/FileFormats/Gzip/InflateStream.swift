import CZlib

/// Undoes the compression of one stream by zlib, from buffer to buffer.
final class InflateStream {
  /// What stands around the compressed bytes.
  enum Wrapping: Int32 {
    /// Nothing: the bytes of an entry of a zip file.
    case none = -15
    /// The header and the check sum of gzip.
    case gzip = 31
  }

  /// How far one step went.
  struct Step {
    /// How many bytes of the input were used.
    let consumed: Int
    /// How many bytes of the output were written.
    let produced: Int
    /// What comes next.
    let state: State
  }

  /// Whether a stream goes on.
  enum State: Equatable {
    /// It does.
    case open
    /// It ended, its check sum being right if it has one.
    case ended
    /// The bytes are no such stream; the reason in words.
    case corrupt(String)
  }

  // zlib keeps the address of its state, so that it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  init(_ wrapping: Wrapping) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady =
      inflateInit2_(stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Begins with another stream.
  func reset() {
    if isReady { inflateReset(stream) }
  }

  /// Takes from `input` what there is room for in `output`.
  func step(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> Step {
    guard isReady else { return Step(consumed: 0, produced: 0, state: .corrupt("zlib has no memory")) }
    let available = min(input.count, Int(UInt32.max))
    let room = min(output.count, Int(UInt32.max))
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = UInt32(available)
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = UInt32(room)
    let result = inflate(stream, Z_NO_FLUSH)
    let state: State =
      switch result {
      case Z_OK, Z_BUF_ERROR: .open
      case Z_STREAM_END: .ended
      case Z_NEED_DICT: .corrupt("a preset dictionary")
      default: .corrupt(stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(result)")
      }
    return Step(
      consumed: available - Int(stream.pointee.avail_in), produced: room - Int(stream.pointee.avail_out),
      state: state)
  }
}
