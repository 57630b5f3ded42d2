import Evaluation
import Testing

struct SpreadTests {
  @Test func meanAndDeviationAreWorkedByHand() throws {
    let spread = try #require(Spread([4, 2, 6]))
    #expect(spread.mean == 4 && spread.standardDeviation == .value(2))
    #expect(spread.values == [4, 2, 6] && spread.minimum == 2 && spread.maximum == 6 && spread.count == 3)
    let example = try #require(Spread([0.9, 0.8, 0.85]))
    #expect(isNear(example.mean, 0.85) && agree(example.standardDeviation, 0.05))
  }

  @Test func oneValueHasNoSpreadAndNoneIsNothing() {
    #expect(Spread([0.5])?.mean == 0.5)
    #expect(Spread([0.5])?.standardDeviation.reason == "one value has no spread")
    #expect(Spread([]) == nil && Spread([1, .nan]) == nil && Spread([.infinity]) == nil)
  }

  @Test func equalValuesHaveExactlyNoDeviation() throws {
    let spread = try #require(Spread([Double](repeating: 0.1, count: 7)))
    #expect(spread.mean == 0.1 && spread.standardDeviation == .value(0))
  }

  @Test func theOrderOfTheValuesDoesNotMatterAndLargeOnesAreHeld() throws {
    let values = [0.1, 0.7, 0.35, 0.2, 0.9]
    #expect(Spread(values)?.mean == Spread(values.reversed())?.mean)
    #expect(Spread(values)?.standardDeviation == Spread(values.reversed())?.standardDeviation)
    let large = try #require(Spread([1.5e308, 1.7e308]))
    #expect(large.mean > 1.5e308 && large.mean < 1.7e308)
    #expect(large.standardDeviation.reason == "the values are too far apart")
  }
}
