import Evaluation
import TestSupport
import Testing

@Suite("How scores are spread")
struct ScoreDistributionTests {
  @Test("The quartiles of 1, 2, 4 are 1.5, 2 and 3, and a trial without a score is counted")
  func quartiles() {
    let spread = ScoreDistribution([1, 2, nil, 4])
    #expect(spread.median == 2)
    #expect(spread.lowerQuartile == 1.5)
    #expect(spread.upperQuartile == 3)
    #expect(spread.count == 3)
    #expect(spread.failedCount == 1)
  }

  @Test("Bins cover the scores without a gap and hold each of them once, whatever the scale")
  func bins() {
    var generator = SeededGenerator(seed: 9)
    for scale in [1e-300, 1, 1e308] {
      for count in [1, 2, 7, 100, 1000] {
        let scores = (0..<count).map { _ in scale * Double.random(in: -1...1, using: &generator) }
        let spread = ScoreDistribution(scores.map { $0 })
        #expect(spread.bins.reduce(0) { $0 + $1.count } == count)
        #expect(spread.bins.first?.low == scores.min())
        #expect(spread.bins.last?.high == scores.max())
        #expect(zip(spread.bins, spread.bins.dropFirst()).allSatisfy { $0.high == $1.low })
        #expect(spread.bins.count <= ScoreDistribution.binLimit)
      }
    }
  }

  @Test("Equal scores are one bin, and no scores are none")
  func degenerate() {
    #expect(ScoreDistribution([3, 3, 3]).bins.map(\.count) == [3])
    #expect(ScoreDistribution([]).bins.isEmpty)
    #expect(ScoreDistribution([nil, .nan]).median == nil)
    #expect(ScoreDistribution([1, 2, 3, 4, 5, 6, 7, 8]).bins.count == 4)
  }
}
