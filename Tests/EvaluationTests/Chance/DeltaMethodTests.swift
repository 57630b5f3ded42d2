import Foundation
import TestSupport
import Testing

@testable import Evaluation

struct DeltaMethodTests {
  /// Place 0.8 with a standard error of 0.1: logit 1.3863 ± 1.95996 · 0.1 / 0.16.
  @Test func aHandWorkedIntervalOnTheLogitScale() throws {
    let interval = try #require(DeltaMethod.result(0.8, variance: 0.01, range: 0...1, count: 7).interval)
    #expect(abs(interval.low - 0.5402419870) < 1e-9)
    #expect(abs(interval.high - 0.9315835031) < 1e-9)
    #expect(interval.method == .delta && interval.count == 7)
    // From −1 to 1 everything is twice as wide.
    let wide = try #require(DeltaMethod.result(0.6, variance: 0.04, range: -1...1, count: 7).interval)
    #expect(isNear(wide.low, 2 * interval.low - 1) && isNear(wide.high, 2 * interval.high - 1))
  }

  @Test func anEndlessRangeIsCutWhereItEnds() throws {
    let interval = try #require(
      DeltaMethod.result(0.9, variance: 0.01, range: -Double.infinity...1, count: 7).interval)
    #expect(isNear(interval.low, 0.9 - 0.1 * NormalDistribution.quantile975) && interval.high == 1)
  }

  @Test func withoutVarianceOrAtTheEndOfTheRangeThereIsNone() {
    #expect(DeltaMethod.result(0.5, variance: 0, range: 0...1, count: 7).reason != nil)
    #expect(DeltaMethod.result(1, variance: 0.1, range: 0...1, count: 7).reason != nil)
  }

  /// The variance of a share of right rows is p (1 − p) / n, whatever way it is found.
  @Test func theVarianceOfMicroF1IsThatOfAProportion() {
    let statistics = RandomPredictions(.multiclass, rows: 60, seed: 2).predictions()
      .evaluate(.withoutIntervals).statistics
    guard let confusion = statistics.confusion else { return }
    let cells = CountCells(confusion)
    let moments = InfluenceMoments(
      influences: cells.influences(LabelMeasure.f1.microGradient(statistics)), counts: cells.counts)
    let share = statistics.correctWeight / 60
    #expect(isNear(moments.variance, share * (1 - share) / 60))
    // The skewness of such a mean, (1 − 2 p) / √(n p (1 − p)), divided by six.
    #expect(isNear(moments.acceleration, (1 - 2 * share) / (60 * share * (1 - share)).squareRoot() / 6))
  }

  /// Without resamples functions of counts take the delta method; both agree where rows are many.
  @Test(arguments: ClassificationTask.allCases)
  func itAgreesWithTheBootstrap(_ task: ClassificationTask) throws {
    let predictions = RandomPredictions(task, rows: 3000, seed: 8).predictions()
    let metrics = MetricRegistry([.f1Macro, .f1Weighted, .precisionMacro, .matthewsCorrcoef, .cohenKappa])
    let delta = predictions.evaluate(EvaluationOptions(metrics: metrics, chance: ChanceOptions(resamples: 0)))
    let drawn = predictions.evaluate(EvaluationOptions(metrics: metrics))
    for (one, other) in zip(delta.metrics, drawn.metrics) {
      let first = try #require(one.interval.interval)
      let second = try #require(other.interval.interval)
      #expect(first.method == .delta && second.method == .bootstrap)
      let widths = (first.high - first.low, second.high - second.low)
      #expect(abs(widths.0 / widths.1 - 1) < 0.08, "\(one.name) \(widths)")
      #expect(abs(first.low - second.low) < 0.12 * widths.1, "\(one.name)")
    }
  }
}
