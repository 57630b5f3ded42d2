import Diagnostics
import Evaluation
import Testing

/// Calibration errors by hand.
struct CalibrationErrorTests {
  private func evaluation(
    _ labels: [String], _ truth: [String], _ probabilities: [[Double]], predicted: [String]? = nil,
    weights: [Double] = []
  ) throws -> ClassificationEvaluation {
    try Predictions(
      labels: labels, truth: truth, predicted: predicted, probabilities: probabilities, weights: weights
    ).evaluate(EvaluationOptions(chance: .off))
  }

  @Test func confidenceIsHeldAgainstAccuracyBinByBin() throws {
    // Two rows in (11/15, 12/15], one of them right; one row in the last bin, right.
    let evaluation = try evaluation(
      ["a", "b"], ["a", "b", "b"], [[0.75, 0.25], [0.78125, 0.21875], [0.0625, 0.9375]])
    let first: Double = abs(1 - (0.75 + 0.78125))
    let sum: Double = first + 0.0625
    #expect(evaluation["expected_calibration_error"] == .value(sum / 3))
    #expect(evaluation["maximum_calibration_error"] == .value(first / 2))
  }

  @Test func itIsTheLargestProbabilityThatCountsAndNotThePrediction() throws {
    let evaluation = try evaluation(["a", "b"], ["a"], [[0.75, 0.25]], predicted: ["b"])
    #expect(evaluation["accuracy"] == .value(0))
    #expect(evaluation["expected_calibration_error"] == .value(0.25))
  }

  @Test func ofEqualProbabilitiesTheFirstIsTheLargest() throws {
    for (truth, error) in [("a", 0.5), ("b", 0.5), ("c", 0.5)] {
      let evaluation = try evaluation(["a", "b", "c"], [truth], [[0.5, 0.5, 0]])
      #expect(evaluation["expected_calibration_error"] == .value(error))
      #expect(evaluation.calibrationCurve()?.bins[7].observedShare == .value(truth == "a" ? 1 : 0))
    }
  }

  @Test func binsAreClosedOnTheRight() throws {
    for edge in 8..<15 {
      let p = Double(edge) / 15
      let evaluation = try evaluation(["a", "b"], ["a", "a"], [[p, 1 - p], [p.nextUp, 1 - p]])
      let bins = try #require(evaluation.calibrationCurve()).bins
      #expect(bins[edge - 1].count == 1 && bins[edge].count == 1, "\(edge)")
    }
  }

  @Test func probabilitiesOfZeroAndOneLieInTheFirstBinAndTheLast() throws {
    let evaluation = try evaluation(["a", "b"], ["a", "b"], [[1, 0], [1, 0]])
    #expect(evaluation["expected_calibration_error"] == .value(1 / 2))
    #expect(evaluation["expected_calibration_error_classwise"] == .value(1 / 2))
    let bins = try #require(evaluation.calibrationCurve(of: 1, bins: 15)).bins
    #expect(bins[0].count == 2 && bins[0].observedShare == .value(1 / 2))
    #expect(bins[0].meanProbability == .value(0))
  }

  @Test func classwiseIsTheMeanOverLabels() throws {
    let evaluation = try evaluation(
      ["a", "b", "c"], ["a", "b"], [[0.5, 0.25, 0.25], [0.25, 0.5, 0.25]])
    // a: 0.5 off by ½, 0.25 by ¼; b the same; c: 0.25 twice, never true.
    let mean: Double = (0.375 + 0.375 + 0.25) / 3
    #expect(agree(evaluation["expected_calibration_error_classwise"], mean))
  }

  @Test func rowsMayHaveSeveralLabels() throws {
    let evaluation = try Predictions(
      labels: ["x", "y"], truthSets: [["x"], ["x", "y"]], probabilities: [[1, 0.5], [0.75, 1]]
    ).evaluate()
    #expect(evaluation["expected_calibration_error_classwise"] == .value(0.1875))
    #expect(evaluation["expected_calibration_error"] == nil)
    #expect(evaluation.perLabel.map(\.brierScore.number) == [0.03125, 0.125])
  }

