import TestSupport
import Testing

@testable import ChartKit

struct CalendarTimeTests {
  @Test func datesAreCountedFromTheBeginningOf1970() {
    #expect(CalendarTime(year: 1970, month: 1, day: 1)?.seconds == 0)
    #expect(CalendarTime(year: 2000, month: 3, day: 1)?.seconds == 951_868_800)
    #expect(CalendarTime(year: 1969, month: 12, day: 31)?.seconds == -86_400)
    #expect(CalendarTime(seconds: 951_868_800 + 3661)?.text == "1 Mar 2000, 01:01:01")
    #expect(CalendarTime(seconds: -1)?.text == "31 Dec 1969, 23:59:59")
    #expect(CalendarTime(seconds: 951_782_400)?.dateText == "29 Feb 2000")
  }

  @Test func datesThatDoNotExistAreNone() {
    #expect(CalendarTime(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarTime(year: 2026, month: 4, day: 31) == nil)
    #expect(CalendarTime(year: 0, month: 1, day: 1) == nil)
    #expect(CalendarTime(year: 2026, month: 1, day: 1, secondOfDay: 86_400) == nil)
    for seconds in [Double.nan, .infinity, -.infinity, 1e15, -1e15] {
      #expect(CalendarTime(seconds: seconds) == nil)
    }
  }

  @Test func everyDayComesBackFromItsSeconds() {
    var generator = SeededGenerator(seed: 51)
    for _ in 0..<2000 {
      let seconds = Double(Int.random(in: -719_162..<2_932_897, using: &generator)) * 86_400
      #expect(CalendarTime(seconds: seconds)?.seconds == seconds)
    }
    #expect(CalendarTime(year: 1, month: 1, day: 1)?.seconds == -62_135_596_800)
    #expect(CalendarTime(year: 9999, month: 12, day: 31)?.seconds == 253_402_214_400)
  }
}
