import Diagnostics
import Evaluation
import Experiments
import PredictionFiles
import RunModel
import RunRegistry
import Synchronization
import Testing

@Suite("Runs of a classification experiment")
struct RunKeeperTests {
  private let fileSystem = FileSystem.inMemory([:])
  private let timestamp = UTCTimestamp(microseconds: 1_700_000_000_000_000)

  /// A registry that takes nothing any more once it is told so.
  private final class Disk: Sendable {
    let isFull = Mutex(false)

    func fileSystem(_ whole: FileSystem) -> FileSystem {
      var broken = whole
      broken.createUniqueDirectory = { [self] folder throws(FileSystemError) in
        guard !isFull.withLock({ $0 }) else {
          throw FileSystemError(.notSupported, path: folder, detail: "full")
        }
        return try whole.createUniqueDirectory(folder)
      }
      return broken
    }
  }

  private let disk = Disk()

  private func run(
    _ name: String, dataset: ClassificationDataset, trainer: any Trainer,
    selection: ModelSelection = .validationLoss
  ) async throws -> ClassificationExperimentResults {
    let registry = Registry(path: "/registry", fileSystem: disk.fileSystem(fileSystem))
    return try await ClassificationExperiment(
      dataset: dataset, trainer: trainer, parameterGrid: ParameterGrid(["x": [1, 2]]), name: name,
      folder: "/e", fileSystem: fileSystem, selection: selection,
      runs: RunDestination(registry: registry, experiment: "letters", variant: "even", timestamp: timestamp)
    ).run(seed: 3, stratified: true)
  }

  private func runs() throws -> [Run] {
    try Registry(path: "/registry", fileSystem: fileSystem).load().runs.sorted { $0.id < $1.id }
  }

  private let dataset = ClassificationDataset(
    texts: (0..<30).map { "text \($0)" },
    columns: [.init(name: "id", values: (0..<30).map { "\($0 % 2)" })],
    labels: (0..<30).map { $0 % 3 == 0 ? "a" : "b" })

