import Testing

@testable import ChartKit

struct RankCorrelationTests {
  private func correlation(_ y: [Double]) -> RankCorrelation? {
    RankCorrelation(y.enumerated().map { Point(Double($0), $1) })
  }

  @Test func equalValuesShareTheMeanOfTheirRanks() {
    #expect(RankCorrelation.ranks([10, 30, 20, 20, 5]) == [2, 5, 3.5, 3.5, 1])
    #expect(RankCorrelation.ranks([]) == [])
  }

  @Test func withoutTiesItIsOneMinusTheSumOfSquaredDifferences() throws {
    // d² = 1 + 1 + 1 + 1 + 0, and 1 − 6·4/(5·24) = 0.8.
    let found = try #require(correlation([2, 1, 4, 3, 5]))
    #expect(abs(found.rho - 0.8) < 1e-12)
    #expect(found.count == 5)
  }

  @Test func tiesAgreeWithPearsonOfTheRanks() throws {
    // Ranks of y: 1.5, 1.5, 3, 4. Σ(x−2.5)(r−2.5) = 1.5 + 0.5 + 0.25 + 2.25 = 4.5; Σ(x−2.5)² = 5, Σ(r−2.5)² = 4.5.
    let found = try #require(correlation([7, 7, 8, 9]))
    #expect(abs(found.rho - 4.5 / (5 * 4.5).squareRoot()) < 1e-12)
  }

  @Test func whatNeverChangesHasNoCorrelation() {
    #expect(correlation([1, 1, 1]) == nil)
    #expect(RankCorrelation([Point(1, 2), Point(1, 3)]) == nil)
    #expect(correlation([]) == nil)
  }

  @Test func theIntervalIsFishersWithBonettAndWrightsError() throws {
    let interval = try #require(correlation([2, 1, 4, 3, 5])?.interval)
    // atanh 0.8 = 1.098612, error √(1.32/2) = 0.812404: tanh(1.098612 ∓ 1.592282).
    #expect(abs(interval.low - -0.45714) < 1e-4)
    #expect(abs(interval.high - 0.99084) < 1e-4)
  }

  @Test func aPerfectOrderIsClearFromFivePointsOn() throws {
    #expect(try #require(correlation([1, 2, 3, 4])).isClear == false)
    let five = try #require(correlation([9, 8, 7, 6, 5]))
    #expect(five.rho == -1 && five.isClear && five.interval == nil)
  }

  @Test(arguments: 5...7)
  func whatIsCalledClearIsRareByChance(count: Int) {
    var found: [RankCorrelation] = []
    func permute(_ start: [Double], _ rest: [Double]) {
      if rest.isEmpty { if let one = correlation(start) { found.append(one) } }
      for index in rest.indices {
        var left = rest
        permute(start + [left.remove(at: index)], left)
      }
    }
    permute([], (1...count).map(Double.init))
    let clear = found.count { $0.isClear }
    #expect(clear > 0)
    #expect(Double(clear) / Double(found.count) <= 0.05)
  }
}
