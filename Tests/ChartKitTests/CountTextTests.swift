import Testing

@testable import ChartKit

struct CountTextTests {
  @Test func weightsHaveADecimalAndCountsHaveNone() {
    #expect(CountText.text(1234) == "1,234")
    #expect(CountText.text(12.5) == "12.5")
    #expect(CountText.difference(3) == "+3")
    #expect(CountText.difference(-2) == "−2")
  }

  @Test func countsAreShortenedToTheirRoom() {
    #expect(CountText.fitting(1234, width: 60, size: 13) == "1,234")
    #expect(CountText.fitting(1234, width: 35, size: 13) == "1234")
    #expect(CountText.fitting(123_456, width: 36, size: 13) == "123k")
    #expect(CountText.fitting(2_400_000, width: 36, size: 13) == "2M")
  }
}
