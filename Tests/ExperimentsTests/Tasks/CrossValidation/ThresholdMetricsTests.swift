import Evaluation
import TestSupport
import Testing

@testable import Experiments

@Suite struct ThresholdMetricsTests {
  @Test func valuesAreThoseOfAHandCalculation() {
    let counts = LabelCounts(truePositives: 3, falsePositives: 1, falseNegatives: 2, trueNegatives: 4)
    let values = ThresholdMetrics(threshold: 0.5, counts: counts, beta: 2).values.map(\.number)
    #expect(values[0] == 3.0 / 5 && values[3] == values[0] && values[7] == values[0])
    #expect(values[1] == 4.0 / 5)
    #expect(values[2] == 7.0 / 10)
    #expect(values[4] == 1.0 / 5)
    #expect(abs((values[5] ?? 0) - (0.6 * 0.8).squareRoot()) < 1e-15)
    #expect(values[6] == 3.0 / 4)
    #expect(abs((values[8] ?? 0) - 5 * 0.75 * 0.6 / (4 * 0.75 + 0.6)) < 1e-15)
    #expect(ThresholdMetrics.names(beta: 2).last == "f2")
    #expect(ThresholdMetrics.names(beta: 0.5).last == "f0.5")
  }

  @Test func whatDividesByNothingIsUndefined() {
    let none = ThresholdMetrics(
      threshold: 0.5, counts: LabelCounts(falseNegatives: 2, trueNegatives: 1), beta: 1
    ).values
    #expect(none[0] == .value(0) && none[6].number == nil && none[8].number == nil)
    let wrong = ThresholdMetrics(
      threshold: 0.5, counts: LabelCounts(falsePositives: 1, falseNegatives: 2), beta: 1
    ).values
    #expect(wrong[6] == .value(0) && wrong[8].number == nil)
    let empty = ThresholdMetrics(threshold: 0.5, counts: LabelCounts(), beta: 1).values
    #expect(empty.allSatisfy { $0.number == nil })
  }

  @Test func theSweepCountsAsOneWouldRowByRowAlsoWithTies() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<100 {
      let rows = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        (
          probability: Double(Int.random(in: 0...20, using: &generator)) / 20,
          isPositive: Bool.random(using: &generator)
        )
      }
      let thresholds = RankCurve.hundredths
      let sweep = ThresholdSweep.metrics(rows, thresholds: thresholds, beta: 1)
      for (threshold, metrics) in zip(thresholds, sweep) {
        let hits = rows.count { $0.probability >= threshold && $0.isPositive }
        let wrong = rows.count { $0.probability >= threshold && !$0.isPositive }
        #expect(metrics.counts.truePositives == Double(hits))
        #expect(metrics.counts.falsePositives == Double(wrong))
        #expect(metrics.counts.total == Double(rows.count))
      }
    }
  }
}
