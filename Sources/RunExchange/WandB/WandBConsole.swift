/// The end of what a run wrote to its standard error: where a trace stands if an exception ended it.
struct WandBConsole {
  /// The last bytes, in pieces as they were written.
  private var bytes: [UInt8] = []

  /// How many bytes of the end are kept.
  static let limit = 1 << 16

  /// Nothing was written.
  init() {}

  /// Adds what was written next.
  ///
  /// - Complexity: O(n), amortised.
  mutating func append(_ text: ArraySlice<UInt8>) {
    bytes += text.suffix(Self.limit)
    if bytes.count > 2 * Self.limit { bytes.removeFirst(bytes.count - Self.limit) }
  }

  /// Python's last trace, up to the end of what was written; nil if none began in the last ``limit`` bytes.
  var trace: String? {
    let tail = bytes.suffix(Self.limit)
    let start = Array("Traceback (most recent call last):".utf8)
    guard
      let index = tail.indices.last(where: { tail[$0] == start[0] && tail[$0...].starts(with: start) })
    else { return nil }
    var trace = tail[index...]
    while let last = trace.last, [0x0A, 0x0D, 0x20].contains(last) { trace.removeLast() }
    return String(decoding: trace, as: UTF8.self)
  }
}
