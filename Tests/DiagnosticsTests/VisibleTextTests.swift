import Diagnostics
import TestSupport
import Testing

@Suite struct VisibleTextTests {
  @Test func controlAndDirectionMarksAreSpelledOut() {
    #expect(VisibleText.escaping("a\0\u{1B}[2J\u{202E}b\u{FEFF}") == "a\\u{0}\\u{1B}[2J\\u{202E}b\\u{FEFF}")
    #expect(VisibleText.escaping("Müller, 日本") == "Müller, 日本")
  }

  @Test func longTextIsCut() {
    #expect(VisibleText.quoting("abc") == "“abc”")
    #expect(VisibleText.quoting(String(repeating: "x", count: 80), limit: 3) == "“xxx…”")
    #expect(VisibleText.quoting("e\u{301}e", limit: 2) == "“e\u{301}…”")
  }

  @Test func nothingThatIsEscapedStillHoldsAControlCharacter() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<FuzzDose.rounds(default: 300) {
      var text = ""
      for _ in 0..<20 {
        let value = UInt32.random(in: 0...0x2100, using: &generator)
        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      }
      let shown = VisibleText.escaping(text)
      #expect(!shown.unicodeScalars.contains { $0.properties.generalCategory == .control })
      #expect(
        !shown.unicodeScalars.contains {
          [.format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
        })
    }
  }
}
