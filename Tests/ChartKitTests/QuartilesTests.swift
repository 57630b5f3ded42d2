import Testing

@testable import ChartKit

struct QuartilesTests {
  @Test func quartilesBetweenValuesAreInterpolated() throws {
    let found = try #require(Quartiles([4, 1, 3, 2]))
    #expect([found.lower, found.median, found.upper] == [1.75, 2.5, 3.25])
    #expect(found.count == 4)
  }

  @Test func oneValueIsAllThreeAndNoneHasNone() throws {
    let found = try #require(Quartiles([7]))
    #expect([found.lower, found.median, found.upper] == [7, 7, 7])
    #expect(Quartiles([]) == nil)
  }

  @Test func theLargestValuesDoNotOverflow() throws {
    let found = try #require(Quartiles([-1.7e308, 1.7e308]))
    #expect(found.median == 0 && found.lower.isFinite && found.upper.isFinite)
  }
}
