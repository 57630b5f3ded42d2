import Testing

@testable import PlotlyCharts

struct PlotlyDateTests {
  @Test(arguments: [
    ("1970-01-01", 0.0), ("1970", 0), ("1970-02", 2_678_400), ("1970-01-02T00:00:00.000000", 86_400),
    ("1970-01-01 01:02", 3720), ("1970-01-01T01:02:03.25", 3723.25), ("1970-01-01 23", 82_800),
    ("1970-01-01T01:00:00Z", 3600), ("1970-01-01T01:00:00+02:00", 3600), ("1970-01-01T01:00:00-0530", 3600),
    ("1969-12-31", -86_400), ("2026-3-1", 1_772_323_200),
  ])
  func datesAreRead(text: String, seconds: Double) {
    #expect(PlotlyDate.seconds(text) == seconds)
  }

  @Test(arguments: [
    "", "70", "2026-13-01", "2026-02-30", "2026-01-01T24:00", "2026-01-01T10:60", "2026-01-01x", "10-20",
    "today",
    "2026-01-01T10:00:00+", "0000-01-01", "2026-01-01T", "2026/01/01",
  ])
  func otherTextsAreNone(text: String) {
    #expect(PlotlyDate.seconds(text) == nil)
  }
}
