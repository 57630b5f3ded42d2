import Testing

@testable import ChartKit

struct ParameterSettingTests {
  @Test(
    arguments: zip(
      [0.01, 1e-5, 3, 1024, 0.12345678, -0.5, 2.5, 1e7, 1.5e-7],
      [
        "0.01", "1\u{A0}×\u{A0}10⁻⁵", "3", "1,024", "0.1235", "−0.5", "2.5", "10,000,000",
        "1.5\u{A0}×\u{A0}10⁻⁷",
      ]))
  func numbersAreShownWithoutTheZerosAtTheEnd(number: Double, text: String) {
    #expect(ParameterSetting.number(number).text == text)
  }

  @Test func wordsStandAsTheyAreAndNeverAsNothing() {
    #expect(ParameterSetting.text("adam").text == "adam")
    #expect(ParameterSetting.text("").text == "(empty)")
  }

  @Test func twoSpellingsOfALetterAreTwoSettings() {
    #expect(Set([ParameterSetting.text("\u{E9}"), .text("e\u{301}"), .text("\u{E9}")]).count == 2)
    #expect(ParameterSetting.text("1") != .number(1))
    #expect(Set([ParameterSetting.number(0), .number(-0.0)]).count == 1)
  }

  @Test func numbersComeBeforeWordsAndBySize() {
    let sorted = [ParameterSetting.text("b"), .number(10), .text("a"), .number(9)].sorted { $0.precedes($1) }
    #expect(sorted == [.number(9), .number(10), .text("a"), .text("b")])
  }
}
