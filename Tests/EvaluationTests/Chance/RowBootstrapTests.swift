import Diagnostics
import TestSupport
import Testing

@testable import Evaluation

struct RowBootstrapTests {
  private let options = ChanceOptions(resamples: 100)

  private func grouped(_ random: RandomPredictions, _ groups: (Int) -> String) -> Predictions {
    var batch = random.predictions().batches[0]
    batch.groups = TextColumn((0..<batch.count).map(groups))
    return Predictions(schema: random.schema, batches: [batch])
  }

  private func evaluate(_ predictions: Predictions) -> ClassificationEvaluation {
    predictions.evaluate(EvaluationOptions(chance: options))
  }

  /// A resample that has every row once says what the rows themselves say.
  @Test(arguments: ClassificationTask.allCases, [false, true])
  func everyRowOnceIsTheSampleItself(_ task: ClassificationTask, _ isWeighted: Bool) throws {
    let predictions = RandomPredictions(task, isWeighted: isWeighted, seed: 3).predictions()
    let statistics = predictions.evaluate(.withoutIntervals).statistics
    let units = RowUnits(predictions)
    let once = [UInt16](repeating: 1, count: units.count)
    for (label, ranking) in statistics.rankings.enumerated() {
      let ranked = RankedUnits(predictions, labels: label..<label + 1, units: units.unitOfRow)
      let areas = once.withUnsafeBufferPointer { ranked.areas($0) }
      #expect(agree(ranking.rocAUC, areas.rocAUC) && agree(ranking.averagePrecision, areas.averagePrecision))
      guard let pairs = ranking.pairAreas else { continue }
      let own = try #require(
        once.withUnsafeBufferPointer { ranked.areasWithPairs($0, labelCount: 4) }.pairs)
      #expect(isNear(own.sum, pairs.sum) && isNear(own.weightedSum, pairs.weightedSum))
    }
    let counts = UnitCounts(predictions, units: units)
    var filled = statistics
    filled.labelCounts = []
    filled.labelCounts = statistics.labelCounts.map { _ in LabelCounts() }
    var scratch = [Double](repeating: 7, count: 3 * statistics.labelCounts.count)
    once.withUnsafeBufferPointer { counts.fill(&filled, multiplicities: $0, scratch: &scratch) }
    #expect(filled.labelCounts == statistics.labelCounts)
    #expect(filled.correctWeight == statistics.correctWeight && filled.weightSum == statistics.weightSum)
  }

  @Test(arguments: ClassificationTask.allCases)
  func weightsGiveEveryMetricButCalibrationAnInterval(_ task: ClassificationTask) throws {
    let evaluation = evaluate(RandomPredictions(task, rows: 100, isWeighted: true, seed: 4).predictions())
    for result in evaluation.metrics where !result.name.contains("calibration") {
      let interval = try #require(result.interval.interval, "\(result)")
      #expect(interval.method == .rowBootstrap && interval.count == 100)
      let value = try #require(result.value.number)
      #expect(interval.low <= value && value <= interval.high)
    }
  }

  /// Weights that are all alike say what no weights say, but for the random numbers.
  @Test func equalWeightsHaveTheWidthOfNoWeights() throws {
    var weighted = RandomPredictions(.multiclass, rows: 400, isWeighted: true, seed: 5)
    for row in weighted.rows.indices { weighted.rows[row].weight = 0.5 }
    var plain = weighted
    plain.schema.hasWeights = false
    let (one, other) = (weighted.predictions().evaluate(), plain.predictions().evaluate())
    for name in ["accuracy", "f1_macro", "log_loss", "roc_auc_ovr_macro", "brier_score", "matthews_corrcoef"]
    {
      let first = try #require(one.intervals[name])
      let second = try #require(other.intervals[name])
      #expect(abs((first.high - first.low) / (second.high - second.low) - 1) < 0.1, "\(name)")
    }
  }

  /// Ten copies of each row in one group carry no more than the row itself.
  @Test func copiesInOneGroupAddNothing() throws {
    let single = RandomPredictions(.binary, rows: 200, seed: 6)
    var copied = single
    copied.rows = single.rows.flatMap { [RandomPredictions.Row](repeating: $0, count: 10) }
    let one = grouped(single) { "g\($0)" }.evaluate()
    let other = grouped(copied) { "g\($0 / 10)" }.evaluate()
    for name in ["accuracy", "f1_macro", "log_loss", "roc_auc"] {
      let first = try #require(one.intervals[name])
      let second = try #require(other.intervals[name])
      #expect(first.method == .groupBootstrap && first.count == 200 && second.count == 200)
      #expect(isNear(first.low, second.low) && isNear(first.high, second.high), "\(name)")
    }
  }

  @Test func groupsDoNotDependOnTheOrderOfRowsOrTheirSplit() {
    let random = RandomPredictions(.multiclass, rows: 120, seed: 7)
    var batch = grouped(random) { "g\($0 % 12)" }.batches[0]
    let whole = evaluate(Predictions(schema: random.schema, batches: [batch]))
    // The second half first.
    var reversed = random
    reversed.rows = Array(random.rows[60...] + random.rows[..<60])
    let other = evaluate(grouped(reversed) { "g\(($0 + 60) % 120 % 12)" })
    for name in ["accuracy", "f1_macro", "matthews_corrcoef", "roc_auc_ovr_macro"] {
      #expect(whole.intervals[name] == other.intervals[name], "\(name)")
    }
    batch.groups = TextColumn((0..<120).map { "g\($0 % 9)" })
    let few = evaluate(Predictions(schema: random.schema, batches: [batch]))
    #expect(
      few.metrics[0].interval.reason
        == "9 groups are too few to tell how much groups vary; 10 would do")
    #expect(few.perLabel[0].recallInterval == nil)
  }

  @Test func moreRowDrawsThanAllowedLeaveAReason() throws {
    let labels: [ExactString] = ["a", "b"]
    let schema = PredictionSchema(task: .multiclass, labels: labels, hasWeights: true)
    let truth = (0..<20_001).map { Int32($0 % 2) }
    let batch = PredictionBatch(
      count: 20_001, truth: truth, predicted: truth.reversed(), weights: .init(repeating: 1, count: 20_001))
    let accuracy = EvaluationOptions(metrics: MetricRegistry([.accuracy]))
    let result = Predictions(schema: schema, batches: [batch]).evaluate(accuracy).metrics[0]
    #expect(
      result.interval.reason
        == "rows with weights call for a bootstrap, and 500 resamples of 20001 rows exceed 10⁷ row draws")
  }

  @Test func sameSeedSameBitsAndAnotherSeedOthers() {
    let predictions = RandomPredictions(.binary, isWeighted: true, seed: 8).predictions()
    let one = evaluate(predictions).metrics
    #expect(one == evaluate(predictions).metrics)
    let other = predictions.evaluate(EvaluationOptions(chance: ChanceOptions(resamples: 100, seed: 2)))
    #expect(one.map(\.value) == other.metrics.map(\.value))
    #expect(one != other.metrics)
  }

  @Test func studentsQuantilesAreThoseOfTables() {
    // scipy.stats.t.ppf(0.975, ν).
    for (freedom, expected) in [
      (9.0, 2.2621571628), (15, 2.1314495456), (30, 2.0422724563), (1e9, 1.9599639868),
    ] {
      #expect(abs(StudentDistribution.quantile975(degreesOfFreedom: freedom) - expected) < 2e-5)
    }
  }
}
