import Diagnostics
import Evaluation
import Foundation
import RunModel
import RunRegistry
import TestSupport
import Testing

@testable import Experiments

@Suite struct EvaluationCrossValidationTaskTests {
  /// Says the share of an example's number, whatever it is trained on; remembers what it was asked.
  private struct ShareTrainer: Trainer {
    let name = "share"
    func train(_ request: TrainingRequest) async throws -> TrainingOutcome {
      func rows(_ part: ClassificationDataset?) -> [[Double]]? {
        part.map { part in
          part.ids.map { id in
            let p = (Double(id) ?? 0) / 100
            let rest = (1 - p) / Double(request.labels.count - 1)
            return request.labels.indices.map { $0 == request.labels.count - 1 ? p : rest }
          }
        }
      }
      let leaked = Set(request.train.ids).intersection(request.test?.ids ?? [])
      if !leaked.isEmpty { throw TaskError(.invalidInput, detail: "trained on what it predicts") }
      return TrainingOutcome(validation: rows(request.validation), test: rows(request.test))
    }
  }

  private static func data(_ labels: [ExactString], count: Int = 100) -> ClassificationDataset {
    ClassificationDataset(
      ids: (0..<count).map { "\($0)" }, texts: (0..<count).map { "text \($0)" },
      labels: (0..<count).map { labels[$0 * labels.count / count] })
  }

  private static func task(
    _ labels: [ExactString] = ["no", "yes"], folds: CrossValidationFolds = .stratified(count: 4)
  ) -> EvaluationCrossValidationTask {
    EvaluationCrossValidationTask(train: data(labels), trainer: ShareTrainer(), folds: folds)
  }

  @Test func anyTwoLabelsWillDoAndThePositiveOneIsTheLastOrTheNamedOne() async throws {
    let scratch = try TemporaryDirectory()
    let result = try await Self.task().run(in: scratch.path)
    #expect(result.positive == "yes")
    // From 0.46 to 0.50 every split is right throughout; of equals the lowest counts.
    let threshold = try #require(result.threshold)
    #expect(RankCurve.hundredths.contains(threshold))
    #expect(result.summary?.spread(of: "validation_f1", at: threshold)?.mean == 1)
    let lower = try #require(RankCurve.hundredths.last { $0 < threshold })
    #expect((result.summary?.spread(of: "validation_f1", at: lower)?.mean ?? 1) < 1)

    var other = Self.task()
    other.positive = "no"
    #expect(try await other.run(in: scratch.path).positive == "no")
    other.positive = "non"
    let error = await #expect(throws: TaskError.self) { try await other.run(in: scratch.path) }
    #expect(error?.detail.contains("Did you mean “no”?") == true)
  }

  @Test func aGivenThresholdIsComparedWithToleranceAndNeverCutToAnother() async throws {
    let scratch = try TemporaryDirectory()
    for (given, expected) in [(0.1 + 0.2, 0.3), (0.07, 0.07), (0.1, 0.1), (0.57, 0.57)] {
      var task = Self.task()
      task.thresholdSelection = .value(given)
      #expect(try await task.run(in: scratch.path).threshold == expected)
    }
    var task = Self.task()
    task.thresholdSelection = .value(0.305)
    let error = await #expect(throws: TaskError.self) { try await task.run(in: scratch.path) }
    #expect(error?.reason == .noThreshold)
    #expect(error?.detail.contains("no threshold can be selected") == true)
    task.thresholdSelection = .metric("precison")
    let typo = await #expect(throws: TaskError.self) { try await task.run(in: scratch.path) }
    #expect(typo?.detail.contains("Did you mean “precision”?") == true)
  }

  @Test func whereNoThresholdIsDefinedTheErrorIsSkrobots() async throws {
    let scratch = try TemporaryDirectory()
    var task = Self.task()
    // A fold without positives: nothing is defined in it.
    task.folds = .custom(
      Dictionary(
        uniqueKeysWithValues: task.train.ids.map { (ExactString($0), (Int($0) ?? 0) < 50 ? "a" : "b") }))
    let error = await #expect(throws: TaskError.self) { try await task.run(in: scratch.path) }
    #expect(error?.detail.hasPrefix("The summary of threshold metrics cannot be generated.") == true)
  }

  @Test func aMetricWhoseLeastIsBestIsChosenByItsLeast() async throws {
    let scratch = try TemporaryDirectory()
    var task = Self.task()
    task.thresholdSelection = .metric("false_positive_rate", greaterIsBetter: false)
    let result = try await task.run(in: scratch.path)
    let threshold = try #require(result.threshold)
    #expect(result.summary?.spread(of: "validation_false_positive_rate", at: threshold)?.mean == 0)
    task.thresholdSelection = .metric("false_positive_rate")
    #expect(try await task.run(in: scratch.path).threshold == 0.01)
  }

  @Test func anIdThatStandsForTwoExamplesIsRefusedAlsoInTheTestData() async throws {
    let scratch = try TemporaryDirectory()
    var task = Self.task()
    task.test = ClassificationDataset(ids: ["a", "a"], texts: ["", ""], labels: ["no", "yes"])
    let error = await #expect(throws: TaskError.self) { try await task.run(in: scratch.path) }
    #expect(error?.detail == "An id stands for two examples of the test data.")
  }

  @Test func moreThanTwoLabelsAreEvaluatedWithoutThresholds() async throws {
    let scratch = try TemporaryDirectory()
    var task = Self.task(["a", "b", "c"])
    task.test = ClassificationDataset(
      ids: ["99.5", "0.5"], texts: ["", ""], labels: ["c", "b"])
    let result = try await task.run(in: scratch.path)
    #expect(result.threshold == nil && result.summary == nil && result.positive == nil)
    #expect(result.pooledValidation?.dataset.count == 100)
    let files = Listing.files(scratch.path)
    #expect(!files.contains { $0.hasSuffix(".csv") })
    let report = try Listing.text(
      scratch.path + "/classification_reports/classification_report_test_data.txt")
    #expect(report.hasPrefix("Classification report for test data\n\n             precision"))
  }

