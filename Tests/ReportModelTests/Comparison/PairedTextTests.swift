import Evaluation
import Testing

@testable import ReportModel

struct PairedTextTests {
  @Test func aPValueIsNeverWrittenAsNothing() {
    #expect(PairedText.pValue(1) == "1")
    #expect(PairedText.pValue(0.003) == "0.00300")
    #expect(PairedText.pValue(0) == "< 10⁻³⁰⁰")
    #expect(PairedText.equation(0.25) == "p = 0.250")
    #expect(PairedText.equation(0) == "p < 10⁻³⁰⁰")
  }

  @Test func theIntervalOfAProportionIsInPoints() {
    let interval = Interval(low: -0.0125, high: 0.5, method: .pairedBootstrap, count: 10)
    #expect(PairedText.interval(interval, isProportion: true).hasSuffix(", +50.0]"))
  }
}
