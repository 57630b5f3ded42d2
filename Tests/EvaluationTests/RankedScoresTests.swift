import Evaluation
import TestSupport
import Testing

struct RankedScoresTests {
  /// Predictions of “yes” with these scores.
  private func evaluation(
    _ truth: [Bool], _ scores: [Double], weights: [Double] = []
  ) throws -> ClassificationEvaluation {
    try Predictions(
      labels: ["no", "yes"], truth: truth.map { $0 ? "yes" : "no" },
      probabilities: scores.map { [1 - $0, $0] }, weights: weights
    ).evaluate()
  }

  @Test func areasOfAHandWorkedRanking() throws {
    // From the top: yes, no, yes, no. Of four pairs three are won.
    let result = try evaluation([true, false, true, false], [0.9, 0.8, 0.7, 0.1])
    #expect(result["roc_auc"] == .value(3 / 4))
    let mean: Double = (1 + 2.0 / 3) / 2
    #expect(result["average_precision"] == .value(mean))
  }

  @Test func tiedScoresCountHalfAndShareTheirPrecision() throws {
    // The tie of yes and no at 0.5 is half a win: 2.5 of 4 pairs... of yes 0.9 two, of yes 0.5 one half.
    let result = try evaluation([true, true, false, false], [0.9, 0.5, 0.5, 0.7])
    #expect(result["roc_auc"] == .value(2.5 / 4))
    let mean: Double = (1 + 2.0 / 4) / 2
    #expect(result["average_precision"] == .value(mean))
  }

  @Test func whereAllScoresAreTiedTheAreaIsOneHalfAndThePrecisionTheShareOfPositives() throws {
    let result = try evaluation([true, false, false, true, false], [0.3, 0.3, 0.3, 0.3, 0.3])
    #expect(result["roc_auc"] == .value(1 / 2))
    #expect(result["average_precision"] == .value(2 / 5))
  }

  @Test func aPerfectRankingIsOneAndAReversedOneNought() throws {
    #expect(try evaluation([true, false], [1, 0])["roc_auc"] == .value(1))
    #expect(try evaluation([true, false], [0, 1])["roc_auc"] == .value(0))
    #expect(try evaluation([true, false], [0, 1])["average_precision"] == .value(1 / 2))
  }

  @Test func aNegativeZeroIsTiedWithZero() throws {
    let predictions = try Predictions(
      labels: ["no", "yes"], truth: ["yes", "no"], probabilities: [[1, -0.0], [1, 0]])
    #expect(predictions.evaluate()["roc_auc"] == .value(1 / 2))
  }

  @Test func rowsOfWeightZeroAreAsIfTheyWereNotThere() throws {
    let result = try evaluation([true, false, true, false], [0.9, 0.8, 0.1, 0.2], weights: [1, 1, 0, 2])
    #expect(result["roc_auc"] == .value(1))
    let undefined = try evaluation([true, false], [0.9, 0.8], weights: [0, 1])
    #expect(undefined["roc_auc"]?.reason == "no row that counts is “yes”")
    #expect(undefined["average_precision"]?.reason == "no row that counts is “yes”")
  }

  @Test func withoutPositivesOrNegativesTheAreaIsUndefined() throws {
    #expect(try evaluation([false, false], [0.9, 0.8])["roc_auc"]?.reason == "no row that counts is “yes”")
    let all = try evaluation([true, true], [0.9, 0.8])
    #expect(all["roc_auc"]?.reason == "every row that counts is “yes”")
    #expect(all["average_precision"] == .value(1))
  }

  @Test(arguments: [false, true])
  func manyRowsAgreeWithCountingAllPairs(_ isWeighted: Bool) throws {
    var generator = SeededGenerator(seed: 9)
    let truth = (0..<2_000).map { _ in Bool.random(using: &generator) }
    let scores = truth.map { Double(Int.random(in: 0...($0 ? 60 : 50), using: &generator)) / 64 }
    let weights = truth.map { _ in isWeighted ? Double(Int.random(in: 0...3, using: &generator)) : 1 }
    var won = 0.0
    var pairs = 0.0
    for yes in truth.indices where truth[yes] {
      for no in truth.indices where !truth[no] {
        let weight = weights[yes] * weights[no]
        pairs += weight
        won += scores[yes] > scores[no] ? weight : scores[yes] == scores[no] ? weight / 2 : 0
      }
    }
    let result = try evaluation(truth, scores, weights: isWeighted ? weights : [])
    #expect(agree(result["roc_auc"], won / pairs))
  }
}
