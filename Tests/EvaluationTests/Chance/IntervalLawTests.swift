import Evaluation
import TestSupport
import Testing

/// What holds for the interval of every metric, whatever the predictions.
struct IntervalLawTests {
  private static let inputs: [(ClassificationTask, UInt64)] = ClassificationTask.allCases.flatMap { task in
    (1...3).map { (task, $0) }
  }

  private let options = EvaluationOptions(chance: ChanceOptions(resamples: 200))

  @Test(arguments: inputs)
  func everyMetricButCalibrationHasAnIntervalThatHoldsItsValueWithinItsRange(
    _ task: ClassificationTask, _ seed: UInt64
  ) throws {
    let evaluation = RandomPredictions(task, rows: 100, seed: seed).predictions().evaluate(options)
    for result in evaluation.metrics {
      let metric = try #require(MetricRegistry.standard[result.name])
      if result.name.contains("calibration") {
        #expect(result.interval.reason?.contains("biased upwards") == true)
        continue
      }
      let interval = try #require(result.interval.interval, "\(result)")
      let value = try #require(result.value.number)
      #expect(interval.low <= value && value <= interval.high, "\(result)")
      #expect(interval.low < interval.high, "\(result)")
      #expect(metric.range.contains(interval.low) && metric.range.contains(interval.high), "\(result)")
      #expect(interval.count > 1 && interval.count <= 100)
    }
  }

  @Test(arguments: inputs)
  func theOrderAndTheSplitOfRowsDoNotMatter(_ task: ClassificationTask, _ seed: UInt64) {
    let original = RandomPredictions(task, rows: 60, seed: seed)
    var shuffled = original
    var generator = SeededGenerator(seed: seed)
    shuffled.rows.shuffle(using: &generator)
    // Rankings without a formula draw rows, in their order.
    let whole = original.predictions().evaluate(options).intervals
    let split = original.predictions(batchSizes: [1, 40, 0, 19]).evaluate(options).intervals
    #expect(whole == split)
    let mixed = shuffled.predictions().evaluate(options).intervals
    for (name, interval) in whole where interval.method != .rowBootstrap {
      #expect(interval == mixed[name], "\(name)")
    }
  }

  /// Each row four times: intervals half as wide, about.
  @Test(arguments: ClassificationTask.allCases)
  func fourTimesTheRowsAreHalfTheWidth(_ task: ClassificationTask) throws {
    let once = RandomPredictions(task, rows: 400, seed: 3)
    var fourTimes = once
    fourTimes.rows = once.rows.flatMap { [$0, $0, $0, $0] }
    let all = EvaluationOptions()
    let (wide, narrow) = (once.predictions().evaluate(all), fourTimes.predictions().evaluate(all))
    for (name, interval) in wide.intervals {
      let other = try #require(narrow.intervals[name])
      let ratio = (other.high - other.low) / (interval.high - interval.low)
      #expect((0.4...0.6).contains(ratio), "\(name) \(ratio)")
    }
  }

  @Test func intervalsThatNobodyAskedForAreNotThere() {
    let evaluation = RandomPredictions(.multiclass, seed: 1).predictions().evaluate(
      EvaluationOptions(chance: .off))
    #expect(evaluation.intervals.isEmpty)
    #expect(evaluation.metrics[0].interval == .undefined("no intervals were asked for"))
    #expect(evaluation.perLabel.allSatisfy { $0.precisionInterval == nil && $0.f1Interval == nil })
  }

  @Test func degenerateRowsHaveReasonsAndNoEmptyIntervals() throws {
    let right = try Predictions(labels: ["a", "b"], truth: ["a", "b"], predicted: ["a", "b"])
    let one = try Predictions(labels: ["a", "b"], truth: ["a"], predicted: ["b"])
    let none = try Predictions(labels: ["a", "b"], truth: [String](), predicted: [])
    for predictions in [right, one, none] {
      for result in predictions.evaluate().metrics {
        guard let interval = result.interval.interval else {
          #expect(result.interval.reason?.isEmpty == false)
          continue
        }
        #expect(interval.low < interval.high, "\(result)")
      }
    }
    #expect(right.evaluate().intervals["accuracy"] == .wilson(successes: 2, trials: 2))
    #expect(one.evaluate().intervals["f1_macro"] == nil)
    #expect(none.evaluate().intervals.isEmpty)
  }

  @Test func aMetricOfTheCallersOwnIsTreatedAsItSays() throws {
    let doubled = ClassificationMetric(
      name: "doubled", title: "Doubled", range: 0...2, needs: .labels(), formula: "2 accuracy",
      source: "the house", chance: .counts(gradient: nil),
      compute: { .value(2 * $0.correctWeight / $0.weightSum) })
    let silent = ClassificationMetric(
      name: "silent", title: "Silent", needs: .labels(), formula: "", source: "", compute: { _ in .value(1) })
    let share = ClassificationMetric(
      name: "share", title: "Share", needs: .labels(.singleLabel), formula: "share of label 0", source: "",
      chance: .proportion(RowTerm { batch, _ in batch.truth.map { $0 == 0 ? 1 : 0 } }),
      compute: { .value($0.labelCounts[0].support / $0.weightSum) })
    let predictions = RandomPredictions(.multiclass, rows: 200, seed: 2).predictions()
    let evaluation = predictions.evaluate(
      EvaluationOptions(metrics: MetricRegistry([.accuracy, doubled, silent, share])))
    let accuracy = try #require(evaluation.intervals["accuracy"])
    let interval = try #require(evaluation.intervals["doubled"])
    #expect(interval.method == .bootstrap)
    #expect(abs(interval.low - 2 * accuracy.low) < 0.03 && abs(interval.high - 2 * accuracy.high) < 0.03)
    #expect(evaluation.metrics[2].interval == .undefined("no interval is known for it"))
    #expect(
      evaluation.intervals["share"]
        == .wilson(successes: evaluation.perLabel[0].support, trials: 200))
  }
}
