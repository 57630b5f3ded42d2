package import Diagnostics
import Dispatch
import Foundation
import Synchronization

/// A file of records, each of which ends with a line end, read in pieces on all cores.
///
/// A line end within quotes ends no record, so where a piece's first record begins is known for sure only when the
/// piece before it is read. Every piece therefore begins behind the first line end it sees, and afterwards each
/// guess is held against where the piece before really ended; a piece that guessed wrong is read again. So a file is
/// read once, unless quoted line ends happen to lie on the border of two pieces.
package struct RecordFile: Sendable {
  /// The file.
  package let file: ReadableFile
  /// Its path as messages show it.
  package let path: String
  /// How many bytes a piece has; the result does not depend on it.
  private let pieceSize: Int
  /// The longest record that is read, in bytes.
  private let recordLimit: Int

  /// A file of records.
  package init(
    _ file: ReadableFile, path: String, pieceSize: Int = 1 << 20, recordLimit: Int = 1 << 24
  ) {
    precondition(pieceSize > 0 && recordLimit > 0, "sizes are positive")
    self.file = file
    self.path = path
    self.pieceSize = pieceSize
    self.recordLimit = recordLimit
  }

  /// Reads all records from `start`, the first byte of line `line`.
  ///
  /// - Parameters:
  ///   - start: The offset of the first record.
  ///   - line: The line on which it begins, counted from 1.
  ///   - makeParser: Makes the parser of a piece.
  /// - Returns: The parsers in the order of the file, without those in whose piece no record begins.
  /// - Throws: ``FormatError`` when the file cannot be read, a parser refuses it or a record is too long: the first
  ///   of these in the file.
  package func read<Parser: RecordParser>(
    from start: Int, line: Int, _ makeParser: @Sendable () -> Parser
  ) throws(FormatError) -> [RecordPiece<Parser>] {
    guard start < file.size else { return [] }
    let guesses = readGuessing(from: start, makeParser)
    var pieces: [RecordPiece<Parser>] = []
    var next = start
    var line = line
    var buffer = WindowBuffer()
    for (number, guess) in guesses.enumerated() {
      let limit = min(start + (number + 1) * pieceSize, file.size)
      guard next < limit else { continue }
      let reading =
        guess?.start == next ? guess : readPiece(from: next, limit: limit, makeParser(), &buffer)
      guard let reading else { continue }
      if let fault = reading.fault { throw fault.error(path: path, line: line + reading.parser.lineCount) }
      pieces.append(RecordPiece(parser: reading.parser, firstLine: line))
      line += reading.parser.lineCount
      next = reading.next
    }
    return pieces
  }

  /// Reads the records that begin in `range`, whose first byte is the first of line `line`.
  ///
  /// - Returns: The parser, and the offset of the next record.
  package func read<Parser: RecordParser>(
    beginningIn range: Range<Int>, line: Int, _ parser: Parser
  ) throws(FormatError) -> (parser: Parser, next: Int) {
    var buffer = WindowBuffer()
    let reading = readPiece(from: range.lowerBound, limit: range.upperBound, parser, &buffer)
    if let fault = reading.fault { throw fault.error(path: path, line: line + reading.parser.lineCount) }
    return (reading.parser, reading.next)
  }

  /// Reads every piece from where its first record seems to begin; none where no record seems to begin in it.
  private func readGuessing<Parser: RecordParser>(
    from start: Int, _ makeParser: @Sendable () -> Parser
  ) -> [PieceReading<Parser>?] {
    let count = (file.size - start + pieceSize - 1) / pieceSize
    let readings = Mutex<[PieceReading<Parser>?]>(Array(repeating: nil, count: count))
    let next = Atomic(0)
    // Each worker takes the next piece that nobody has, so that its buffer serves for all of its pieces.
    DispatchQueue.concurrentPerform(iterations: min(count, ProcessInfo.processInfo.activeProcessorCount)) {
      _ in
      var buffer = WindowBuffer()
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < count else { break }
        let pieceStart = start + number * pieceSize
        let limit = min(pieceStart + pieceSize, file.size)
        let first = number == 0 ? start : firstRecord(from: pieceStart, limit: limit)
        guard let first else { continue }
        let reading = readPiece(from: first, limit: limit, makeParser(), &buffer)
        readings.withLock { $0[number] = reading }
      }
    }
    return readings.withLock { $0 }
  }

  /// The offset behind the first line end at or after the byte before `pieceStart`, if it lies before `limit`.
  ///
  /// Bytes that cannot be read are no line end: the error is met again when the piece is read.
  private func firstRecord(from pieceStart: Int, limit: Int) -> Int? {
    var offset = pieceStart - 1
    var step = 1 << 10
    while offset < limit - 1 {
      let count = min(limit - 1 - offset, step)
      guard let bytes = try? file.bytes(at: offset, count: count), !bytes.isEmpty else { return nil }
      if let index = bytes.firstIndex(of: UInt8(ascii: "\n")) { return offset + index + 1 }
      offset += bytes.count
      step = min(2 * step, 1 << 16)
    }
    return nil
  }

  /// Reads the records that begin from `start` to before `limit`, in windows as large as they need.
  private func readPiece<Parser: RecordParser>(
    from start: Int, limit: Int, _ parser: consuming Parser, _ buffer: inout WindowBuffer
  ) -> PieceReading<Parser> {
    var reading = PieceReading(parser: parser, start: start, next: start)
    var size = limit - start + min(1 << 16, recordLimit)
    while reading.next < limit, reading.fault == nil {
      size = readWindow(of: size, limit: limit, &reading, &buffer)
    }
    reading.parser.finish()
    return reading
  }

  /// Reads one window of up to `size` bytes; returns the size that the next one needs.
  private func readWindow<Parser: RecordParser>(
    of size: Int, limit: Int, _ reading: inout PieceReading<Parser>, _ buffer: inout WindowBuffer
  ) -> Int {
    let origin = reading.next
    let wanted = min(size, file.size - origin)
    let count: Int
    do throws(FileSystemError) {
      count = try buffer.fill(from: file, at: origin, count: wanted)
    } catch {
      reading.fault = PieceFault(lineOffset: 0, column: nil, FormatError(error, path: path))
      return size
    }
    // A file that became shorter while it is read ends where it ends now.
    let isFileEnd = count < wanted || origin + count >= file.size
    let window = RecordWindow(
      bytes: buffer.bytes, origin: origin, start: 0, limit: limit - origin, end: count, isFileEnd: isFileEnd)
    switch reading.parser.read(window) {
    case .done(let next):
      reading.next = isFileEnd && next >= count ? max(limit, origin + next) : origin + next
      return size
    case .refused(let next, let offset, let found, let expected):
      reading.next = origin + next
      reading.fault = PieceFault(window, record: next, offset: offset, found: found, expected: expected)
      return size
    case .incomplete(let next, let openQuote):
      reading.next = origin + next
      let length = count - next
      guard length < recordLimit, !isFileEnd else {
        reading.fault = tooLong(window, record: next, openQuote: openQuote)
        return size
      }
      return min(max(2 * length, 1 << 16), recordLimit)
    }
  }

  private func tooLong(_ window: RecordWindow, record: Int, openQuote: Int?) -> PieceFault {
    PieceFault(
      window, record: record, offset: openQuote ?? record,
      found: openQuote == nil
        ? "a line of more than \(recordLimit) bytes"
        : "a quote that is not closed within \(recordLimit) bytes",
      expected: openQuote == nil ? "shorter lines" : "a closing quote")
  }
}
