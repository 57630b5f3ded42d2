import Evaluation
import Testing

/// What is left where rows are not kept, and where nothing asks for rankings.
struct KeptRowsTests {
  private static let without = EvaluationOptions(chance: ChanceOptions(resamples: 100), keepsRows: false)
  private static let with = EvaluationOptions(chance: ChanceOptions(resamples: 100))

  @Test(arguments: ClassificationTask.allCases)
  func sumsAreTheSameAndTheRestSaysWhyItIsNot(_ task: ClassificationTask) throws {
    let predictions = RandomPredictions(task, seed: 6).predictions(batchSizes: [20, 0, 40])
    let whole = predictions.evaluate(Self.with)
    let sums = predictions.evaluate(Self.without)
    #expect(sums.rowCount == 60 && sums.predictions.count == 0)
    #expect(sums.metrics.map(\.name) == whole.metrics.map(\.name))
    for (one, other) in zip(sums.metrics, whole.metrics) {
      let metric = try #require(MetricRegistry.standard[one.name])
      if metric.needs.basis == .sums {
        #expect(one.value == other.value, "\(one.name)")
        #expect(
          one.interval == other.interval || one.interval.reason == "rows were not kept", "\(one.name)")
      } else {
        #expect(one.value == .undefined("rows were not kept"), "\(one.name)")
      }
    }
    #expect(sums.confusion == whole.confusion)
    for (one, other) in zip(sums.perLabel, whole.perLabel) {
      #expect(one.counts == other.counts && one.brierScore == other.brierScore)
      #expect(one.rocAUC.reason == "rows were not kept")
    }
    #expect(sums.classBalance == whole.classBalance)
    #expect(sums.rankCurve(of: 0) == nil && whole.rankCurve(of: 0) != nil)
    #expect(sums.calibrationCurve(of: 0) == nil && whole.calibrationCurve(of: 0) != nil)
    #expect(sums.calibrationCurve(of: 0, bins: 15) == whole.calibrationCurve(of: 0, bins: 15))
    #expect(sums.calibrationCurve() == whole.calibrationCurve())
    #expect(sums.errors().allSatisfy { $0.falsePositives.isEmpty && $0.falseNegatives.isEmpty })
  }

  @Test func intervalsOfMeansAndCountsNeedNoRowsWhereEachHasOneLabel() {
    let predictions = RandomPredictions(.multiclass, seed: 6).predictions()
    let intervals = predictions.evaluate(Self.without).intervals
    #expect(intervals["accuracy"] != nil && intervals["log_loss"] != nil && intervals["f1_macro"] != nil)
    #expect(intervals["top_3_accuracy"] != nil)
  }

  @Test func weightsAndGroupsCallForRowsThatAreNotThere() {
    let weighted = RandomPredictions(.binary, isWeighted: true, seed: 6).predictions()
    var batch = RandomPredictions(.binary, seed: 6).predictions().batches[0]
    batch.groups = TextColumn((0..<60).map { "g\($0 / 4)" })
    let grouped = Predictions(
      schema: RandomPredictions(.binary, seed: 6).schema, batches: [batch])
    for predictions in [weighted, grouped] {
      let evaluation = predictions.evaluate(Self.without)
      #expect(evaluation["accuracy"]?.number != nil && evaluation.intervals.isEmpty)
      #expect(evaluation.metrics[0].interval == .undefined("rows were not kept"))
      #expect(evaluation.perLabel[0].precisionInterval == nil)
    }
  }

  @Test func weightedSumsAreNearHoweverTheyAreAddedUp() {
    let predictions = RandomPredictions(.multiclass, isWeighted: true, seed: 9).predictions(
      batchSizes: [10, 20, 30])
    let options = EvaluationOptions(chance: .off, keepsRows: false)
    let whole = predictions.evaluate(EvaluationOptions(chance: .off))
    for (one, other) in zip(predictions.evaluate(options).metrics, whole.metrics)
    where one.value.number != nil {
      #expect(agree(one.value, other.value.number), "\(one.name)")
    }
  }

  @Test func withoutRowsAtAllThatIsTheReason() {
    let schema = RandomPredictions(.binary, seed: 1).schema
    let evaluation = Predictions(schema: schema, batches: []).evaluate(Self.without)
    #expect(evaluation.metrics.allSatisfy { $0.value == .undefined("there are no rows") })
  }

  @Test func aMetricThatReadsRowsSaysSo() {
    let longest = ClassificationMetric(
      name: "batches", title: "Batches", range: 0...Double.infinity, needs: .labels(from: .rows),
      formula: "–",
      source: "the house", compute: { .value(Double($0.predictions.batches.count)) })
    let predictions = RandomPredictions(.binary, seed: 1).predictions(batchSizes: [10, 50])
    let registry = MetricRegistry([longest])
    #expect(predictions.evaluate(EvaluationOptions(metrics: registry))["batches"] == .value(2))
    let without = predictions.evaluate(EvaluationOptions(metrics: registry, keepsRows: false))
    #expect(without["batches"] == .undefined("rows were not kept"))
  }

  @Test func rowsAreRankedOnlyWhereSomethingAsksForIt() {
    let predictions = RandomPredictions(.multiclass, seed: 1).predictions()
    var options = EvaluationOptions(metrics: MetricRegistry([.accuracy, .logLoss]), ranksLabels: false)
    #expect(predictions.evaluate(options).perLabel[0].rocAUC.reason == "rows were not ranked")
    options.metrics.set(.rocAUCOneVersusRestMacro)
    #expect(predictions.evaluate(options).perLabel[0].rocAUC.number != nil)
    // Metrics of another task ask for nothing.
    options.metrics = MetricRegistry([.accuracy, .rocAUC])
    #expect(predictions.evaluate(options).perLabel[0].rocAUC.reason == "rows were not ranked")
    options.ranksLabels = true
    #expect(predictions.evaluate(options).perLabel[0].rocAUC.number != nil)
  }
}
