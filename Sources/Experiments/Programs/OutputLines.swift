/// Cuts what a program writes into lines, each of which is bounded.
///
/// A line ends with LF or CR LF; a lone CR, by which programs redraw a line, stays in the text. What comes after the
/// last line break is a line too. A line of a gigabyte costs no more than the limit.
struct OutputLines: Sendable {
  /// Where the bytes come from.
  let stream: ProgramLine.Stream
  /// The most bytes of a line that are kept.
  let limit: Int
  private var started: [UInt8] = []
  private var leftOut = 0
  private var hasStarted = false

  /// Lines of at most `limit` bytes.
  init(_ stream: ProgramLine.Stream, limit: Int) {
    self.stream = stream
    self.limit = max(0, limit)
  }

  /// Calls `body` with every line that these bytes end.
  mutating func add(_ bytes: UnsafeRawBufferPointer, _ body: (ProgramLine) -> Void) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      append(rest[..<end])
      body(take())
      rest = rest[(end + 1)...]
    }
    if !rest.isEmpty { append(rest) }
  }

  /// The line that no line break ended; nil if there is none.
  mutating func finish() -> ProgramLine? {
    hasStarted ? take() : nil
  }

  private mutating func append(_ bytes: Slice<UnsafeRawBufferPointer>) {
    hasStarted = true
    let kept = bytes.prefix(limit - started.count)
    started.append(contentsOf: kept)
    leftOut += bytes.count - kept.count
  }

  private mutating func take() -> ProgramLine {
    if leftOut == 0, started.last == UInt8(ascii: "\r") { started.removeLast() }
    let line = ProgramLine(
      stream: stream, text: String(decoding: started, as: UTF8.self), bytesLeftOut: leftOut)
    started.removeAll(keepingCapacity: true)
    leftOut = 0
    hasStarted = false
    return line
  }
}
