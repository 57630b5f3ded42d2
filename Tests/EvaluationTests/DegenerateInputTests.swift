import Diagnostics
import Evaluation
import Testing

/// What is left of metrics where there is little to measure.
struct DegenerateInputTests {
  @Test(arguments: ClassificationTask.allCases)
  func withoutRowsEveryMetricIsUndefinedAndSaysSo(_ task: ClassificationTask) {
    let schema = PredictionSchema(
      task: task, labels: ["a", "b"], scoredLabelCount: 2, positive: task == .binary ? 1 : nil)
    for batches in [[], [PredictionBatch(count: 0)]] {
      let evaluation = Predictions(schema: schema, batches: batches).evaluate()
      #expect(!evaluation.metrics.isEmpty)
      #expect(evaluation.metrics.allSatisfy { $0.value == .undefined("there are no rows") })
      #expect(evaluation.perLabel.allSatisfy { $0.recall.reason != nil && $0.rocAUC.reason != nil })
      #expect(evaluation.diagnostics.isEmpty)
      #expect(evaluation.intervals.isEmpty)
      #expect(evaluation.errors().allSatisfy { $0.falsePositives.isEmpty })
      #expect(evaluation.mostConfidentErrors().isEmpty)
      #expect(evaluation.rankCurve(of: 0)?.thresholds.isEmpty == true)
      #expect(evaluation.metricsReport().contains("Accuracy: nan"))
    }
  }

  @Test(arguments: ClassificationTask.allCases)
  func whereAllWeightsAreZeroEveryMetricIsUndefinedAndSaysSo(_ task: ClassificationTask) {
    var random = RandomPredictions(task, rows: 6, isWeighted: true, seed: 1)
    for row in random.rows.indices { random.rows[row].weight = 0 }
    let evaluation = random.predictions().evaluate()
    #expect(evaluation.metrics.allSatisfy { $0.value == .undefined("all rows have a weight of 0") })
  }

  @Test(arguments: ClassificationTask.allCases)
  func oneRowGivesNumbersOrReasonsAndNeverNaN(_ task: ClassificationTask) {
    for isWeighted in [false, true] {
      let random = RandomPredictions(task, rows: 1, isWeighted: isWeighted, seed: 8)
      for result in random.predictions().evaluate().metrics {
        #expect(result.value.number?.isFinite ?? true, "\(result)")
      }
    }
  }

  @Test func oneLabelThroughoutLeavesAgreementUndefined() throws {
    let evaluation = try Predictions(labels: ["a", "b"], truth: ["a", "a"], predicted: ["a", "a"]).evaluate()
    #expect(evaluation["accuracy"] == .value(1))
    #expect(evaluation["balanced_accuracy"] == .value(1))
    #expect(evaluation["cohen_kappa"]?.reason == "all rows that count have one label, true and predicted")
    #expect(evaluation["matthews_corrcoef"]?.reason == "all rows that count have one and the same true label")
  }

  @Test func onePredictionThroughoutLeavesTheCorrelationUndefinedAndKappaZero() throws {
    let evaluation = try Predictions(labels: ["a", "b"], truth: ["a", "b"], predicted: ["a", "a"]).evaluate()
    #expect(
      evaluation["matthews_corrcoef"]?.reason
        == "one and the same label was predicted for all rows that count")
    #expect(evaluation["cohen_kappa"] == .value(0))
  }

  @Test func oneTrueLabelNeverPredictedHasAKappaOfZero() throws {
    let evaluation = try Predictions(labels: ["a", "b"], truth: ["a", "a"], predicted: ["b", "b"]).evaluate()
    #expect(evaluation["cohen_kappa"] == .value(0))
    #expect(evaluation["accuracy"] == .value(0))
  }

  @Test func labelsThatLookAlikeStayApart() throws {
    let evaluation = try Predictions(
      labels: ["caf\u{E9}", "cafe\u{301}"], truth: ["caf\u{E9}", "cafe\u{301}"],
      predicted: ["caf\u{E9}", "caf\u{E9}"]
    ).evaluate()
    #expect(evaluation["accuracy"] == .value(1 / 2))
  }

  @Test func weightsWithoutASumDoNotMakeNumbersOutOfNothing() throws {
    // Rounding of such weights must not make a label out of differences.
    let evaluation = try Predictions(
      labels: ["a", "b", "c"], truth: ["a", "a", "b"], predicted: ["a", "a", "b"], weights: [0.1, 0.2, 0.3]
    ).evaluate()
    #expect(evaluation.perLabel[2].f1.reason == "“c” is neither true nor predicted")
    #expect(evaluation.perLabel[0].precision == .value(1))
    #expect(evaluation["matthews_corrcoef"]?.number.map { isNear($0, 1) } == true)
  }
}
