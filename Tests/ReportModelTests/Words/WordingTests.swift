import Diagnostics
import Testing

@testable import ReportModel

struct WordingTests {
  @Test(arguments: [
    (0, "0 examples"), (1, "1 example"), (2, "2 examples"), (12_400, "12,400 examples"),
  ])
  func aNounIsPluralUnlessThereIsOne(number: Int, text: String) {
    #expect(Wording.count(number, "example") == text)
  }

  @Test func aNounMayHaveAPluralOfItsOwn() {
    #expect(Wording.count(2, "quantity", "quantities") == "2 quantities")
  }

  @Test(arguments: [
    (1, "first"), (10, "tenth"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"), (22, "22nd"),
    (23, "23rd"), (24, "24th"), (111, "111th"), (1001, "1,001st"), (0, "0th"),
  ])
  func placesAreWords(number: Int, text: String) {
    #expect(Wording.ordinal(number) == text)
  }

  @Test func aLabelIsNeverEmpty() {
    #expect(Wording.label("") == "(empty)")
    #expect(Wording.label(" \n ") == "(blank)")
  }

  @Test func aLabelIsOneShortLine() {
    #expect(Wording.label("two\nlines") == "two lines")
    let cut = Wording.label(String(repeating: "y", count: 41))
    #expect(cut.unicodeScalars.count == 40)
    #expect(cut.hasSuffix("y…"))
    #expect(Wording.label(String(repeating: "y", count: 40)) == String(repeating: "y", count: 40))
  }

  @Test func longListsOfLabelsAreCut() {
    #expect(Wording.labels([]) == "none")
    #expect(Wording.labels(["b", "a"]) == "b, a")
    let many = (1...10).map { ExactString("\($0)") }
    #expect(Wording.labels(many) == "1, 2, 3, 4, 5, 6, 7, 8 and 2 more")
  }

  @Test func cutTextHoldsAtMostItsLimitWithTheSignOfTheCut() {
    #expect(Wording.cut("abc", to: 3) == "abc")
    #expect(Wording.cut("abcd", to: 3) == "ab…")
    #expect(Wording.cut("ab cd", to: 4) == "ab…")
    #expect(Wording.cut("  a \t\n b  ", to: 9) == "a b")
  }

  @Test func aLetterUnderAMountainOfAccentsIsCutLikeAnyText() {
    let hostile = "e" + String(repeating: "\u{301}", count: 100_000)
    #expect(Wording.cut(hostile, to: 160).unicodeScalars.count == 160)
  }

  @Test func anErrorIsToldByItsLastLine() {
    let trace = "Traceback\n  File \"a.py\", line 3\nValueError: no rows\n"
    #expect(Wording.lastLine(of: trace, limit: 80) == "ValueError: no rows")
    #expect(Wording.lastLine(of: "\n", limit: 80).isEmpty)
  }
}
