import Diagnostics
import Evaluation
import Experiments
import RunModel
import Testing

@Suite("A classification experiment")
struct ClassificationExperimentTests {
  private let dataset = ClassificationDataset(
    texts: (0..<40).map { "text \($0)" }, labels: (0..<40).map { $0 % 2 == 0 ? "even" : "odd" })
  private let fileSystem = FileSystem.inMemory([:])

  private func experiment(
    _ trainer: any Trainer, grid: [ExactString: [Scalar]] = ["x": [1, 2, 3]], name: String = "e",
    concurrency: Int = 1, selection: ModelSelection = .validationLoss, overwriteExisting: Bool = false
  ) throws -> ClassificationExperiment {
    try ClassificationExperiment(
      dataset: dataset, trainer: trainer, parameterGrid: ParameterGrid(grid), name: name, folder: "/x",
      fileSystem: fileSystem, concurrency: concurrency, selection: selection,
      overwriteExisting: overwriteExisting)
  }

  @Test(
    "Every combination is trained on the training part, and the best again on both parts for the test part")
  func course() async throws {
    let trainer = ScriptedTrainer { request in
      ScriptedTrainer.even(
        request, loss: [0.5, 0.2, 0.3][(Int(request.parameters["x"]?.text ?? "") ?? 1) - 1])
    }
    let results = try await experiment(trainer).run(split: [0.6, 0.3, 0.1], seed: 4, epochs: 7)
    let requests = trainer.requests
    #expect(requests.count == 4)
    for (number, request) in requests.prefix(3).enumerated() {
      #expect(request.train.count == 24 && request.validation?.count == 12 && request.test == nil)
      #expect(request.parameters == ["x": .integer(number + 1)])
      #expect(request.folder == "/x/e/trainings/\(number + 1)")
      #expect(request.seed == 4 && request.epochs == 7 && request.batchSizes.train == 32)
    }
    let final = try #require(requests.last)
    #expect(final.train == requests[0].train.appending(try #require(requests[0].validation)))
    #expect(final.validation == nil)
    #expect(final.test?.count == 4)
    #expect(final.parameters == ["x": 2])
    #expect(results.best == 1)
    #expect(results.trainingResults.map(\.validationLoss) == [0.5, 0.2, 0.3])
    #expect(results.trainingResults[0].validationAccuracy.map { $0 > 0 && $0 < 1 } == true)
    #expect(results.labels == ["even", "odd"])
    #expect(results.X == final.test?.texts)
    #expect(results.yTrue == final.test?.truth)
    #expect(results.probabilities == Array(repeating: [0.5, 0.5], count: 4))
    let ids = (final.train.ids + (final.test?.ids ?? [])).compactMap { Int($0) }
    #expect(ids.sorted() == Array(0..<40))
  }

