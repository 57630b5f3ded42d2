import Diagnostics
import Evaluation
import Testing

struct CalibrationCurveTests {
  /// The points of the bins that have rows.
  private func points(_ curve: CalibrationCurve?) -> [[Double]] {
    (curve?.bins ?? []).filter { $0.count > 0 }.compactMap {
      guard let share = $0.observedShare.number, let mean = $0.meanProbability.number else { return nil }
      return [share, mean]
    }
  }

  private func predictions(_ truth: [Bool], _ scores: [Double], weights: [Double] = []) -> Predictions {
    let schema = PredictionSchema(
      task: .binary, labels: ["no", "yes"], scoredLabelCount: 2, positive: 1, hasWeights: !weights.isEmpty)
    let batch = PredictionBatch(
      count: truth.count, truth: truth.map { $0 ? 1 : 0 }, predicted: truth.map { _ in 0 },
      probabilities: scores.flatMap { [1 - $0, $0] }, weights: weights)
    return Predictions(schema: schema, batches: [batch])
  }

  @Test(arguments: try ProbabilityGoldens.load().curves)
  func curvesAgreeWithScikitLearn(_ golden: ProbabilityGoldens.Curve) {
    let evaluation = predictions(golden.truth, golden.scores).evaluate()
    for (strategy, theirs) in [
      (CalibrationCurve.Strategy.equalWidth, golden.uniform), (.quantile, golden.quantile),
    ] {
      let ours = points(evaluation.calibrationCurve(of: 1, strategy: strategy))
      #expect(ours.count == theirs.shares.count, "\(strategy)")
      for (point, (share, mean)) in zip(ours, zip(theirs.shares, theirs.means)) {
        #expect(isNear(point[0], share) && isNear(point[1], mean), "\(strategy) \(point)")
      }
    }
  }

  @Test func weightsOfOneChangeNothing() throws {
    let golden = try #require(try ProbabilityGoldens.load().curves.first)
    let plain = predictions(golden.truth, golden.scores).evaluate()
    let weighted = predictions(golden.truth, golden.scores, weights: golden.truth.map { _ in 1 })
      .evaluate(EvaluationOptions(chance: .off))
    for strategy in CalibrationCurve.Strategy.allCases {
      for label in [nil, 0, 1] {
        let one = try #require(plain.calibrationCurve(of: label, strategy: strategy))
        let other = try #require(weighted.calibrationCurve(of: label, strategy: strategy))
        #expect(one.bins.map(\.upper) == other.bins.map(\.upper))
        #expect(one.bins.map(\.count) == other.bins.map(\.count))
        #expect(one.bins.map(\.observedShare) == other.bins.map(\.observedShare))
        for (left, right) in zip(points(one), points(other)) { #expect(isNear(left[1], right[1])) }
        #expect(other.bins.allSatisfy { $0.interval == nil })
      }
    }
  }

  @Test func binsSayWhatTheyHold() throws {
    let curve = try #require(
      predictions([true, false, true], [0.25, 0.125, 0.875]).evaluate().calibrationCurve(of: 1, bins: 4))
    #expect(curve.strategy == .equalWidth)
    #expect(curve.bins.map(\.lower) == [0, 0.25, 0.5, 0.75])
    #expect(curve.bins.map(\.upper) == [0.25, 0.5, 0.75, 1])
    #expect(curve.bins.map(\.count) == [2, 0, 0, 1])
    #expect(curve.bins[0].observedShare == .value(1 / 2) && curve.bins[0].meanProbability == .value(3 / 16))
    #expect(curve.bins[0].interval == .wilson(successes: 1, trials: 2))
    #expect(curve.bins[0].gap == 0.3125)
    #expect(curve.bins[1].observedShare.reason == "no row that counts lies in the bin")
    #expect(curve.bins[1].interval == nil && curve.bins[1].gap == 0)
  }

