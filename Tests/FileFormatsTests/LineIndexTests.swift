import Diagnostics
import FileFormats
import Testing

@Suite struct LineIndexTests {
  @Test func theExampleOfTheDocumentationHolds() {
    let position = LineIndex(Array("a\nbc".utf8)).position(of: 3)
    #expect(position == (2, 2))
  }

  @Test func everyByteHasItsLineAndColumn() {
    let text = Array("é\n\n\r\nxy\n".utf8)
    let index = LineIndex(text)
    var line = 1
    var column = 1
    for offset in 0...text.count {
      #expect(index.position(of: offset) == (line, column))
      guard offset < text.count else { break }
      (line, column) = text[offset] == 0x0A ? (line + 1, 1) : (line, column + 1)
    }
    #expect(index.place(of: 3, path: "a.txt") == SourcePlace(path: "a.txt", line: 2, column: 1))
  }

  @Test func linesKnowWhereTheyBegin() {
    let index = LineIndex(Array("ab\nc\n".utf8))
    #expect((0...4).map { index.start(ofLine: $0) } == [nil, 0, 3, 5, nil])
    #expect(LineIndex([]).position(of: 0) == (1, 1))
  }
}
