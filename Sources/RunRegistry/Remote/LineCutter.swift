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
