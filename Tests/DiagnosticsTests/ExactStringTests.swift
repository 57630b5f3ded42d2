import Diagnostics
import Testing

struct ExactStringTests {
  @Test func canonicallyEquivalentTextsAreTwoStrings() {
    #expect(ExactString("caf\u{E9}") != ExactString("cafe\u{301}"))
    #expect(Set([ExactString("caf\u{E9}"), ExactString("cafe\u{301}")]).count == 2)
  }

  @Test func orderIsThatOfTheBytes() {
    #expect(["b", "\u{E9}", "a", "Z"].map { ExactString($0) }.sorted().map(\.text) == ["Z", "a", "b", "\u{E9}"])
  }
}
