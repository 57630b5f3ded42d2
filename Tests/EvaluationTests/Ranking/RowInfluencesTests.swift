import Diagnostics
import Testing

@testable import Evaluation

struct RowInfluencesTests {
  private func variances(_ predictions: Predictions) throws -> [Double] {
    let supports = predictions.supports
    let ranker = LabelRanker(predictions, supports: supports, averages: true)
    return try ranker.finish(ranker.rankings(of: Array(supports.indices))).variances(predictions)
  }

  @Test(arguments: [ClassificationTask.multiclass, .multilabel])
  func repeatingAllRowsChangesNothingButTheirNumber(_ task: ClassificationTask) throws {
    let random = RandomPredictions(task, rows: 90, seed: 11)
    var repeated = random
    // Enough rows for more than one block of them.
    let times = 400
    repeated.rows = random.rows.flatMap { [RandomPredictions.Row](repeating: $0, count: times) }
    let few = try variances(random.predictions())
    let many = try variances(repeated.predictions())
    #expect(few.count == (task == .multiclass ? 6 : 4))
    for (one, other) in zip(few, many) {
      // Σ ψ² / n (n − 1) has as many times the sum, of the same influences.
      let expected = one * 89 / Double(90 * times - 1)
      #expect(abs(other / expected - 1) < 1e-5)
    }
  }

  @Test func aClassifierDoesNotDifferFromItself() throws {
    let predictions = RandomPredictions(.multiclass, seed: 12).predictions()
    let difference = try #require(
      RankingDifferences(candidate: predictions, baseline: predictions)["roc_auc_ovr_macro"])
    #expect(difference.value == .value(0))
    #expect(difference.pValue == .value(1))
    #expect(difference.interval.reason != nil)
    let binary = RandomPredictions(.binary, seed: 12).predictions()
    let same = RankingDifferences(candidate: binary, baseline: binary)
    #expect(same["roc_auc"]?.z == .value(0))
    #expect(same["average_precision"]?.value == .value(0))
    #expect(same["accuracy"] == nil)
  }

  @Test func weightedRowsAreNotCompared() throws {
    for task in ClassificationTask.allCases {
      let predictions = RandomPredictions(task, isWeighted: true, seed: 13).predictions()
      let name = task == .binary ? "roc_auc" : "average_precision_macro"
      let difference = try #require(
        RankingDifferences(candidate: predictions, baseline: predictions)[name])
      #expect(difference.interval.reason == "rows have weights")
    }
  }

  @Test func withOneRowOfALabelDifferencesHaveNoInterval() throws {
    let predictions = try Predictions(
      labels: ["no", "yes"], truth: ["yes", "no", "no"],
      probabilities: [[0.4, 0.6], [0.3, 0.7], [0.9, 0.1]])
    let other = try Predictions(
      labels: ["no", "yes"], truth: ["yes", "no", "no"],
      probabilities: [[0.1, 0.9], [0.3, 0.7], [0.9, 0.1]])
    let differences = RankingDifferences(candidate: other, baseline: predictions)
    #expect(differences["roc_auc"]?.value == .value(0.5))
    #expect(differences["roc_auc"]?.pValue.reason == "fewer than two rows with or without the label")
  }
}
