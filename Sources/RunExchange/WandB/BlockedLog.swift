import Diagnostics
import FileFormats

/// Takes the records out of a log that is written in blocks, as LevelDB writes its log and wandb its runs.
///
/// A block has 32,768 bytes; the file's own header counts toward the first. A piece is the CRC-32 of what follows the
/// length (four bytes, little-endian), its length (two bytes), its type (a whole record, or the first, a middle or the
/// last part of one) and its bytes. A piece never crosses the end of a block; fewer than seven bytes there are padding.
///
/// What is damaged costs the rest of its block, since nothing says where the next piece begins: reading goes on with
/// the next block that begins a record. A log that ends within a record is one that is still being written.
struct BlockedLog {
  /// What the log holds next.
  enum Event {
    /// A whole record.
    case record([UInt8])
    /// Bytes that cannot be read; what was found there, as the object of “found …”.
    case damage(String)
    /// The log ends here, within a record.
    case cutOff
  }

  /// The bytes of a block.
  static let blockSize = 32_768
  /// The most bytes that a record may have.
  static let recordLimit = 16 << 20
  private static let headerSize = 7

  private let file: ReadableFile
  private let path: String
  private let end: Int
  private var block: [UInt8] = []
  private var blockStart = 0
  private var position: Int
  /// The parts of a record so far.
  private var record: [UInt8] = []
  private var isInRecord = false
  /// Whether parts of a record whose beginning is lost are passed over in silence.
  private var isResuming = false

  /// The log in `file` from the byte `start` on, which lies in the first block, up to the byte `end`.
  init(_ file: ReadableFile, path: String, start: Int, end: Int) {
    self.file = file
    self.path = path
    self.end = end
    position = start
  }

  /// The next record, or what stands in its place; none at the end.
  ///
  /// - Throws: ``FormatError`` if the file cannot be read.
  mutating func next() throws(FormatError) -> Event? {
    while true {
      if block.isEmpty || (block.count - position < Self.headerSize && block.count == Self.blockSize) {
        guard try readBlock() else { return endOfLog(rest: 0) }
      }
      guard block.count - position >= Self.headerSize else { return endOfLog(rest: block.count - position) }
      if let event = nextPiece() { return event }
    }
  }

  /// Reads one piece; gives an event if that completes a record or is wrong.
  private mutating func nextPiece() -> Event? {
    let sum = (0..<4).reduce(UInt32(0)) { $0 | UInt32(block[position + $1]) << (8 * UInt32($1)) }
    let length = Int(block[position + 4]) | Int(block[position + 5]) << 8
    let pieceEnd = position + Self.headerSize + length
    if pieceEnd > block.count {
      if pieceEnd <= Self.blockSize { return endOfLog(rest: block.count - position) }
      return damage("a length that leads out of its block", skipping: block.count - position)
    }
    guard CyclicRedundancyCheck.of(block[(position + 6)..<pieceEnd]) == sum else {
      return damage("bytes that do not have their check sum", skipping: block.count - position)
    }
    let type = block[position + 6]
    let bytes = block[(position + Self.headerSize)..<pieceEnd]
    guard (1...4).contains(type) else {
      return damage("a piece of the type \(type)", skipping: Self.headerSize + length)
    }
    let begins = type <= 2
    if begins, isInRecord {
      // The piece itself is good: it is read again after this is said.
      return damage("the beginning of a record within another", skipping: 0)
    }
    if !begins, !isInRecord {
      if isResuming {
        position = pieceEnd
        return nil
      }
      return damage("a part of a record without its beginning", skipping: Self.headerSize + length)
    }
    guard record.count + length <= Self.recordLimit else {
      return damage("a record of more than \(Self.recordLimit) bytes", skipping: Self.headerSize + length)
    }
    position = pieceEnd
    isResuming = false
    record.append(contentsOf: bytes)
    isInRecord = type == 2 || type == 3
    return isInRecord ? nil : .record(takeRecord())
  }

  private mutating func damage(_ found: String, skipping count: Int) -> Event {
    let place = "at byte \(blockStart + position)"
    position += count
    _ = takeRecord()
    isResuming = true
    return .damage("\(found), \(place)")
  }

  private mutating func endOfLog(rest: Int) -> Event? {
    let isCutOff = isInRecord || rest > 0
    position = block.count
    _ = takeRecord()
    return isCutOff ? .cutOff : nil
  }

  private mutating func takeRecord() -> [UInt8] {
    defer {
      record = []
      isInRecord = false
    }
    return record
  }

  /// Reads the next block; false at the end of the log.
  private mutating func readBlock() throws(FormatError) -> Bool {
    let start = block.isEmpty ? 0 : blockStart + block.count
    let count = min(Self.blockSize, end - start)
    guard count > (block.isEmpty ? position : 0) else { return false }
    if !block.isEmpty { position = 0 }
    blockStart = start
    do throws(FileSystemError) {
      block = try file.bytes(at: start, count: count)
    } catch {
      throw FormatError(error, path: path)
    }
    return block.count > position
  }
}
