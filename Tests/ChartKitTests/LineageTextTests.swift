import Testing

@testable import ChartKit

@Suite("Scores in figures of lineages")
struct LineageTextTests {
  @Test("They have three significant digits, and only 0 is written as 0")
  func scores() {
    #expect(LineageText.score(0.9123) == "0.912")
    #expect(LineageText.score(0) == "0.000")
    #expect(LineageText.score(1.3046e-7) == "1.30\u{A0}×\u{A0}10⁻⁷")
    #expect(LineageText.score(nil as Double?) == "—")
    #expect(LineageText.score(.nan) == LineageText.score(.nan))
  }
}
