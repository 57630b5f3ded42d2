import RunModel
import Testing

@testable import AssayCommands

@Suite struct ScalarTextTests {
  @Test(arguments: ["0.1", "-0.10", "1e-3", "2.50", "1E+5", "6.02e23"])
  func aNumberIsKeptAsItIsWritten(text: String) {
    #expect(ScalarText.read(text) == Scalar(.real, text: text))
  }

  @Test(arguments: ["0", "-1", "12345678901234567890"])
  func aWholeNumberIsAnInteger(text: String) {
    #expect(ScalarText.read(text) == Scalar(.integer, text: text))
  }

  @Test func numbersThatJSONDoesNotAllowAreWrittenAnew() {
    #expect(ScalarText.read(".5") == .real(0.5))
    #expect(ScalarText.read("5.") == .real(5))
    #expect(ScalarText.read("-.5") == .real(-0.5))
    #expect(ScalarText.read("+5") == .integer(5))
    #expect(ScalarText.read("1.e2") == .real(100))
  }

  @Test func numbersThatAreNotFiniteAreNumbers() {
    #expect(ScalarText.read("nan").kind == .real)
    #expect(ScalarText.read("nan").number?.isNaN == true)
    #expect(ScalarText.read("-Infinity") == .real(-.infinity))
  }

  @Test(arguments: ["007", "-01", "00.5", "", "x", "1 000", " 1", "0x10", "1e", "True", "null", "1_000"])
  func everythingElseIsText(text: String) {
    #expect(ScalarText.read(text) == .text(text))
  }

  @Test func trueAndFalseAreTruthValues() {
    #expect(ScalarText.read("true") == .boolean(true))
    #expect(ScalarText.read("false") == .boolean(false))
  }
}
