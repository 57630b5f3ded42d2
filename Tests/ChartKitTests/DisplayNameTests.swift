import Testing

@testable import ChartKit

struct DisplayNameTests {
  @Test func namesInSentencesAreBoundedAndNeverNothing() {
    #expect(DisplayName.inSentence("") == "(empty)")
    #expect(DisplayName.inSentence("cat") == "cat")
    let long = DisplayName.inSentence(String(repeating: "x", count: 10_000))
    #expect(long.hasSuffix("…") && long.count < 100)
  }

  @Test func onlyCutNamesCarryTheWholeOnHover() {
    func mark(_ name: String) -> TextMark? {
      guard case .text(let text) = DisplayName.mark(name, at: Point(0, 0), anchor: .end, width: 60) else {
        return nil
      }
      return text
    }
    #expect(mark("cat")?.title == nil)
    #expect(mark("a much longer name")?.title == "a much longer name")
    #expect(mark("")?.string == "(empty)")
  }
}
