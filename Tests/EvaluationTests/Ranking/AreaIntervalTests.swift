import Foundation
import Testing

@testable import Evaluation

struct AreaIntervalTests {
  private func evaluation(_ truth: [Bool], _ scores: [Double], weights: [Double] = []) throws
    -> ClassificationEvaluation
  {
    try Predictions(
      labels: ["no", "yes"], truth: truth.map { $0 ? "yes" : "no" },
      probabilities: scores.map { [1 - $0, $0] }, weights: weights
    ).evaluate()
  }

  private func interval(_ evaluation: ClassificationEvaluation, _ name: String) -> IntervalResult? {
    evaluation.metrics.first { $0.name == name }?.interval
  }

  @Test func theExamplesOfTheDocument() throws {
    let usual = try #require(
      AreaInterval.logit(0.9, variance: 0.0025, method: .delong, count: 60, trials: 20).interval)
    #expect(abs(usual.low - 0.7518) < 1e-4)
    #expect(abs(usual.high - 0.9640) < 1e-4)
    #expect(usual.method == .delong && usual.count == 60)
    let perfect = try #require(
      AreaInterval.logit(1, variance: 0, method: .delong, count: 60, trials: 20).interval)
    #expect(abs(perfect.low - 0.8316) < 1e-4)
    #expect(perfect.high == 1 && perfect.method == .exactBound)
    let none = try #require(
      AreaInterval.logit(0, variance: 0, method: .delong, count: 60, trials: 20).interval)
    #expect(none.low == 0 && abs(none.high - 0.1684) < 1e-4)
  }

  @Test func theVarianceOfAHandWorkedRanking() throws {
    // From the top: yes, no, yes, no. Placements: 1 and 1/2 of the rows with the label, 1/2 and 1 of the others.
    let result = try evaluation([true, false, true, false], [0.9, 0.8, 0.7, 0.1])
    let ranking = result.statistics.rankings[1]
    #expect(ranking.rocAUCVariance == 1.0 / 16 + 1.0 / 16)
    // P = 1, 1/2, 2/3, 1/2 and T = 5/6; c₁ = 1 + 1/3, 1/3, 1/3, 0; c₂ = 1 + 2/9, 2/9, 2/9, 0.
    let influences = [1 - 5.0 / 6 + 1 / 9.0, -2.0 / 9, 2 / 3.0 - 5.0 / 6 + 1 / 9.0, 0].map { 2 * $0 }
    let variance = influences.reduce(0) { $0 + $1 * $1 } / 12
    #expect(isNear(try #require(ranking.averagePrecisionVariance), variance))
    let area = try #require(interval(result, "roc_auc")?.interval)
    let half = 1.959963984540054 * (1.0 / 8).squareRoot() / (3.0 / 16)
    #expect(isNear(area.low, 1 / (1 + exp(half) / 3)))
    #expect(area.method == .delong && area.count == 4)
    let precision = try #require(interval(result, "average_precision")?.interval)
    #expect(precision.method == .averagePrecision && precision.count == 2)
  }

  @Test func aPerfectRankingHasAnHonestInterval() throws {
    let result = try evaluation([true, true, false, false, false], [0.9, 0.8, 0.7, 0.1, 0])
    for name in ["roc_auc", "average_precision"] {
      let found = try #require(interval(result, name)?.interval)
      #expect(found.high == 1)
      #expect(isNear(found.low, 0.025.squareRoot()))
      #expect(found.method == .exactBound)
    }
    let reversed = try evaluation([false, false, true, true], [0.9, 0.8, 0.7, 0.1])
    #expect(interval(reversed, "roc_auc")?.interval?.low == 0)
  }

  @Test func whereNothingVariesThereIsNoneAndItSaysSo() throws {
    let tied = try evaluation([true, true, false, false], [0.5, 0.5, 0.5, 0.5])
    #expect(
      interval(tied, "roc_auc")?.reason
        == "all rows have the same influence on it, which does not show how far chance reaches")
    let lonely = try evaluation([true, false, false], [0.5, 0.6, 0.1])
    #expect(interval(lonely, "roc_auc")?.reason == "fewer than two rows that count are “yes”")
    let crowded = try evaluation([true, true, false], [0.5, 0.6, 0.1])
    #expect(interval(crowded, "average_precision")?.reason == "fewer than two rows that count are not “yes”")
    let same = try evaluation([true, true], [0.5, 0.6])
    #expect(interval(same, "roc_auc")?.reason == "every row that counts is “yes”")
    #expect(same.statistics.rankings[1].averagePrecisionInterval.reason == "every row that counts is “yes”")
  }

  @Test func averagesOfRareLabelsHaveNone() throws {
    let result = try Predictions(
      labels: ["a", "b", "c"], truth: ["a", "a", "b", "b", "c"],
      probabilities: [
        [0.6, 0.3, 0.1], [0.3, 0.6, 0.1], [0.2, 0.7, 0.1], [0.5, 0.3, 0.2], [0.2, 0.2, 0.6],
      ]
    ).evaluate()
    for name in ["roc_auc_ovr_macro", "roc_auc_ovo_weighted", "average_precision_macro"] {
      #expect(interval(result, name)?.reason == "fewer than two rows that count are “c”", "\(name)")
    }
  }

  @Test(arguments: [ClassificationTask.multiclass, .multilabel])
  func averagesLieWithinTheirIntervals(_ task: ClassificationTask) throws {
    let evaluation = RandomPredictions(task, rows: 80, seed: 6).predictions().evaluate()
    let names =
      task == .multilabel
      ? ["roc_auc_macro", "roc_auc_weighted"]
      : ["roc_auc_ovr_macro", "roc_auc_ovr_weighted", "roc_auc_ovo_macro", "roc_auc_ovo_weighted"]
    for name in names + ["average_precision_macro", "average_precision_weighted"] {
      let value = try #require(evaluation[name]?.number)
      let found = try #require(interval(evaluation, name)?.interval, "\(name)")
      #expect(found.method == .influence && found.count == 80)
      #expect(0 < found.low && found.low < value && value < found.high && found.high < 1)
    }
  }

  @Test func theMeanOfOneKindOfLabelsIsAsSureAsTheLabel() throws {
    // Both labels say the same of the same rows: their mean varies as each of them does.
    var random = RandomPredictions(.multilabel, rows: 200, seed: 2)
    random.schema.labels = Array(random.schema.labels.prefix(2))
    random.schema.scoredLabelCount = 2
    for row in random.rows.indices {
      let isTrue = random.rows[row].truth.contains(0)
      random.rows[row].truth = isTrue ? [0, 1] : []
      random.rows[row].predicted = []
      let score = random.rows[row].probabilities[0]
      random.rows[row].probabilities = [score, score]
    }
    let statistics = random.predictions().evaluate().statistics
    let mean = try #require(statistics.rankingIntervals[.area].interval)
    let one = try #require(statistics.rankings[0].rocAUCInterval.interval)
    #expect(abs((mean.high - mean.low) / (one.high - one.low) - 1) < 0.01)
  }
}
