import Testing

@testable import ChartKit

struct LogScaleTests {
  @Test func onlyPositiveValuesHaveALogarithmicScale() {
    #expect(LogScale(Domain(low: 0, high: 1)) == nil)
    #expect(LogScale(Domain(low: -1, high: 1)) == nil)
    #expect(LogScale.exponent(1000) == 3)
    #expect(LogScale.exponent(0).isNaN)
  }

  @Test func ticksArePowersOfTenThinnedToTheRoom() throws {
    let scale = try #require(LogScale(Domain(low: 0.001, high: 2000)))
    #expect(
      scale.ticks(count: 10).map(LogScale.label) == ["0.001", "0.01", "0.1", "1", "10", "100", "1,000"])
    #expect(scale.ticks(count: 3).map(LogScale.label) == ["0.001", "1", "1,000"])
    #expect(LogScale.label(1e-7) == "1\u{A0}×\u{A0}10⁻⁷")
    #expect(LogScale.label(1e9) == "1,000,000,000" || LogScale.label(1e9).contains("10⁹"))
  }
}
