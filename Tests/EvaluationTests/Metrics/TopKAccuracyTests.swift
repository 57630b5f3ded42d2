import Diagnostics
import Evaluation
import Testing

struct TopKAccuracyTests {
  private func accuracy(
    _ count: Int, _ labels: [String], _ truth: [String], _ probabilities: [[Double]], weights: [Double] = []
  ) throws -> MetricValue? {
    try Predictions(labels: labels, truth: truth, probabilities: probabilities, weights: weights)
      .evaluate(EvaluationOptions(metrics: MetricRegistry([.topKAccuracy(count)]), chance: .off))[
        "top_\(count)_accuracy"]
  }

  @Test func theTrueLabelHasToBeAmongTheLargest() throws {
    let rows = [[0.5, 0.25, 0.125, 0.125], [0.0625, 0.5, 0.3125, 0.125], [0.5, 0.25, 0.1875, 0.0625]]
    let truth = ["b", "a", "d"]
    #expect(try accuracy(1, ["a", "b", "c", "d"], truth, rows) == .value(0))
    #expect(try accuracy(2, ["a", "b", "c", "d"], truth, rows) == .value(1 / 3))
    #expect(try accuracy(3, ["a", "b", "c", "d"], truth, rows) == .value(1 / 3))
    #expect(try accuracy(3, ["a", "b", "c", "d"], truth, rows, weights: [1, 0.5, 0.5]) == .value(1 / 2))
  }

  @Test func amongEqualOnesTheLaterLabelWinsHoweverColumnsStand() throws {
    // Sorted by their bytes the labels are a, b, c, and c comes first.
    for labels in [["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]] {
      let rows = [[Double]](repeating: [1.0 / 3, 1.0 / 3, 1.0 / 3], count: 3)
      #expect(try accuracy(1, labels, ["c", "c", "a"], rows) == .value(2 / 3))
      #expect(try accuracy(2, labels, ["c", "b", "a"], rows) == .value(2 / 3))
    }
  }

  @Test func labelsThatAreNumbersAreSortedAsNumbers() throws {
    let rows = [[Double]](repeating: [1.0 / 3, 1.0 / 3, 1.0 / 3], count: 2)
    #expect(try accuracy(1, ["9", "10", "2"], ["10", "9"], rows) == .value(1 / 2))
    #expect(try accuracy(2, ["9", "10", "2"], ["10", "9"], rows) == .value(1))
    // One label that is no number makes all of them texts.
    #expect(try accuracy(1, ["9", "10", "x"], ["x", "9"], rows) == .value(1 / 2))
    #expect(try accuracy(2, ["9", "10", "x"], ["10", "9"], rows) == .value(1 / 2))
  }

  @Test func thereHaveToBeMoreLabelsThanAreLookedAt() throws {
    let three = try Predictions(
      labels: ["a", "b", "c"], truth: ["a"], probabilities: [[0.5, 0.25, 0.25]]
    ).evaluate()
    #expect(three["top_3_accuracy"] == nil && three["top_5_accuracy"] == nil)
    #expect(try accuracy(2, ["a", "b", "c"], ["a"], [[0.5, 0.25, 0.25]]) == .value(1))
    #expect(try accuracy(1, ["a", "b"], ["a"], [[0.5, 0.5]]) == nil)
  }

  @Test func anyNumberOfLabelsMayBeLookedAt() throws {
    let labels = (0..<30).map { "\($0)" }
    let row = (0..<30).map { Double($0) / 435 }
    #expect(try accuracy(25, labels, ["5", "4"], [row, row]) == .value(1 / 2))
    let options = EvaluationOptions(metrics: .standard.setting(.topKAccuracy(10)), chance: .off)
    let evaluation = try Predictions(labels: labels, truth: ["20"], probabilities: [row]).evaluate(options)
    #expect(evaluation["top_10_accuracy"] == .value(1))
    #expect(evaluation.statistics.truthRanks.weights[9] == 1)
  }

  @Test func itsIntervalIsThatOfAProportion() throws {
    let predictions = RandomPredictions(.multiclass, rows: 40, seed: 5).predictions()
    let evaluation = predictions.evaluate()
    let value = try #require(evaluation["top_3_accuracy"]?.number)
    #expect(evaluation.intervals["top_3_accuracy"] == .wilson(successes: value * 40, trials: 40))
  }

  @Test(arguments: try ProbabilityGoldens.load().topK)
  func tiesAgreeWithScikitLearn(_ golden: ProbabilityGoldens.TopK) throws {
    for (index, theirs) in golden.accuracies.enumerated() {
      let ours = try accuracy(index + 1, golden.labels, golden.truth, golden.probabilities)
      #expect(agree(ours, theirs), "\(golden.name), k = \(index + 1): \(String(describing: ours))")
    }
  }
}
