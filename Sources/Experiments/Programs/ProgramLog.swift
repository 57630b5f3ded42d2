/// What a program wrote, bounded: the first lines and the last ones, and how much between them was left out.
///
/// ```swift
/// var log = ProgramLog(headBytes: 4, tailBytes: 8)
/// for word in ["one", "two", "three", "four"] { log.add(ProgramLine(stream: .output, text: word)) }
/// log.text  // "one\n[… 2 lines, 10 bytes, left out …]\nfour\n"
/// ```
public struct ProgramLog: Hashable, Sendable {
  /// The most bytes of the first lines; lines are kept whole.
  public let headBytes: Int
  /// The most bytes of the last lines; lines are kept whole.
  public let tailBytes: Int
  private var head: [UInt8] = []
  private var isHeadFull = false
  private var tail: [[UInt8]] = []
  private var tailStart = 0
  private var tailCount = 0
  /// How many lines between head and tail were left out.
  public private(set) var linesLeftOut = 0
  /// How many bytes were left out, with those at the ends of lines that were too long.
  public private(set) var bytesLeftOut = 0

  /// An empty log.
  public init(headBytes: Int = 256 << 10, tailBytes: Int = 768 << 10) {
    self.headBytes = headBytes
    self.tailBytes = tailBytes
  }

  /// Whether nothing was written.
  public var isEmpty: Bool { head.isEmpty && tail.isEmpty && linesLeftOut == 0 }

  /// Adds a line.
  public mutating func add(_ line: ProgramLine) {
    var bytes = Array(line.text.utf8)
    if line.bytesLeftOut > 0 {
      bytes += Array(" [… \(line.bytesLeftOut) bytes left out …]".utf8)
      bytesLeftOut += line.bytesLeftOut
    }
    bytes.append(UInt8(ascii: "\n"))
    if !isHeadFull, head.count + bytes.count <= headBytes {
      head += bytes
      return
    }
    isHeadFull = true
    tail.append(bytes)
    tailCount += bytes.count
    while tailCount > tailBytes, tailStart < tail.count {
      tailCount -= tail[tailStart].count
      bytesLeftOut += tail[tailStart].count
      linesLeftOut += 1
      tail[tailStart] = []
      tailStart += 1
    }
    if tailStart > 1024, tailStart > tail.count / 2 {
      tail.removeFirst(tailStart)
      tailStart = 0
    }
  }

  /// What was kept, in order, in UTF-8; a line in brackets says what was left out.
  public var bytes: [UInt8] {
    var bytes = head
    if linesLeftOut > 0 {
      let lines = linesLeftOut == 1 ? "1 line" : "\(linesLeftOut) lines"
      bytes += Array("[… \(lines), \(bytesLeftOut) bytes, left out …]\n".utf8)
    }
    for line in tail[tailStart...] { bytes += line }
    return bytes
  }

  /// What was kept, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
