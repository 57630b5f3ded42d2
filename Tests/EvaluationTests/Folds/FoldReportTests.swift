import Diagnostics
import Evaluation
import TestSupport
import Testing

struct FoldReportTests {
  private func predictions(_ folds: [String], right: [Bool]) -> Predictions {
    let schema = PredictionSchema(task: .multiclass, labels: ["a", "b", "c"])
    let batch = PredictionBatch(
      count: folds.count, truth: folds.indices.map { Int32($0 % 2) },
      predicted: right.indices.map { Int32(right[$0] ? $0 % 2 : 2) }, folds: TextColumn(folds))
    return Predictions(schema: schema, batches: [batch])
  }

  @Test func aHandWorkedCrossValidation() throws {
    let report = try #require(
      predictions(
        ["10", "2", "2", "10", "2", "2", "1", "1"],
        right: [true, true, false, true, false, false, true, false]
      ).foldReport())
    #expect(report.folds.map(\.name) == ["1", "2", "10"])
    #expect(report.folds.map(\.rows) == [2, 4, 2])
    #expect(report.folds.map { $0["accuracy"] } == [.value(0.5), .value(0.25), .value(1)])
    let spread = try #require(report["accuracy"]?.spread)
    #expect(spread.values == [0.5, 0.25, 1] && spread.count == 3)
    #expect(isNear(spread.mean, 1.75 / 3) && spread.minimum == 0.25 && spread.maximum == 1)
    // Deviations −1/12, −1/3, 5/12, whose squares are 1, 16 and 25 of 144.
    let deviation = (42.0 / 144 / 2).squareRoot()
    #expect(agree(spread.standardDeviation, deviation))
    #expect(report.folds[2].metrics[0].interval.interval == .wilson(successes: 2, trials: 2))
    #expect(report.spreads.map(\.name) == report.folds[0].metrics.map(\.name))
  }

  @Test func foldsWithNamesComeByTheirBytes() throws {
    let report = try #require(predictions(["b", "10", "2"], right: [true, true, true]).foldReport())
    #expect(report.folds.map(\.name) == ["10", "2", "b"])
  }

  @Test func aFoldInWhichAMetricIsUndefinedIsLeftOutAndNamed() throws {
    var schema = PredictionSchema(task: .binary, labels: ["no", "yes"], scoredLabelCount: 2, positive: 1)
    schema.probabilityProblem = nil
    let batch = PredictionBatch(
      count: 5, truth: [0, 1, 0, 0, 1], predicted: [0, 1, 0, 0, 0],
      probabilities: [0.9, 0.1, 0.2, 0.8, 0.7, 0.3, 0.6, 0.4, 0.8, 0.2],
      folds: TextColumn(["0", "0", "1", "1", "2"]))
    let report = try #require(Predictions(schema: schema, batches: [batch]).foldReport())
    let area = try #require(report["roc_auc"])
    #expect(area.spread?.values == [1])
    #expect(area.spread?.standardDeviation.reason == "one value has no spread")
    #expect(area.gaps.map(\.fold) == ["1", "2"])
    #expect(area.gaps[0].reason == "no row is “yes”" || !area.gaps[0].reason.isEmpty)
    #expect(report["accuracy"]?.gaps.isEmpty == true)
  }

  @Test func withoutFoldsThereIsNoReport() throws {
    let plain = try Predictions(labels: ["a", "b"], truth: ["a"], predicted: ["a"])
    #expect(plain.foldReport() == nil)
    #expect(predictions([], right: []).foldReport() == nil)
    let folds = (0..<1_001).map { String($0) }
    let many = try #require(predictions(folds, right: folds.map { _ in true }).foldReport())
    #expect(many.folds.isEmpty && many.spreads.isEmpty && many.reason == "there are more than 1000 folds")
  }

  @Test(arguments: ClassificationTask.allCases)
  func foldsAddUpToAllRowsInAnyBatches(_ task: ClassificationTask) throws {
    let random = RandomPredictions(task, rows: 60, seed: 6)
    let folded = { (sizes: [Int]) in
      var start = 0
      let batches = random.predictions(batchSizes: sizes).batches.map { batch in
        var batch = batch
        batch.folds = TextColumn((start..<start + batch.count).map { String($0 % 3) })
        start += batch.count
        return batch
      }
      return Predictions(schema: random.schema, batches: batches)
    }
    let whole = try #require(folded([60]).foldReport())
    #expect(folded([7, 13, 0, 40]).foldReport() == whole)
    #expect(whole.folds.map(\.rows) == [20, 20, 20])
    #expect(agree(folded([60]).evaluate()["accuracy"], whole["accuracy"]?.spread?.mean))
    let alone = folded([60]).selecting { $0.fold == "1" }.evaluate()
    #expect(whole.folds[1].metrics == alone.metrics)
  }
}