  @Test("The usual split is 0.7, 0.1, 0.2, and 0.8, 0.2 beside a test dataset")
  func standardSplits() async throws {
    let trainer = ScriptedTrainer { ScriptedTrainer.even($0) }
    _ = try await experiment(trainer, grid: [:]).run()
    #expect(trainer.requests.map(\.train.count) == [28, 32])
    let test = ClassificationDataset(texts: ["p", "q"], labels: ["odd", "new"])
    let other = try ClassificationExperiment(
      dataset: dataset, testDataset: test, trainer: trainer, name: "f", folder: "/x", fileSystem: fileSystem)
    let results = try await other.run()
    #expect(trainer.requests[2...].map(\.train.count) == [32, 40])
    #expect(results.testPart == test)
    #expect(results.labels == ["even", "odd"])
    #expect(results.predictions.schema.labels == ["even", "odd", "new"])
    #expect(
      results.diagnostics.map(\.description) == [
        "warning: found the label “new” in the test part only; expected each label in the training or validation part too. It is never predicted, and metrics of probabilities are undefined. A stratified split has each label everywhere."
      ])
  }

  @Test("Results are in the order of the grid, whatever ends first")
  func order() async throws {
    let trainer = ScriptedTrainer { request in
      let number = request.parameters["x"]?.number ?? 0
      try await Task.sleep(for: .milliseconds(Int(20 * (6 - number))))
      return ScriptedTrainer.even(request, loss: number)
    }
    let results = try await experiment(trainer, grid: ["x": [1, 2, 3, 4, 5]], concurrency: 5).run()
    #expect(results.trainingResults.map(\.number) == [0, 1, 2, 3, 4])
    #expect(results.trainingResults.map(\.validationLoss) == [1, 2, 3, 4, 5])
  }

  @Test("No more than so many are trained at a time", arguments: [1, 3])
  func concurrency(limit: Int) async throws {
    let gauge = Gauge()
    let trainer = ScriptedTrainer { request in
      await gauge.enter()
      try await Task.sleep(for: .milliseconds(5))
      await gauge.leave()
      return ScriptedTrainer.even(request)
    }
    _ = try await experiment(trainer, grid: ["x": (0..<12).map { .integer($0) }], concurrency: limit).run()
    #expect(await gauge.most == limit)
  }

  @Test("The first of equal losses wins; NaN and infinity never do")
  func choice() async throws {
    let losses: [Double] = [.nan, .infinity, 0.4, 0.3, 0.3, -.infinity]
    let trainer = ScriptedTrainer { request in
      ScriptedTrainer.even(request, loss: losses[Int(request.parameters["x"]?.number ?? 0)])
    }
    let results = try await experiment(trainer, grid: ["x": [0, 1, 2, 3, 4, 5]]).run()
    #expect(results.best == 3)
  }

  @Test("Without a finite loss nothing is chosen, and all that was found is in the error")
  func nothingFinite() async throws {
    let trainer = ScriptedTrainer { ScriptedTrainer.even($0, loss: .nan) }
    let error = await #expect(throws: ClassificationExperimentError.self) {
      try await experiment(trainer).run()
    }
    #expect(error?.description == "failed to find parameter combination with finite validation loss.")
    #expect(error?.trainingResults.count == 3)
  }

  @Test("A combination that fails is recorded and does not end the rest")
  func failure() async throws {
    struct Broken: Error, CustomStringConvertible { var description: String { "out of memory" } }
    let trainer = ScriptedTrainer { request in
      if request.parameters["x"] == 2 { throw Broken() }
      if request.parameters["x"] == 1 { return TrainingOutcome(validation: [[.nan]]) }
      return ScriptedTrainer.even(request)
    }
    let results = try await experiment(trainer).run()
    #expect(results.best == 2)
    #expect(results.trainingResults[1].error == "out of memory")
    #expect(
      results.trainingResults[0].error
        == "The trainer “scripted” gave 1 rows of probabilities of the validation part; expected 4, one for each example."
    )
    let all = await #expect(throws: ClassificationExperimentError.self) {
      try await experiment(ScriptedTrainer { _ in throw Broken() }, grid: ["x": [1, 2]], name: "all").run()
    }
    #expect(
      all?.description
        == "Every combination of parameters failed:\ncombination 1 (x=1): out of memory\ncombination 2 (x=2): out of memory"
    )
  }

  @Test("The final training may fail too")
  func finalFailure() async throws {
    struct Broken: Error {}
    let trainer = ScriptedTrainer { request in
      if request.test != nil { throw Broken() }
      return ScriptedTrainer.even(request)
    }
    let error = await #expect(throws: ClassificationExperimentError.self) {
      try await experiment(trainer).run()
    }
    #expect(error?.description.hasPrefix("The best combination could not be trained on") == true)
    #expect(error?.trainingResults.count == 3)
  }

  @Test("A metric can choose, in its own direction or another")
  func metrics() async throws {
    let trainer = ScriptedTrainer { request in
      let right = request.parameters["x"] == 2
      var outcome = ScriptedTrainer.even(request, loss: right ? 5 : 1)
      outcome.validation = request.validation.map { part in
        (0..<part.count).map { row in
          request.labels.map { ($0 == part.labels(ofRow: row)[0]) == right ? 1 : 0 }
        }
      }
      outcome.metrics = ["speed": request.parameters["x"] ?? 0]
      return outcome
    }
    let accuracy = try await experiment(trainer, name: "a", selection: .metric(named: "accuracy")).run()
    #expect(accuracy.best == 1)
    #expect(accuracy.trainingResults.map(\.selectionValue) == [0, 1, 0])
    let worst = try await experiment(
      trainer, name: "b", selection: .metric(.accuracy, direction: .lowerIsBetter)
    ).run()
    #expect(worst.best == 0)
    let speed = try await experiment(
      trainer, name: "c", selection: .reported("speed", direction: .higherIsBetter)
    ).run()
    #expect(speed.best == 2)
    let error = #expect(throws: ClassificationExperimentError.self) {
      try ModelSelection.metric(named: "acuracy")
    }
    #expect(error?.description == "found no metric “acuracy”; did you mean “accuracy”?")
  }

  @Test("An experiment of the same name is not overwritten unless that is asked for")
  func names() async throws {
    let trainer = ScriptedTrainer { ScriptedTrainer.even($0) }
    let first = try experiment(trainer)
    _ = try await first.run()
    let error = #expect(throws: ClassificationExperimentError.self) { try experiment(trainer) }
    #expect(
      error?.description
        == "Experiment already exists for name 'e' at /x/e. Choose another name, or overwrite it.")
    await #expect(throws: ClassificationExperimentError.self) { try await first.run() }
    _ = try fileSystem.write([1], "/x/e/trainings/1/left")
    _ = try await experiment(trainer, overwriteExisting: true).run()
    #expect(!fileSystem.exists("/x/e/trainings/1/left"))
    #expect(try fileSystem.list("/x").map(\.name) == ["e"])
    try fileSystem.createDirectory("/x/other")
    try fileSystem.write([1], "/x/other/precious")
    #expect(throws: ClassificationExperimentError.self) {
      try experiment(trainer, name: "other", overwriteExisting: true)
    }
    for name in ["", "..", "a/b", ".hidden", "a\u{0}", String(repeating: "x", count: 201)] {
      #expect(throws: ClassificationExperimentError.self) { try experiment(trainer, name: name) }
    }
  }

  @Test("A checkpoint that is not there, or leads out of the folder, is a failure")
  func checkpoints() async throws {
    let fileSystem = fileSystem
    let trainer = ScriptedTrainer { request in
      var outcome = ScriptedTrainer.even(request)
      outcome.checkpoint = "model"
      if request.parameters["x"] == 2 { try fileSystem.write([7], request.folder + "/model") }
      return outcome
    }
    let results = try await experiment(trainer).run()
    #expect(results.trainingResults.map { $0.error == nil } == [false, true, false])
    #expect(results.trainingResults[0].error?.contains("which is not there") == true)
    #expect(results.trainingResults[1].checkpoint == "/x/e/trainings/2/model")
    #expect(results.bestModelCheckpoint == "/x/e/trainings/final/model")
    #expect(try results.checkpoint() == "/x/e/trainings/final/model")
    #expect(try results.checkpoint(copyingTo: "/y/best") == "/y/best")
    #expect(try fileSystem.read("/y/best", limit: 10) == [7])
    #expect(throws: ClassificationExperimentError.self) { try results.checkpoint(copyingTo: "/y/best") }
    #expect(try fileSystem.list("/y").map(\.name) == ["best"])
  }

  @Test("Datasets that do not fit are refused")
  func datasets() {
    let trainer = MajorityTrainer()
    func problem(_ dataset: ClassificationDataset, _ test: ClassificationDataset?) -> String? {
      do {
        _ = try ClassificationExperiment(
          dataset: dataset, testDataset: test, trainer: trainer, name: "n", folder: "/x",
          fileSystem: fileSystem)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(problem(dataset, ClassificationDataset(texts: ["a"], labels: ["odd"])) == nil)
    #expect(
      problem(dataset, ClassificationDataset(texts: ["a"], labelSets: [["odd"]]))
        == "found a test dataset of any number of labels for each example; expected one label for each example."
    )
    #expect(
      problem(
        dataset, ClassificationDataset(texts: ["a"], columns: [.init(name: "c", values: [""])], labels: ["b"])
      )
        == "found a test dataset of “c”; expected no columns.")
    #expect(
      problem(dataset, dataset[rows: []])
        == "found a test dataset of no examples; expected at least one, or no test dataset.")
    #expect(
      problem(ClassificationDataset(ids: ["i", "i"], texts: ["", ""], labels: ["a", "b"]), nil)
        == "found two examples with the id “i”; expected each id once in a dataset.")
  }

  @Test("A limit takes the first examples")
  func limit() async throws {
    let trainer = ScriptedTrainer { ScriptedTrainer.even($0) }
    let experiment = try ClassificationExperiment(
      dataset: dataset, trainer: trainer, name: "l", folder: "/x", fileSystem: fileSystem, limit: 10)
    #expect(experiment.dataset == dataset[rows: Array(0..<10)])
    _ = try await experiment.run()
    #expect(trainer.requests.map(\.train.count) == [7, 8])
  }
}

/// Counts how many are inside at a time.
private actor Gauge {
  private var inside = 0
  private(set) var most = 0

  func enter() {
    inside += 1
    most = max(most, inside)
  }

  func leave() { inside -= 1 }
}
