import Diagnostics
import TestSupport
import Testing

@Suite struct ExactStringTests {
  @Test func canonicallyEquivalentTextsAreTwoStrings() {
    #expect(ExactString("caf\u{E9}") != ExactString("cafe\u{301}"))
    #expect(Set([ExactString("caf\u{E9}"), ExactString("cafe\u{301}")]).count == 2)
  }

  @Test func orderIsThatOfTheBytes() {
    #expect(
      ["b", "\u{E9}", "a", "Z"].map { ExactString($0) }.sorted().map(\.text) == ["Z", "a", "b", "\u{E9}"])
  }

  @Test func equalityHashAndOrderAgreeWithTheBytes() {
    var generator = SeededGenerator(seed: 3)
    let alphabet = ["a", "\u{E9}", "e\u{301}", "\u{0}", "\u{1F600}", "\u{FFFF}", ""]
    for _ in 0..<FuzzDose.rounds(default: 500) {
      let texts = (0..<2).map { _ in
        (0..<3).map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
      }
      let (left, right) = (ExactString(texts[0]), ExactString(texts[1]))
      let bytes = texts.map { Array($0.utf8) }
      #expect((left == right) == (bytes[0] == bytes[1]))
      #expect((left < right) == bytes[0].lexicographicallyPrecedes(bytes[1]))
      #expect(left != right || left.hashValue == right.hashValue)
    }
  }
}