  @Test("Each combination and the final model are runs, of which the final one has predictions")
  func all() async throws {
    struct Broken: Error, CustomStringConvertible { var description: String { "burst" } }
    let trainer = ScriptedTrainer { request in
      if request.parameters["x"] == 1 { throw Broken() }
      var outcome = ScriptedTrainer.even(request, loss: 0.25)
      outcome.metrics = ["steps": 12]
      return outcome
    }
    let results = try await run("one", dataset: dataset, trainer: trainer)
    let runs = try runs()
    #expect(
      runs.map(\.id.run.text) == [
        "2023_11_14__22_13_20_combination_1", "2023_11_14__22_13_20_combination_2",
        "2023_11_14__22_13_20_final",
      ])
    #expect(runs[0].status == .failed && runs[0].error == "burst")
    #expect(runs[1].status == .completed)
    #expect(runs[1].params == ["x": 2])
    #expect(runs[1].metrics["valid_loss"] == 0.25 && runs[1].metrics["steps"] == 12)
    #expect(
      runs[1].metrics["valid_accuracy"] == results.trainingResults[1].validationAccuracy.map { .real($0) })
    #expect(
      runs[1].provenance[SearchProvenance.metric] == "valid_loss"
        && runs[1].provenance[SearchProvenance.direction] == "minimize"
        && runs[1].provenance[SearchProvenance.strategy] == "grid")
    #expect(runs[2].provenance[SearchProvenance.metric] == nil && runs[2].status == .completed)
    #expect(runs[0].parent == runs[2].id.description && runs[1].parent == runs[2].id.description)
    #expect(runs[2].params == ["x": 2])
    #expect(runs[2].provenance["seed"] == "3")
    #expect(runs[2].provenance["split"] == "0.7, 0.1, 0.2, stratified")
    #expect(runs[2].provenance["classification experiment"] == "one")
    #expect(runs[2].metrics["Accuracy"]?.number == results.metrics()[3].value)
    let artifact = try #require(runs[2].artifacts.first { $0.id == "predictions" })
    guard case .file(let path) = artifact.content else {
      Issue.record("the predictions are no file")
      return
    }
    let read = try PredictionFileReader(fileSystem: fileSystem).read(path)
    #expect(read.diagnostics.isEmpty)
    #expect(read.predictions.count == results.testPart.count)
    #expect(read.predictions.row(0).id == results.testPart.ids[0])
    #expect(read.predictions.row(0).text == results.testPart.texts[0])
    #expect(read.predictions.schema.attributeNames == ["input id"])
    #expect(read.predictions.evaluate()["accuracy"] == results.evaluation["accuracy"])
    #expect(read.predictions.evaluate()["log_loss"] == results.evaluation["log_loss"])
  }

  @Test("Where no combination is the best, the failed final run is there that the others name")
  func nothingFinite() async throws {
    let trainer = ScriptedTrainer { ScriptedTrainer.even($0, loss: .infinity) }
    await #expect(throws: ClassificationExperimentError.self) {
      try await run("one", dataset: dataset, trainer: trainer)
    }
    let runs = try runs()
    let final = try #require(runs.last)
    #expect(runs.count == 3 && final.id.run.text.hasSuffix("_final"))
    #expect(final.status == .failed && final.error?.contains("finite validation loss") == true)
    #expect(runs.dropLast().allSatisfy { $0.parent == final.id.description })
  }

  @Test("That the failure cannot be kept does not hide the failure")
  func unkept() async throws {
    let disk = disk
    let trainer = ScriptedTrainer { request in
      guard request.test != nil else { return ScriptedTrainer.even(request, loss: 1) }
      disk.isFull.withLock { $0 = true }
      throw TrainingFailure()
    }
    let error = await #expect(throws: ClassificationExperimentError.self) {
      try await run("one", dataset: dataset, trainer: trainer)
    }
    let text = try #require(error).description
    #expect(text.contains("could not be trained") && text.contains("the final burst"), "\(text)")
    #expect(text.contains("The run of this could not be kept: "), "\(text)")
  }

  private struct TrainingFailure: Error, CustomStringConvertible {
    var description: String { "the final burst" }
  }

  @Test("A registry that takes no more while the experiment runs costs none of its results")
  func unkeptRuns() async throws {
    let disk = disk
    let results = try await run(
      "one", dataset: dataset,
      trainer: ScriptedTrainer { request in
        disk.isFull.withLock { $0 = true }
        return ScriptedTrainer.even(request, loss: 1)
      })
    #expect(results.trainingResults.count == 2 && results.probabilities.count == results.testPart.count)
    #expect(
      results.diagnostics.map(\.kind) == Array(repeating: ClassificationExperimentResults.unkeptRun, count: 3)
    )
    #expect(results.diagnostics.last?.description.contains("the run of the final model") == true)
    #expect(try runs().map(\.status) == [.running])
  }

  @Test("A registry that takes nothing is told of before anything is trained")
  func fullFromTheBeginning() async throws {
    disk.isFull.withLock { $0 = true }
    let wasAsked = Mutex(false)
    await #expect(throws: RegistryError.self) {
      _ = try await run(
        "one", dataset: dataset,
        trainer: ScriptedTrainer {
          wasAsked.withLock { $0 = true }
          return ScriptedTrainer.even($0)
        })
    }
    #expect(!wasAsked.withLock { $0 })
    // Nothing of it stands in the way of the next time.
    disk.isFull.withLock { $0 = false }
    _ = try await run("one", dataset: dataset, trainer: ScriptedTrainer { ScriptedTrainer.even($0) })
    await #expect(throws: ClassificationExperimentError.self) {
      try await run("one", dataset: dataset, trainer: ScriptedTrainer { ScriptedTrainer.even($0) })
    }
    #expect(try runs().allSatisfy { $0.status == .completed }, "who is refused leaves no run behind")
  }

  @Test("The final run is there as one that runs from the beginning, and as interrupted where it was stopped")
  func beginningAndInterruption() async throws {
    let fileSystem = fileSystem
    await #expect(throws: CancellationError.self) {
      _ = try await run(
        "one", dataset: dataset,
        trainer: ScriptedTrainer { _ in
          let runs = try Registry(path: "/registry", fileSystem: fileSystem).load().runs
          #expect(runs.map(\.status) == [.running] && runs[0].id.run.text.hasSuffix("_final"))
          throw CancellationError()
        })
    }
    #expect(try runs().map(\.status) == [.interrupted])
  }

  @Test("What the choice goes by is among the metrics of each combination")
  func selection() async throws {
    _ = try await run(
      "one", dataset: dataset, trainer: ScriptedTrainer { ScriptedTrainer.even($0) },
      selection: .metric(named: "f1_macro"))
    let run = try #require(try runs().first)
    #expect(run.metrics["valid_f1_macro"]?.number != nil && run.metrics["f1_macro"] == nil)
    #expect(run.provenance[SearchProvenance.metric] == "valid_f1_macro")
    #expect(run.provenance[SearchProvenance.direction] == "maximize")
  }

  @Test("Experiments of the same moment have ids of their own")
  func sameMoment() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<6 {
        group.addTask {
          _ = try await run(
            "e\(number)", dataset: dataset, trainer: ScriptedTrainer { ScriptedTrainer.even($0) })
        }
      }
      try await group.waitForAll()
    }
    let runs = try runs()
    #expect(runs.count == 18 && runs.count { $0.id.run.text.hasSuffix("_final") } == 6)
    for final in runs where final.id.run.text.hasSuffix("_final") {
      #expect(runs.count { $0.parent == final.id.description } == 2)
    }
  }

  @Test("Experiments of the same second have ids of their own")
  func sameSecond() async throws {
    for name in ["one", "two", "three"] {
      _ = try await run(name, dataset: dataset, trainer: ScriptedTrainer { ScriptedTrainer.even($0) })
    }
    #expect(
      try runs().map(\.id.run.text).filter { $0.hasSuffix("final") } == [
        "2023_11_14__22_13_20_0002_final", "2023_11_14__22_13_20_0003_final", "2023_11_14__22_13_20_final",
      ])
    #expect(try runs().count == 9)
  }

  @Test("Several labels are kept as lists")
  func severalLabels() async throws {
    let dataset = ClassificationDataset(
      texts: (0..<20).map { "text \($0)" }, labelSets: (0..<20).map { $0 % 2 == 0 ? ["a", "b"] : ["b"] })
    let results = try await run(
      "sets", dataset: dataset, trainer: ScriptedTrainer { ScriptedTrainer.even($0) })
    let artifact = try #require(try runs().last?.artifacts.first { $0.id == "predictions" })
    guard case .file(let path) = artifact.content else {
      Issue.record("the predictions are no file")
      return
    }
    let read = try PredictionFileReader(fileSystem: fileSystem).read(path)
    #expect(read.predictions.schema.task == .multilabel)
    #expect(read.predictions.row(0).truthNames == results.predictions.row(0).truthNames)
  }
}
