import TestSupport
import Testing

@testable import Evaluation

struct RowMeanTests {
  /// 1, 2, 4: mean 7/3, variance 7/3, standard error √(7/9).
  @Test func aHandWorkedStandardError() {
    let mean = RowMean([[1, 2], [4]])
    #expect(isNear(mean.mean, 7.0 / 3))
    #expect(isNear(mean.standardError ?? 0, (7.0 / 9).squareRoot()))
    #expect(mean.count == 3)
    #expect(RowMean([[3]]).standardError == nil)
    #expect(RowMean([[3, 3]]).standardError == 0)
    #expect(RowMean([[Double]]()).standardError == nil)
  }

  @Test func theOrderAndGroupingOfTermsDoNotMatterAtAnySize() {
    var generator = SeededGenerator(seed: 3)
    for scale in [1e-200, 1e-3, 1, 1e5, 1e90] {
      let terms = (0..<50).map { _ in Double.random(in: -1...1, using: &generator) * scale }
      let sum = RowMean([terms])
      #expect(sum == RowMean([Array(terms.reversed()[..<20]), Array(terms.reversed()[20...])]))
      #expect(abs(sum.sum - terms.reduce(0, +)) < 1e-13 * 50 * scale)
    }
  }

  /// What is summed while rows are added is what the terms of rows sum up to.
  @Test(arguments: ClassificationTask.allCases)
  func sumsFormedOnTheWayAreThoseOfTheTerms(_ task: ClassificationTask) {
    let statistics = RandomPredictions(task, seed: 6).predictions(batchSizes: [20, 40])
      .evaluate(.withoutIntervals).statistics
    var checked = 0
    for metric in MetricRegistry.standard.metrics where metric.applies(to: statistics.schema) {
      let term: RowTerm
      switch metric.chance.of(task) {
      case .proportion(let found), .mean(let found): term = found
      default: continue
      }
      let ours = term.mean(over: statistics)
      let fresh = RowTerm(term.values).mean(over: statistics)
      #expect(isNear(ours.sum, fresh.sum) && isNear(ours.squares, fresh.squares), "\(metric.name)")
      #expect(ours.count == fresh.count)
      #expect(agree(metric.compute(statistics), ours.mean), "\(metric.name)")
      checked += 1
    }
    #expect(checked >= 6)
  }

  /// −ln ½ and −ln ¼: mean 1.5 ln 2, standard error ½ ln 2.
  @Test func logLossIsItsMeanAndTwoStandardErrors() throws {
    let predictions = try Predictions(
      labels: ["a", "b"], truth: ["a", "a"], probabilities: [[0.5, 0.5], [0.25, 0.75]])
    let interval = try #require(predictions.evaluate().intervals["log_loss"])
    let unit = 0.693147180559945
    #expect(interval.method == .standardError && interval.count == 2)
    #expect(isNear(interval.high, 1.5 * unit + NormalDistribution.quantile975 * unit / 2))
    #expect(isNear(interval.low, 1.5 * unit - NormalDistribution.quantile975 * unit / 2))
  }
}