  @Test func weightsWeighRows() throws {
    let evaluation = try evaluation(
      ["a", "b"], ["a", "b"], [[0.75, 0.25], [0.75, 0.25]], weights: [3, 1])
    for name in [
      "expected_calibration_error", "expected_calibration_error_classwise", "maximum_calibration_error",
      "expected_calibration_error_equal_mass",
    ] { #expect(evaluation[name] == .value(0), "\(name)") }
  }

  @Test func equalMassBinsHoldAFifteenthOfTheRowsEach() throws {
    // 30 rows of two a bin; in each bin one is right and one is not.
    let rows = (0..<30).map { [0.5 + Double($0) / 64, 0.5 - Double($0) / 64] }
    let truth = (0..<30).map { $0 % 2 == 0 ? "a" : "b" }
    let evaluation = try evaluation(["a", "b"], truth, rows)
    let gaps = (0..<15).map { bin -> Double in
      let confidence = rows[2 * bin][0] + rows[2 * bin + 1][0]
      return abs(1 - confidence)
    }
    #expect(agree(evaluation["expected_calibration_error_equal_mass"], gaps.reduce(0, +) / 30))
  }

  @Test func equalProbabilitiesStayInOneBin() throws {
    let rows = [[Double]](repeating: [0.75, 0.25], count: 40)
    let truth = (0..<40).map { $0 < 30 ? "a" : "b" }
    let evaluation = try evaluation(["a", "b"], truth, rows)
    #expect(evaluation["expected_calibration_error_equal_mass"] == .value(0))
    #expect(evaluation["expected_calibration_error"] == .value(0))
  }

  @Test func oneRowDecidesAlone() throws {
    let evaluation = try evaluation(["a", "b"], ["b"], [[0.75, 0.25]])
    for name in [
      "expected_calibration_error", "expected_calibration_error_classwise", "maximum_calibration_error",
      "expected_calibration_error_equal_mass",
    ] { #expect(evaluation[name] == .value(0.75), "\(name)") }
  }

  @Test func sumsThatAreOffMakeThemUndefinedButNotTheScoresOfLabels() throws {
    let evaluation = try evaluation(["a", "b"], ["a"], [[0.75, 0.26]])
    for name in [
      "expected_calibration_error", "expected_calibration_error_classwise", "maximum_calibration_error",
      "expected_calibration_error_equal_mass", "d2_log_loss", "d2_brier_score",
    ] { #expect(evaluation[name]?.reason?.contains("do not sum to 1") == true, "\(name)") }
    #expect(evaluation.calibrationCurve() == nil)
    #expect(evaluation.calibrationCurve(of: 1) != nil)
    #expect(evaluation.perLabel[0].brierScore == .value(1 / 16))
  }

  @Test func theScoreOfALabelNeedsItsOwnProbabilitiesOnly() {
    let schema = PredictionSchema(task: .multiclass, labels: ["a", "b", "late"], scoredLabelCount: 2)
    let batch = PredictionBatch(
      count: 3, truth: [0, 1, 2], predicted: [0, 1, 1], probabilities: [0.75, 0.25, 0.25, 0.75, 0.5, 0.5])
    let evaluation = Predictions(schema: schema, batches: [batch]).evaluate()
    #expect(evaluation.perLabel[0].brierScore == .value(0.375 / 3))
    #expect(evaluation.perLabel[2].brierScore.reason == "“late” has no probability column")
    #expect(evaluation["expected_calibration_error"]?.reason == "“late” has no probability column")
    #expect(evaluation.calibrationCurve() == nil && evaluation.calibrationCurve(of: 2) == nil)
    #expect(evaluation.calibrationCurve(of: 1)?.bins.map(\.count).reduce(0, +) == 3)
    #expect(evaluation.statistics.calibration == nil)
  }

  @Test func theyHaveNoIntervalAndSayWhy() {
    let evaluation = RandomPredictions(.multiclass, seed: 2).predictions().evaluate()
    let reason = "calibration errors of finite samples are biased upwards"
    for metric in evaluation.metrics where metric.name.contains("calibration") {
      #expect(metric.interval == .undefined(reason), "\(metric.name)")
    }
  }
}
