import Diagnostics
import Testing

@testable import PredictionFiles

@Suite struct LabelOrderTests {
  @Test func numbersAreSortedAsNumbers() {
    #expect(LabelOrder.sorted(["10", "9", "-1", "1e1", "2.5"]) == ["-1", "2.5", "9", "10", "1e1"])
  }

  @Test func oneTextAmongThemMakesAllTexts() {
    #expect(LabelOrder.sorted(["10", "9", "x"]) == ["10", "9", "x"])
  }

  @Test func textsAreSortedByTheirBytes() {
    #expect(LabelOrder.sorted(["b", "é", "B", "e\u{301}", ""]) == ["", "B", "b", "e\u{301}", "é"])
  }
}
