import TestSupport
import Testing

@testable import Experiments

@Suite struct OutputLinesTests {
  private func lines(_ pieces: [[UInt8]], limit: Int) -> [ProgramLine] {
    var lines = OutputLines(.output, limit: limit)
    var found: [ProgramLine] = []
    for piece in pieces { piece.withUnsafeBytes { lines.add($0) { found.append($0) } } }
    if let last = lines.finish() { found.append(last) }
    return found
  }

  @Test func lineBreaksOfBothKindsEndLines() {
    #expect(lines([Array("a\r\nb\n\nc".utf8)], limit: 10).map(\.text) == ["a", "b", "", "c"])
    #expect(lines([[]], limit: 10) == [])
    #expect(lines([Array("50%\r100%\n".utf8)], limit: 10).map(\.text) == ["50%\r100%"])
  }

  @Test func aLongLineIsCutAndCounted() {
    #expect(
      lines([Array("abcdef\ng".utf8)], limit: 4) == [
        ProgramLine(stream: .output, text: "abcd", bytesLeftOut: 2), ProgramLine(stream: .output, text: "g"),
      ])
  }

  @Test func itDoesNotMatterHowTheBytesArrive() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<FuzzDose.rounds(default: 200) {
      let bytes = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
        [UInt8](arrayLiteral: 10, 13, 97, 0, 0xFF, 0xC3).randomElement(using: &generator) ?? 97
      }
      var pieces: [[UInt8]] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...rest.count, using: &generator)
        pieces.append(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      #expect(lines(pieces, limit: 7) == lines([bytes], limit: 7))
    }
  }
}
