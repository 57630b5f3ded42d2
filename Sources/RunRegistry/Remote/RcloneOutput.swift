/// What becomes of the standard output of rclone while it runs.
protocol RcloneOutput: Sendable {
  /// Takes the next bytes.
  ///
  /// - Throws: ``RemoteError`` if there is too much of it; rclone is then ended.
  mutating func add(_ bytes: UnsafeRawBufferPointer) throws(RemoteError)
}

/// All of the output, bounded.
struct RcloneText: RcloneOutput {
  /// The most bytes that are taken.
  let limit: Int
  /// The bytes so far.
  private(set) var bytes: [UInt8] = []

  /// Takes at most `limit` bytes.
  init(limit: Int) { self.limit = limit }

  mutating func add(_ more: UnsafeRawBufferPointer) throws(RemoteError) {
    guard more.count <= limit - bytes.count else {
      throw RemoteError(
        .unusableAnswer, address: "rclone", detail: "The answer is longer than \(limit) bytes; it is not used.")
    }
    bytes.append(contentsOf: more)
  }
}

/// Cuts bytes into lines, each of which is bounded.
struct LineCutter: Sendable {
  /// The most bytes of a line; what is more of one is left out.
  let limit: Int
  private var started: [UInt8] = []

  /// Lines of at most `limit` bytes.
  init(limit: Int) { self.limit = limit }

  /// Calls `body` with every line that these bytes end, without its line break.
  mutating func add<Failure>(
    _ bytes: UnsafeRawBufferPointer, _ body: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      append(rest[..<end])
      let line = started
      started.removeAll(keepingCapacity: true)
      try body(line)
      rest = rest[(end + 1)...]
    }
    append(rest)
  }

  /// The line that no line break ended; empty if there is none.
  var unfinished: [UInt8] { started }

  private mutating func append(_ bytes: Slice<UnsafeRawBufferPointer>) {
    started.append(contentsOf: bytes.prefix(limit - started.count))
  }
}
