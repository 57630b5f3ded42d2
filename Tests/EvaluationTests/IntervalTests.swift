import Evaluation
import Testing

struct IntervalTests {
  @Test func aHandWorkedProportionHasTheScoreInterval() throws {
    // Newcombe 1998 gives 0.490 to 0.943 for 8 of 10.
    let interval = try #require(Interval.wilson(successes: 8, trials: 10))
    #expect(abs(interval.low - 0.4901625) < 1e-6)
    #expect(abs(interval.high - 0.9433178) < 1e-6)
    #expect(interval.method == .wilson)
  }

  @Test func endsStayWithinZeroAndOneAndHoldTheProportion() throws {
    for trials in [1.0, 2, 5, 100, 1e9] {
      for successes in [0, 1, trials / 2, trials - 1, trials] {
        let interval = try #require(Interval.wilson(successes: successes, trials: trials))
        #expect(0 <= interval.low && interval.low <= successes / trials)
        #expect(successes / trials <= interval.high && interval.high <= 1)
      }
    }
  }

  @Test func withoutTrialsThereIsNone() {
    #expect(Interval.wilson(successes: 0, trials: 0) == nil)
  }

  @Test func unweightedProportionsHaveOneAndWeightedOnesNone() throws {
    let labels = ["a", "b", "c"]
    let plain = try Predictions(labels: labels, truth: ["a", "b", "b"], predicted: ["a", "b", "a"]).evaluate()
    #expect(plain.intervals["accuracy"] == .wilson(successes: 2, trials: 3))
    #expect(plain.perLabel[0].precisionInterval == .wilson(successes: 1, trials: 2))
    #expect(plain.perLabel[1].recallInterval == .wilson(successes: 1, trials: 2))
    #expect(plain.perLabel[2].recallInterval == nil)
    let weighted = try Predictions(
      labels: labels, truth: ["a"], predicted: ["a"], weights: [2]
    ).evaluate()
    #expect(weighted.intervals.isEmpty)
    #expect(weighted.metrics[0].interval.reason == "one row does not tell how much rows vary")
    #expect(weighted.perLabel[0].recallInterval == nil)
  }

  /// tp 3, fp 1, fn 2: the Jaccard index is 3 of 6, F1 2/3; specificity is 4 of 5.
  @Test func f1AndSpecificityOfALabelRestOnProportions() throws {
    let predictions = try Predictions(
      labels: ["a", "b"],
      truth: ["a", "a", "a", "a", "a", "b", "b", "b", "b", "b"],
      predicted: ["a", "a", "a", "b", "b", "a", "b", "b", "b", "b"])
    let label = predictions.evaluate().perLabel[0]
    let jaccard = try #require(Interval.wilson(successes: 3, trials: 6))
    let f1 = try #require(label.f1Interval)
    #expect(f1.low == 2 * jaccard.low / (1 + jaccard.low) && f1.high == 2 * jaccard.high / (1 + jaccard.high))
    #expect(f1.count == 6 && f1.method == .wilson)
    #expect(label.specificityInterval == .wilson(successes: 4, trials: 5))
  }
}
