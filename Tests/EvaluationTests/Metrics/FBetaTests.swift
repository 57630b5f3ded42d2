import Evaluation
import Testing

struct FBetaTests {
  /// Of “a”: 2 right, 1 predicted only, 1 true only; of “b”: 1 right, 1 and 1.
  private func evaluation(_ metrics: [ClassificationMetric]) throws -> ClassificationEvaluation {
    try Predictions(
      labels: ["a", "b"], truth: ["a", "a", "a", "b", "b"], predicted: ["a", "a", "b", "a", "b"]
    ).evaluate(EvaluationOptions(metrics: MetricRegistry(metrics), chance: .off))
  }

  @Test func recallWeighsBetaSquaredTimesAsMuch() throws {
    let evaluation = try evaluation([.fBetaMacro(2), .fBetaMicro(2), .fBetaWeighted(2)])
    let one: Double = 10 / (10 + 4 + 1)
    let other: Double = 5 / (5 + 4 + 1)
    #expect(agree(evaluation["f2_macro"], (one + other) / 2))
    #expect(agree(evaluation["f2_micro"], 3 / 5))
    #expect(agree(evaluation["f2_weighted"], (3 * one + 2 * other) / 5))
  }

  @Test func ofBetaOneItIsF1() throws {
    let evaluation = try evaluation([.fBetaMacro(1)])
    let mean: Double = (4.0 / 6 + 2.0 / 4) / 2
    #expect(evaluation["f1_macro"] == .value(mean))
  }

  @Test func namesAndSourcesSayWhichBeta() {
    #expect(ClassificationMetric.fBetaMacro(0.5).name == "f0.5_macro")
    #expect(
      ClassificationMetric.fBetaMacro(0.5).source == "scikit-learn fbeta_score, beta=0.5, average='macro'")
    #expect(ClassificationMetric.fBetaMicro(3).name == "f3_micro")
  }
}
