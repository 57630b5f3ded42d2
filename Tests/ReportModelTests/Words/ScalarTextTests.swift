import RunModel
import Testing

@testable import ReportModel

struct ScalarTextTests {
  @Test(arguments: [
    (Scalar.text("0.10"), "0.10"), (.real(0.1), "0.1"), (.real(0.30000000000000004), "0.3"),
    (.real(1.0 / 3), "0.333333"), (.integer(1_234_567_890), "1234567890"), (.boolean(true), "true"),
    (Scalar(.null, text: "null"), "none"), (.text("minmax"), "minmax"), (.text("12345678901"), "12345678901"),
  ])
  func settingsStandAsWrittenButLongFractionsAreShortened(scalar: Scalar, text: String) {
    #expect(ScalarText.parameter(scalar).plain == text)
  }

  @Test(arguments: [
    (Scalar.real(0.97056), "0.9706"), (.integer(12_400), "12,400"), (.text("0.97056"), "0.9706"),
    (.text("nan"), "NaN"), (.text("-inf"), "−∞"), (.real(.infinity), "∞"), (.text("good"), "good"),
  ])
  func measurementsHaveFourDigitsAndTextStays(scalar: Scalar, text: String) {
    #expect(ScalarText.metric(scalar).plain == text)
  }

  @Test func numbersTooLargeForAnIntegerDoNotTrap() {
    #expect(
      ScalarText.metric(Scalar(.integer, text: "1" + String(repeating: "0", count: 30))).plain.contains("10"))
    #expect(ScalarText.metric(Scalar(.integer, text: "9" + String(repeating: "9", count: 400))).plain == "∞")
  }

  @Test func whatIsMissingIsADash() {
    #expect(ScalarText.parameter(nil).plain == "—")
    #expect(ScalarText.metric(nil).plain == "—")
  }

  @Test func aDocumentInAParameterIsCut() {
    let text = ScalarText.parameter(.text(String(repeating: "word ", count: 10_000)))
    #expect(text.plain.unicodeScalars.count <= ScalarText.limit)
    #expect(ScalarText.parameter(.text("a long name"), limit: 6).plain == "a lon…")
  }
}
