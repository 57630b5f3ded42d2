import RunModel
import TestSupport
import Testing

struct UTCTimestampTests {
  @Test func theExampleOfTheDocumentation() {
    #expect(UTCTimestamp("2026-11-18 16:11:07+01:00")?.iso == "2026-11-18T15:11:07Z")
  }

  @Test func aMomentIsWrittenInEveryForm() throws {
    let moment = try #require(UTCTimestamp("2026-11-18T15:11:07.25"))
    #expect(moment.iso == "2026-11-18T15:11:07.250000Z")
    #expect(moment.isoWithoutZone == "2026-11-18T15:11:07.250000")
    #expect(moment.runID == "2026_11_18__15_11_07")
    #expect(moment.day == "18 Nov 2026")
    #expect(moment.dayAndTime == "18 Nov 2026, 15:11 UTC")
    #expect(UTCTimestamp(microseconds: 0).isoWithoutZone == "1970-01-01T00:00:00")
    #expect(UTCTimestamp(microseconds: -1).iso == "1969-12-31T23:59:59.999999Z")
  }

  @Test(arguments: [
    ("2026-03-02T09:10:07", "2026-03-02T09:10:07Z"),
    ("2026-03-02T09:10:07Z", "2026-03-02T09:10:07Z"),
    ("2026-03-02t09:10:07z", "2026-03-02T09:10:07Z"),
    ("2026-03-02 09:10:07.123456", "2026-03-02T09:10:07.123456Z"),
    ("2026-03-02T09:10:07.123456789+00:00", "2026-03-02T09:10:07.123456Z"),
    ("2026-03-02T09:10", "2026-03-02T09:10:00Z"),
    ("2026-03-02", "2026-03-02T00:00:00Z"),
    ("2026-03-02T00:30:00+02:00", "2026-03-01T22:30:00Z"),
    ("2026-03-02T00:30:00-0530", "2026-03-02T06:00:00Z"),
    ("2026-03-02T00:30:00 +02", "2026-03-01T22:30:00Z"),
    (" 2024-02-29T23:59:59,5 ", "2024-02-29T23:59:59.500000Z"),
    ("1772442607", "2026-03-02T09:10:07Z"),
    ("1772442607.5", "2026-03-02T09:10:07.500000Z"),
    ("1772442607500", "2026-03-02T09:10:07.500000Z"),
    ("1772442607500000", "2026-03-02T09:10:07.500000Z"),
    ("0", "1970-01-01T00:00:00Z"),
    ("9999-12-31T23:59:59.999999", "9999-12-31T23:59:59.999999Z"),
    ("0001-01-01T00:00:00", "0001-01-01T00:00:00Z"),
  ])
  func whatToolsWriteIsRead(text: String, iso: String) {
    #expect(UTCTimestamp(text)?.iso == iso)
  }

  @Test(arguments: [
    "", "yesterday", "2026-13-01", "2026-02-29", "2026-00-10", "2026-03-00", "2026-03-02T24:00:00",
    "2026-03-02T09:60:00", "2026-03-02T09:10:60", "2026-03-02T09:10:07X", "2026-03-02T09:10:07+25:00",
    "2026-03-02T09:10:07.", "2026-03-02T", "26-03-02", "2026-3-2", "0000-01-01", "nan", "inf", "1e40",
    "-1e30",
    "2026-03-02T09:10:07Z and more", "２026-03-02",
  ])
  func anythingElseIsNoTime(text: String) {
    #expect(UTCTimestamp(text) == nil)
  }

  @Test func aRunIDOfTheFormatSaysItsTime() {
    #expect(UTCTimestamp(runID: "2026_03_02__09_10_07")?.iso == "2026-03-02T09:10:07Z")
    #expect(UTCTimestamp(runID: "2026_03_02__09_10_07_0002")?.iso == "2026-03-02T09:10:07Z")
    for other in [
      "final candidate", "2026_03_02_09_10_07", "2026_13_02__09_10_07", "", "2026_03_02__09_10_07_x",
    ] {
      #expect(UTCTimestamp(runID: other) == nil)
    }
  }

  @Test func writingAndReadingGivesTheSameMoment() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<5000 {
      let range: ClosedRange<Int64> = -62_135_596_800_000_000...253_402_300_799_999_999
      let moment = UTCTimestamp(microseconds: .random(in: range, using: &generator))
      #expect(UTCTimestamp(moment.iso) == moment)
      #expect(UTCTimestamp(moment.isoWithoutZone) == moment)
      #expect(UTCTimestamp(moment.components) == moment)
    }
  }

  @Test func everyDayFollowsTheOneBeforeIt() throws {
    var previous = try #require(UTCTimestamp("1899-12-31")).components
    for day in 0..<150_000 {
      let start: Int64 = -2_208_988_800_000_000
      let next = UTCTimestamp(microseconds: start + Int64(day) * 86_400_000_000).components
      let isNextDay =
        next.day == previous.day + 1 && next.month == previous.month && next.year == previous.year
      let isNextMonth = next.day == 1 && next.month == previous.month + 1 && next.year == previous.year
      let isNextYear = next.day == 1 && next.month == 1 && next.year == previous.year + 1
      #expect(isNextDay || (previous.day >= 28 && isNextMonth) || (previous.month == 12 && isNextYear))
      previous = next
    }
  }

  @Test func theOutermostMomentsCanBeWritten() {
    #expect(UTCTimestamp(microseconds: .max).iso == "294247-01-10T04:00:54.775807Z")
    #expect(UTCTimestamp(microseconds: .min).components.year == -290_308)
  }
}
