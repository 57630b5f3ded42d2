import TestSupport
import Testing

@testable import Evaluation

struct LabelRankingTests {
  private func evaluation(
    _ truth: [[String]], _ probabilities: [[Double]], weights: [Double] = []
  ) throws -> ClassificationEvaluation {
    try Predictions(
      labels: ["x", "y", "z"], truthSets: truth, probabilities: probabilities, weights: weights
    ).evaluate(EvaluationOptions(chance: .off))
  }

  @Test func theExampleOfScikitLearn() throws {
    let evaluation = try evaluation([["x"], ["z"]], [[0.75, 0.5, 1], [1, 0.2, 0.1]])
    #expect(agree(evaluation["label_ranking_average_precision"], 5.0 / 12))
    #expect(evaluation["coverage_error"] == .value(2.5))
    #expect(evaluation["label_ranking_loss"] == .value(0.75))
  }

  @Test func equalProbabilitiesCountAgainstTheRow() throws {
    let evaluation = try evaluation([["x", "y"]], [[0.5, 0.25, 0.5]])
    // Of x: 1 of the 2 labels scored at least as high is true; of y: 2 of 3.
    #expect(agree(evaluation["label_ranking_average_precision"], 7.0 / 12))
    #expect(evaluation["coverage_error"] == .value(3))
    #expect(evaluation["label_ranking_loss"] == .value(1))
  }

  @Test func allTiedIsTheWorstThereIs() throws {
    let evaluation = try evaluation([["x"], ["x", "z"]], [[0.5, 0.5, 0.5], [0, 0, 0]])
    #expect(agree(evaluation["label_ranking_average_precision"], 1.0 / 2))
    #expect(evaluation["coverage_error"] == .value(3))
    #expect(evaluation["label_ranking_loss"] == .value(1))
  }

  @Test func rowsWithNoLabelOrAllOfThemRankWell() throws {
    let none = try evaluation([[]], [[0.1, 0.2, 0.3]])
    #expect(none["label_ranking_average_precision"] == .value(1))
    #expect(none["coverage_error"] == .value(0))
    #expect(none["label_ranking_loss"] == .value(0))
    let all = try evaluation([["x", "y", "z"]], [[0.1, 0.2, 0.3]])
    #expect(all["label_ranking_average_precision"] == .value(1))
    #expect(all["coverage_error"] == .value(3))
    #expect(all["label_ranking_loss"] == .value(0))
  }

  @Test func weightsWeighRows() throws {
    let evaluation = try evaluation([["x"], []], [[0.25, 0.5, 0], [0, 0, 0]], weights: [3, 1])
    #expect(agree(evaluation["label_ranking_average_precision"], 2.5 / 4))
    #expect(evaluation["coverage_error"] == .value(6 / 4))
    #expect(evaluation["label_ranking_loss"] == .value(1.5 / 4))
  }

  @Test func theirIntervalsAreThoseOfMeans() throws {
    let evaluation = RandomPredictions(.multilabel, seed: 3).predictions().evaluate()
    for name in ["label_ranking_average_precision", "coverage_error", "label_ranking_loss"] {
      let interval = try #require(evaluation.intervals[name])
      #expect(interval.method == .standardError && interval.count == 60)
      let value = try #require(evaluation[name]?.number)
      #expect(interval.low < value && value < interval.high)
    }
  }

  /// Many true labels take another way than few do.
  @Test func manyTrueLabelsAreRankedLikeFew() {
    var generator = SeededGenerator(seed: 8)
    for trueCount in [1, 5, 11, 12, 13, 25, 39, 40] {
      let truths = Array((0..<40).shuffled(using: &generator).prefix(trueCount))
      let scores = (0..<40).map { _ in Double(Int.random(in: 0...15, using: &generator)) / 15 }
      var sets = [UInt8](repeating: 0, count: 40)
      for label in truths { sets[label] = 1 }
      let batch = PredictionBatch(count: 1, truthSets: sets, predictedSets: sets, probabilities: scores)
      let order = TrueLabelOrder(of: 0, in: batch, labelCount: 40)
      var shares = 0.0
      var wrong = 0
      var depth = 0
      for label in truths {
        let above = scores.indices.filter { scores[$0] >= scores[label] }
        let trueAbove = above.count { truths.contains($0) }
        shares += Double(trueAbove) / Double(above.count)
        wrong += above.count - trueAbove
        depth = max(depth, above.count)
      }
      #expect(isNear(order.averagePrecision, trueCount == 40 ? 1 : shares / Double(trueCount)))
      #expect(
        order.loss == (trueCount == 40 ? 0 : Double(wrong) / Double(trueCount * (40 - trueCount))))
      #expect(order.coverage == depth)
    }
  }
}
