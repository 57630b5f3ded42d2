import Diagnostics
import Testing

@testable import Evaluation

struct LabelSortingTests {
  @Test func numbersAreSortedAsNumbersAndAllElseByBytes() {
    #expect(LabelSorting.ranks(of: ["10", "9", "2"]) == [2, 1, 0])
    #expect(LabelSorting.ranks(of: ["10", "9", "x"]) == [0, 1, 2])
    #expect(LabelSorting.ranks(of: ["-1.5", "1e1", "2", "-3"]) == [1, 3, 2, 0])
    #expect(LabelSorting.ranks(of: ["a", "Z", "é", "z"]) == [1, 0, 3, 2])
    #expect(LabelSorting.ranks(of: ["1.0", "1"]) == [1, 0])
    #expect(LabelSorting.ranks(of: []) == [])
  }

  @Test func canonicalEquivalentsStayApart() {
    #expect(LabelSorting.ranks(of: ["caf\u{E9}", "cafe\u{301}"]) == [1, 0])
  }
}
