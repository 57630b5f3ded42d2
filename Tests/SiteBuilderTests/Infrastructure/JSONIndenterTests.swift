import Testing

@testable import SiteBuilder

@Suite struct JSONIndenterTests {
  private func indented(_ text: String) -> String? { JSONIndenter.indented(Array(text.utf8)) }

  @Test func membersAndElementsStandOnLinesOfTheirOwn() {
    #expect(
      indented(" {\"a\" : [ ] , \"b\\\"{\":{\"c\": NaN},\"d\":{}}\n") == """
        {
          "a": [],
          "b\\"{": {
            "c": NaN
          },
          "d": {}
        }
        """)
    #expect(indented("1") == "1")
  }

  @Test(arguments: ["", " ", "[", "]", "[}", "\"", "\"\\", "{\"a\": [1, 2}"])
  func whatDoesNotCloseIsNone(text: String) {
    #expect(indented(text) == nil)
  }

  @Test func depthAndSizeAreBounded() {
    #expect(indented(String(repeating: "[", count: 100_000)) == nil)
    let deep = String(repeating: "[", count: 64) + "1" + String(repeating: ",1", count: 60_000)
    #expect(indented(deep + String(repeating: "]", count: 64)) == nil)
  }
}