  @Test func everyExampleIsPredictedOnceByAModelThatHasNotSeenIt() async throws {
    let scratch = try TemporaryDirectory()
    for shuffle in [false, true] {
      let result = try await Self.task(folds: .stratified(count: 5, shuffle: shuffle)).run(in: scratch.path)
      #expect(result.splits.map(\.trainCount) == [80, 80, 80, 80, 80])
      let ids = result.pooledValidation?.dataset.ids ?? []
      #expect(ids.count == 100 && Set(ids).count == 100)
    }
  }

  @Test func theRunsAreReadBackWithFoldsThresholdsAndParents() async throws {
    let scratch = try TemporaryDirectory()
    var task = Self.task()
    task.test = ClassificationDataset(ids: ["99.5", "0.5"], texts: ["", ""], labels: ["yes", "no"])
    let result = try await task.run(in: scratch.path)
    let registry = Registry(path: scratch.path + "/registry")
    let time = UTCTimestamp(microseconds: 1_774_070_109_000_000)
    let saved = try result.save(
      to: registry, experiment: "words", timestamp: time, parameters: task.parameters)
    let again = try result.save(to: registry, experiment: "words", timestamp: time)
    #expect(
      saved.map(\.id.variant) == [
        "cross-validation", "split-0", "split-1", "split-2", "split-3", "test-data",
      ])
    #expect(Set(saved.map(\.id.run)).count == 1 && Set(again.map(\.id.run)) == ["2026_03_21__05_15_09_0002"])
    let runs = try registry.load().runs
    #expect(runs.count == 12)
    let pooled = try #require(runs.first { $0.id == saved[0].id })
    #expect(pooled.metrics["validation_f1_mean"]?.number == 1)
    #expect(pooled.params["threshold"]?.number == result.threshold)
    #expect(pooled.params["fold_method"] == "stratified")
    #expect(pooled.artifacts.map(\.id.text).contains("cv_splits_threshold_metrics_summary.csv"))
    let split = try #require(runs.first { $0.id == saved[2].id })
    #expect(split.parent == saved[0].id.description)
    let predictions = try Listing.text(saved[0].path + "/artifacts/predictions.jsonl")
    let first = try #require(predictions.split(separator: "\n").first)
    #expect(
      first
        == #"{"id":"0","y_true":"no","y_pred":"no","y_proba":{"no":1.0,"yes":0.0},"fold":"0","text":"text 0"}"#
    )
  }

  @Test func dataThatMakesNoSenseIsRefused() async throws {
    let scratch = try TemporaryDirectory()
    func refused(_ change: (inout EvaluationCrossValidationTask) -> Void) async -> Bool {
      var task = Self.task()
      change(&task)
      do {
        _ = try await task.run(in: scratch.path)
        return false
      } catch { return error is TaskError }
    }
    #expect(await refused { $0.train = Self.data(["same"]) })
    #expect(await refused { $0.thresholds = [] })
    #expect(await refused { $0.thresholds = [0.5, 1.5] })
    #expect(await refused { $0.thresholds = [0.5, 0.5] })
    #expect(await refused { $0.thresholds = [.nan] })
    #expect(await refused { $0.beta = 0 })
    #expect(await refused { $0.beta = .infinity })
    #expect(await refused { $0.train.ids[1] = "0" })
    #expect(await refused { $0.folds = .stratified(count: 51) })
    #expect(await refused { $0.folds = .stratified(count: -1) })
    #expect(await refused { $0.test = ClassificationDataset(texts: ["a"], labelSets: [["no"]]) })
  }

  @Test func whatATrainerThrowsOrAnswersWronglyIsTheTasksError() async throws {
    struct Failing: Trainer {
      let name = "failing"
      func train(_ request: TrainingRequest) async throws -> TrainingOutcome { throw BadTask.Deep() }
    }
    struct Short: Trainer {
      let name = "short"
      func train(_ request: TrainingRequest) async throws -> TrainingOutcome {
        TrainingOutcome(test: [[1, 0]])
      }
    }
    let scratch = try TemporaryDirectory()
    var task = Self.task()
    task.trainer = Failing()
    await #expect(throws: BadTask.Deep.self) { try await task.run(in: scratch.path) }
    task.trainer = Short()
    await #expect(throws: TrainingOutcomeError.self) { try await task.run(in: scratch.path) }
  }

  @Test func trainingAndPredictingAreTasksToo() async throws {
    let scratch = try TemporaryDirectory()
    let runner = try TaskRunner(scratch.path + "/out")
    _ = try await runner.run(TrainTask(train: Self.data(["no", "yes"]), trainer: ShareTrainer()))
    let task = PredictionTask(
      train: Self.data(["no", "yes"]),
      data: ClassificationDataset(ids: ["150", "30.5"], texts: ["", ""], labels: ["", ""]),
      trainer: ShareTrainer())
    await #expect(throws: TrainingOutcomeError.self, "150 is no probability") { try await runner.run(task) }
    var good = task
    good.data.ids = ["0.5", "70.5"]
    good.threshold = 0.7
    let predictions = try await runner.run(good)
    #expect(predictions.map(\.label) == ["no", "yes"])
    #expect(
      try Listing.text(runner.path + "/prediction_task_0002/predictions.csv")
        == "id,prediction,probability\n0.5,no,0.005\n70.5,yes,0.705\n")
  }
}
