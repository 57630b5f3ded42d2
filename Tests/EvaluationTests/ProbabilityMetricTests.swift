import Diagnostics
import Evaluation
import Foundation
import Testing

/// Metrics of probabilities by hand.
struct ProbabilityMetricTests {
  @Test func logLossIsTheMeanSurpriseAtTheTruth() throws {
    let evaluation = try Predictions(
      labels: ["a", "b"], truth: ["a", "b"], probabilities: [[0.5, 0.5], [0.75, 0.25]]
    ).evaluate()
    #expect(agree(evaluation["log_loss"], (log(2) + log(4)) / 2))
  }

  @Test func logLossOfCertaintyIsClipped() throws {
    let certain = try Predictions(
      labels: ["a", "b"], truth: ["a", "a"], probabilities: [[0, 1], [1, 0]]
    ).evaluate()
    #expect(agree(certain["log_loss"], (52 * log(2) - log(1 - 0x1p-52)) / 2))
    #expect(certain["roc_auc"]?.reason == "no row that counts is “b”")
  }

  @Test func theBrierScoreOfTwoLabelsIsThatOfThePositive() throws {
    let evaluation = try Predictions(
      labels: ["a", "b"], truth: ["a", "b"], probabilities: [[0.5, 0.5], [0.75, 0.25]]
    ).evaluate()
    #expect(evaluation["brier_score"] == .value((1.0 / 4 + 9.0 / 16) / 2))
  }

  @Test func theBrierScoreOfSeveralLabelsIsSummedOverThem() throws {
    let evaluation = try Predictions(
      labels: ["a", "b", "c"], truth: ["a", "b"], probabilities: [[0.5, 0.25, 0.25], [1, 0, 0]],
      weights: [3, 1]
    ).evaluate()
    let mean: Double = (3 * 6 / 16 + 2) / 4
    #expect(evaluation["brier_score"] == .value(mean))
  }

  @Test func thePositiveLabelCanBeChosen() throws {
    let predictions = try Predictions(
      labels: ["a", "b"], truth: ["a", "b", "b"], probabilities: [[0.5, 0.5], [0.75, 0.25], [0.5, 0.5]],
      positive: "a")
    let evaluation = predictions.evaluate()
    #expect(evaluation.schema.positive == 0)
    #expect(evaluation["average_precision"] == evaluation.perLabel[0].averagePrecision)
    #expect(evaluation["average_precision"] == .value(1 / 3))
  }

  @Test func whereALabelDoesNotOccurTheMacroAreaIsUndefinedAndTheWeightedOneSkipsIt() throws {
    let evaluation = try Predictions(
      labels: ["a", "b", "c"], truth: ["a", "b", "a"],
      probabilities: [[0.5, 0.25, 0.25], [0.25, 0.5, 0.25], [0.5, 0.5, 0]]
    ).evaluate()
    #expect(evaluation["roc_auc_ovr_macro"]?.reason == "no row that counts is “c”")
    let weighted: Double = (2 * 1 + 3 / 4) / 3
    #expect(evaluation["roc_auc_ovr_weighted"] == .value(weighted))
    #expect(evaluation["average_precision_macro"] == .value(1.5 / 3))
  }

  @Test func rowsThatDoNotSumToOneMakeTheMetricsOfDistributionsUndefined() throws {
    let evaluation = try Predictions(
      labels: ["a", "b", "c"], truth: ["a", "b", "c"],
      probabilities: [[0.5, 0.25, 0.25], [0.25, 0.5, 0.26], [0.2, 0.3, 0.5]]
    ).evaluate()
    let reason = "the probabilities of 1 row do not sum to 1, first of row 1"
    for name in [
      "log_loss", "brier_score", "roc_auc_ovr_macro", "roc_auc_ovr_weighted", "average_precision_macro",
    ] {
      #expect(evaluation[name]?.reason == reason, "\(name)")
    }
    #expect(evaluation["accuracy"] == .value(1))
    #expect(evaluation.perLabel[0].rocAUC == .value(1))
  }

  @Test func aSumThatIsOffByRoundingIsADistribution() throws {
    let evaluation = try Predictions(
      labels: ["a", "b", "c"], truth: ["a"], probabilities: [[0.333, 0.333, 0.3331]]
    ).evaluate()
    #expect(evaluation["log_loss"]?.number != nil)
  }

  @Test func aLabelWithoutProbabilitiesMakesTheMetricsOfAllLabelsUndefined() {
    let schema = PredictionSchema(task: .multiclass, labels: ["a", "b", "late"], scoredLabelCount: 2)
    let batch = PredictionBatch(
      count: 3, truth: [0, 1, 2], predicted: [0, 1, 1], probabilities: [0.75, 0.25, 0.25, 0.75, 0.5, 0.5])
    let evaluation = Predictions(schema: schema, batches: [batch]).evaluate()
    #expect(evaluation["log_loss"]?.reason == "“late” has no probability column")
    #expect(evaluation["roc_auc_ovr_weighted"]?.reason == "“late” has no probability column")
    #expect(evaluation.perLabel[0].rocAUC == .value(1))
    #expect(evaluation.perLabel[2].rocAUC.reason == "“late” has no probability column")
    #expect(evaluation["accuracy"] == .value(2 / 3))
  }

  @Test func withoutProbabilitiesTheirMetricsAreNotThere() throws {
    let evaluation = try Predictions(labels: ["a", "b"], truth: ["a"], predicted: ["a"]).evaluate()
    for name in ["log_loss", "brier_score", "roc_auc", "average_precision"] {
      #expect(evaluation[name] == nil)
    }
    #expect(evaluation.perLabel[0].averagePrecision.reason == "there are no probabilities")
  }
}
