import Diagnostics
import Testing

@Suite struct SourcePlaceTests {
  @Test func lineAndColumnAreShownWhereKnown() {
    #expect(SourcePlace(path: "a").description == "a")
    #expect(SourcePlace(path: "a", line: 2).description == "a:2")
    #expect(SourcePlace(path: "a", line: 2, column: 3).description == "a:2:3")
    #expect(SourcePlace(path: "a", column: 3).description == "a")
  }

  @Test func aPathCannotForgeASecondMessage() {
    #expect(SourcePlace(path: "a\nb\u{202E}").description == "a\\u{A}b\\u{202E}")
  }

  @Test func placesAreOrderedByPathThenLineThenColumn() {
    let places = [
      SourcePlace(path: "a"), SourcePlace(path: "a", line: 1), SourcePlace(path: "a", line: 2, column: 1),
      SourcePlace(path: "a", line: 2, column: 9), SourcePlace(path: "a", line: 10), SourcePlace(path: "b"),
    ]
    #expect(places.reversed().sorted() == places)
  }

  @Test func pathsThatDifferOnlyInNormalisationAreTwoPlaces() {
    let composed = SourcePlace(path: "caf\u{E9}")
    let decomposed = SourcePlace(path: "cafe\u{301}")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect((composed < decomposed) != (decomposed < composed))
  }
}
