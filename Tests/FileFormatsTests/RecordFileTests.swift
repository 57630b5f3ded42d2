import Diagnostics
import FileFormats
import Testing

@Suite struct RecordFileTests {
  /// Keeps the lines of a piece as texts.
  private struct Lines: RecordParser {
    var lines: [String] = []
    var lineCount = 0

    mutating func read(_ window: RecordWindow) -> RecordStop {
      var cursor = LineCursor(window)
      let first = lineCount
      while let line = cursor.next() {
        let text = String(decoding: window.bytes[line], as: UTF8.self)
        if text == "stop" {
          lineCount = first + cursor.lineCount - 1
          return .refused(
            next: line.lowerBound, offset: line.lowerBound + 1, found: "the word", expected: "none")
        }
        lines.append(text)
      }
      lineCount = first + cursor.lineCount
      return cursor.isIncomplete
        ? .incomplete(next: cursor.position, openQuote: nil) : .done(next: cursor.position)
    }
  }

  private func file(_ text: String, pieceSize: Int, recordLimit: Int = 1 << 24) throws -> RecordFile {
    let files = FileSystem.inMemory(["/a.txt": text])
    return RecordFile(
      try files.open("/a.txt"), path: "a.txt", pieceSize: pieceSize, recordLimit: recordLimit)
  }

  @Test func everyLineIsReadOnceAndPiecesKnowTheirFirstLine() throws {
    let text = (1...50).map { "line \($0)" + String(repeating: "x", count: $0 % 17) }.joined(separator: "\n")
    let expected = text.split(separator: "\n").map(String.init)
    for pieceSize in [1, 2, 7, 20, 64, 1 << 20] {
      let pieces = try file(text, pieceSize: pieceSize).read(from: 0, line: 1) { Lines() }
      #expect(pieces.flatMap(\.parser.lines) == expected)
      for piece in pieces where !piece.parser.lines.isEmpty {
        #expect(piece.parser.lines[0].hasPrefix("line \(piece.firstLine)"))
      }
    }
  }

  @Test func theFirstRefusalInTheFileIsThrownWithItsPlace() throws {
    for pieceSize in [1, 5, 1 << 20] {
      let file = try file("a\n\nb\nstop\nc\nstop\n", pieceSize: pieceSize)
      do throws(FormatError) {
        _ = try file.read(from: 0, line: 1) { Lines() }
        Issue.record("the word was read over")
      } catch {
        #expect(error.description == "a.txt:4:2: found the word; expected none")
      }
    }
  }

  @Test func aLineBeyondTheLimitIsRefused() throws {
    let file = try file(
      "a\n" + String(repeating: "x", count: 200_000) + "\nb", pieceSize: 100, recordLimit: 100_000)
    do throws(FormatError) {
      _ = try file.read(from: 0, line: 1) { Lines() }
      Issue.record("a line beyond the limit was read")
    } catch {
      #expect(
        error.description == "a.txt:2:1: found a line of more than 100000 bytes; expected shorter lines")
    }
  }

  @Test func aFileThatCannotBeReadIsAnError() throws {
    let broken = ReadableFile(size: 1000) { offset, buffer throws(FileSystemError) in
      throw FileSystemError(.other, path: "/somewhere/a.txt", detail: "input/output error")
    }
    #expect(throws: FormatError.self) {
      try RecordFile(broken, path: "a.txt", pieceSize: 10).read(from: 0, line: 1) { Lines() }
    }
  }

  @Test func aFileThatBecameShorterEndsWhereItEnds() throws {
    let bytes = Array("a\nb\nc".utf8)
    let shrunk = ReadableFile(size: 1000) { offset, buffer throws(FileSystemError) in
      let count = max(0, min(buffer.count, bytes.count - offset))
      if count > 0 { bytes[offset..<offset + count].withUnsafeBytes { buffer.copyMemory(from: $0) } }
      return count
    }
    let pieces = try RecordFile(shrunk, path: "a.txt", pieceSize: 100).read(from: 0, line: 1) { Lines() }
    #expect(pieces.flatMap(\.parser.lines) == ["a", "b", "c"])
  }
}
