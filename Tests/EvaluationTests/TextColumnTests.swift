import Evaluation
import Testing

struct TextColumnTests {
  @Test func textsComeBackAsTheyWentInAndEmptyOnesStayRows() {
    var column = TextColumn()
    column.append("café")
    column.append("")
    column.append([0x6E, 0x75, 0x6C, 0x00])
    #expect(column.count == 3)
    #expect(column[0] == "café")
    #expect(column[1].isEmpty)
    #expect(column[2].utf8.elementsEqual("nul\0".utf8))
  }

  @Test func bytesThatAreNoTextStayAndAreShownAsReplacements() {
    var column = TextColumn()
    column.append([0x61, 0xFF])
    #expect(column[0] == "a\u{FFFD}")
    #expect(column.withBytes(of: 0) { Array($0) } == [0x61, 0xFF])
  }

  @Test func columnsWithOtherBytesDifferEvenIfTheTextsLookAlike() {
    #expect(TextColumn(["caf\u{E9}"]) != TextColumn(["cafe\u{301}"]))
    #expect(TextColumn(["a", "b"]) == TextColumn(["a", "b"]))
    #expect(TextColumn(["a"]) != TextColumn(["a", ""]))
  }
}
