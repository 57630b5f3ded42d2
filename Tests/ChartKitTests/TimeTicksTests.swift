import Testing

@testable import ChartKit

struct TimeTicksTests {
  private func ticks(_ low: CalendarTime?, _ high: CalendarTime?, count: Int = 5) -> [String] {
    guard let low, let high else { return [] }
    let ticks = TimeTicks(Domain(low: low.seconds, high: high.seconds), count: count)
    return ticks.values.map { "\(ticks.label($0)) \(ticks.context($0))" }
  }

  private func day(_ year: Int, _ month: Int, _ day: Int, _ seconds: Double = 0) -> CalendarTime? {
    CalendarTime(year: year, month: month, day: day, secondOfDay: seconds)
  }

  @Test func ticksStandAtTheBeginningsOfWhatPeopleCountIn() {
    #expect(
      ticks(day(2026, 3, 2), day(2026, 3, 6))
        == ["2 Mar 2026", "3 Mar 2026", "4 Mar 2026", "5 Mar 2026", "6 Mar 2026"])
    #expect(
      ticks(day(2026, 11, 15), day(2027, 3, 20))
        == ["Dec 2026", "Jan 2027", "Feb 2027", "Mar 2027"])
    #expect(
      ticks(day(2026, 3, 2, 80_000), day(2026, 3, 3, 10_000))
        == ["23:00 2 Mar 2026", "00:00 3 Mar 2026", "01:00 3 Mar 2026", "02:00 3 Mar 2026"])
    #expect(
      ticks(day(2026, 3, 2, 3600), day(2026, 3, 2, 3604), count: 2) == [
        "01:00:00 2 Mar 2026", "01:00:02 2 Mar 2026", "01:00:04 2 Mar 2026",
      ])
    #expect(ticks(day(1990, 1, 1), day(2026, 1, 1), count: 4) == ["1990 ", "2000 ", "2010 ", "2020 "])
  }

  @Test func weeksBeginOnMondays() {
    // 2 March 2026 is a Monday.
    #expect(ticks(day(2026, 3, 1), day(2026, 3, 31)).first == "2 Mar 2026")
  }

  @Test func anySpanHasFewTicks() {
    for span in [1.0, 59, 3601, 86_399, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 2e11] {
      for count in 1...8 {
        let ticks = TimeTicks(Domain(low: -1e10, high: -1e10 + span), count: count)
        #expect(ticks.values.count <= 3 * count + 1, "\(span) in \(count)")
      }
    }
  }
}
