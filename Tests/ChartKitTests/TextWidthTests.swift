import Testing

@testable import ChartKit

struct TextWidthTests {
  @Test func widthsFollowTheTable() {
    // Ten digits of 0.556 em at 12 units, with 8 % to spare.
    #expect(abs(TextWidth.of("0123456789") - 72.0576) < 1e-9)
    #expect(TextWidth.of("iii") < TextWidth.of("mmm"))
    #expect(TextWidth.of("漢字") == TextWidth.of("漢") * 2)
    #expect(TextWidth.of("e\u{301}") == TextWidth.of("e"))
    #expect(TextWidth.of("a", isBold: true) > TextWidth.of("a"))
  }

  @Test func whatFitsIsNotCut() {
    let name = "versicolor"
    #expect(TextWidth.clipped(name, to: TextWidth.of(name)) == name)
    #expect(TextWidth.clipped("", to: 0) == "")
  }

  @Test func whatDoesNotFitEndsInAnEllipsisAndFits() {
    for width in stride(from: 14.0, to: 150, by: 7) {
      let clipped = TextWidth.clipped("a tremendously long label, wide WWW", to: width)
      #expect(clipped.hasSuffix("…"))
      #expect(TextWidth.of(clipped) <= width + 0.02)
    }
  }

  @Test func endlessMarksWithoutWidthAreCut() {
    let zalgo = "a" + String(repeating: "\u{301}", count: 100_000)
    #expect(TextWidth.clipped(zalgo, to: 100).unicodeScalars.count <= 241)
  }
}