  @Test func equalMassBinsEndAtTheirLargestProbability() throws {
    let scores = [0.125, 0.25, 0.25, 0.25, 0.5, 0.75]
    let evaluation = predictions(scores.map { $0 > 0.3 }, scores).evaluate()
    let curve = try #require(evaluation.calibrationCurve(of: 1, bins: 3, strategy: .equalMass))
    // Of 6 rows 0.25 begins after one, 0.5 after four: ⌊3 · 1 / 6⌋ = 0 and ⌊3 · 4 / 6⌋ = 2.
    #expect(curve.bins.map(\.count) == [4, 0, 2])
    #expect(curve.bins.map(\.upper) == [0.25, 0.25, 0.75])
    #expect(curve.bins.map(\.lower) == [0, 0.25, 0.25])
    #expect(curve.bins[2].observedShare == .value(1))
  }

  @Test func quantilesCountOneRowLess() throws {
    let scores = (1...9).map { Double($0) / 10 }
    let evaluation = predictions(scores.map { $0 > 0.5 }, scores).evaluate()
    // The quartiles of nine numbers are the third, the fifth and the seventh; each ends its bin.
    let curve = try #require(evaluation.calibrationCurve(of: 1, bins: 4, strategy: .quantile))
    #expect(curve.bins.map(\.upper) == [0.3, 0.5, 0.7, 0.9])
    let equal = try #require(evaluation.calibrationCurve(of: 1, bins: 4, strategy: .equalMass))
    #expect(equal.bins.map(\.count) == [3, 2, 2, 2])
  }

  @Test(arguments: [ClassificationTask.binary, .multiclass])
  func theCurvesOfTheLargestProbabilityAreThoseBehindTheErrors(_ task: ClassificationTask) throws {
    for isWeighted in [false, true] {
      let evaluation = RandomPredictions(task, isWeighted: isWeighted, seed: 3).predictions()
        .evaluate(EvaluationOptions(chance: .off))
      for (strategy, name) in [
        (CalibrationCurve.Strategy.equalWidth, "expected_calibration_error"),
        (.equalMass, "expected_calibration_error_equal_mass"),
      ] {
        let bins = try #require(evaluation.calibrationCurve(strategy: strategy)).bins
        #expect(bins.count == 15)
        let error = bins.reduce(0) { $0 + $1.count * $1.gap } / evaluation.weightSum
        #expect(agree(evaluation[name], error), "\(name)")
      }
      let bins = try #require(evaluation.calibrationCurve()).bins
      #expect(agree(evaluation["maximum_calibration_error"], bins.map(\.gap).max()))
      #expect(evaluation.statistics.calibration?.topLabel == bins)
    }
  }

  @Test func thereIsNoneOfTheLargestWhereRowsMayHaveSeveralLabels() {
    let evaluation = RandomPredictions(.multilabel, seed: 3).predictions().evaluate()
    #expect(evaluation.calibrationCurve() == nil)
    #expect(evaluation.calibrationCurve(of: 3)?.bins.count == 10)
  }

  @Test func withoutProbabilitiesOrRowsThereIsLittleToDraw() throws {
    let plain = try Predictions(labels: ["a", "b"], truth: ["a"], predicted: ["a"]).evaluate()
    #expect(plain.calibrationCurve() == nil && plain.calibrationCurve(of: 0) == nil)
    let empty = predictions([], []).evaluate()
    for strategy in CalibrationCurve.Strategy.allCases {
      for label in [nil, 1] {
        #expect(
          empty.calibrationCurve(of: label, strategy: strategy)?.bins.allSatisfy { $0.count == 0 } == true)
      }
    }
    let one = predictions([true], [1]).evaluate()
    for strategy in CalibrationCurve.Strategy.allCases {
      #expect(points(one.calibrationCurve(of: 1, strategy: strategy)) == [[1, 1]])
    }
  }

  @Test func rowsInGroupsHaveNoScoreIntervals() throws {
    var batch = predictions([true, false], [0.5, 0.25]).batches[0]
    batch.groups = TextColumn(["g", "g"])
    let grouped = Predictions(schema: predictions([true], [1]).schema, batches: [batch])
    let curve = try #require(grouped.evaluate(EvaluationOptions(chance: .off)).calibrationCurve())
    #expect(curve.bins.allSatisfy { $0.interval == nil })
  }
}
