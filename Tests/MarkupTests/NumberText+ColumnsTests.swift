import Markup
import Testing

struct NumberTextColumnsTests {
  @Test func decimalPointsStandUnderOneAnother() {
    #expect(
      NumberText.aligned(["0.357", "71.9", "2,776", "—", "× 4.60"])
        == ["0.357", "71.9\u{2007}\u{2007}", "2,776\u{2008}\u{2007}\u{2007}\u{2007}", "—", "× 4.60\u{2007}"])
  }

  @Test func columnsOfWholeNumbersStayAsTheyAre() {
    #expect(NumberText.aligned(["1", "23", ""]) == ["1", "23", ""])
    #expect(NumberText.aligned([]) == [])
  }
}
