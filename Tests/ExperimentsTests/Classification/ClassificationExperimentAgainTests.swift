import Diagnostics
import Evaluation
import Experiments
import RunModel
import TestSupport
import Testing

@Suite("Running an experiment again from its metadata")
struct ClassificationExperimentAgainTests {
  private let fileSystem = FileSystem.inMemory([:])

  private func dataset(_ count: Int = 60) -> ClassificationDataset {
    let words = ["sun", "rain", "snow", "wind"]
    return ClassificationDataset(
      texts: (0..<count).map { "\(words[$0 % 4]) and \(words[$0 * 7 % 4]) number \($0 % 5)" },
      labels: (0..<count).map { ExactString(words[$0 % 3]) })
  }

  @Test("The same dataset and trainer give the same probabilities, bit for bit")
  func again() async throws {
    let trainer = MultinomialNaiveBayesTrainer(fileSystem: fileSystem)
    let first = try ClassificationExperiment(
      dataset: dataset(), trainer: trainer,
      parameterGrid: ParameterGrid([
        "alpha": [0.1, 1, Scalar(.real, text: "10.0")], "fit_prior": [true, false],
      ]),
      name: "one", folder: "/e", fileSystem: fileSystem, selection: .metric(named: "f1_macro"), limit: 50)
    let results = try await first.run(
      split: [0.6, 0.2, 0.2], seed: .max, stratified: true, batchSizes: .init(train: 8), epochs: 2)
    let again = try ClassificationExperiment(
      metadataAt: first.metadataPath, dataset: dataset(), trainer: trainer, name: "two", folder: "/e",
      fileSystem: fileSystem, concurrency: 3)
    #expect(again.parameterGrid == first.parameterGrid)
    #expect(
      again.settings
        == ExperimentSettings(
          split: [0.6, 0.2, 0.2], seed: .max, stratified: true, batchSizes: .init(train: 8), epochs: 2))
    let other = try await again.run()
    #expect(other.probabilities == results.probabilities)
    #expect(other.testPart == results.testPart)
    #expect(other.best == results.best)
    #expect(other.trainingResults.map(\.validationLoss) == results.trainingResults.map(\.validationLoss))
    let metadata = try ["one", "two"].map {
      String(
        decoding: try fileSystem.read("/e/\($0)/gobbli-experiment-meta.json", limit: 1 << 20), as: UTF8.self)
    }
    #expect(metadata[0] == metadata[1].replacing("\"two\"", with: "\"one\""))
  }

  @Test("Another dataset, trainer or choice is refused")
  func others() async throws {
    let trainer = ScriptedTrainer(configuration: ["depth": 3]) { ScriptedTrainer.even($0) }
    let first = try ClassificationExperiment(
      dataset: dataset(), trainer: trainer, name: "one", folder: "/e", fileSystem: fileSystem)
    _ = try await first.run()
    func problem(
      _ dataset: ClassificationDataset, _ trainer: any Trainer, test: ClassificationDataset? = nil,
      selection: ModelSelection? = nil
    ) -> String? {
      do {
        _ = try ClassificationExperiment(
          metadataAt: first.metadataPath, dataset: dataset, testDataset: test, trainer: trainer,
          selection: selection, name: "two", folder: "/e", fileSystem: fileSystem)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(problem(dataset(), trainer) == nil)
    #expect(
      problem(dataset(61), trainer)?.hasPrefix(
        "This is another dataset than that of the experiment: found 61 examples with the digest ") == true)
    var changed = dataset()
    changed.texts[3] += " "
    #expect(problem(changed, trainer)?.contains("another dataset") == true)
    #expect(problem(dataset(), trainer, test: dataset(3))?.contains("another test dataset") == true)
    #expect(
      problem(dataset(), MajorityTrainer())?.contains("an experiment with the trainer “scripted”") == true)
    let deeper = ScriptedTrainer(configuration: ["depth": 4]) { ScriptedTrainer.even($0) }
    #expect(problem(dataset(), deeper)?.contains("whose “depth” is “3”; expected “4”") == true)
    #expect(
      problem(dataset(), trainer, selection: .metric(.accuracy))?.contains("a choice by “valid_loss”") == true
    )
  }

  @Test("A number that the trainer reports stays the choice, also where a metric has its name")
  func reported() async throws {
    let trainer = ScriptedTrainer { request in
      var outcome = ScriptedTrainer.even(request)
      outcome.metrics["accuracy"] = request.parameters["x"]
      return outcome
    }
    let first = try ClassificationExperiment(
      dataset: dataset(), trainer: trainer, parameterGrid: ParameterGrid(["x": [1, 3, 2]]), name: "one",
      folder: "/e", fileSystem: fileSystem, selection: .reported("accuracy", direction: .higherIsBetter))
    #expect(try await first.run().best == 1)
    func again(_ selection: ModelSelection?) throws -> ClassificationExperiment {
      try ClassificationExperiment(
        metadataAt: first.metadataPath, dataset: dataset(), trainer: trainer, selection: selection,
        name: "two", folder: "/e", fileSystem: fileSystem)
    }
    let error = #expect(throws: ClassificationExperimentError.self) { try again(.metric(.accuracy)) }
    #expect(
      error?.description.contains(
        "found a choice by “accuracy” of the source “reported”, where higher is better; expected a choice by "
          + "“accuracy” of the source “metric”") == true)
    #expect(try await again(nil).run().best == 1)
  }

  @Test("Metadata of other parts than those of the split is refused")
  func otherParts() async throws {
    let first = try ClassificationExperiment(
      dataset: dataset(), trainer: MajorityTrainer(), name: "one", folder: "/e", fileSystem: fileSystem)
    _ = try await first.run(seed: 7)
    let text = String(decoding: try fileSystem.read(first.metadataPath, limit: 1 << 20), as: UTF8.self)
    let changed = text.replacing("\"seed\": \"7\"", with: "\"seed\": \"8\"")
    #expect(changed != text)
    let error = #expect(throws: ClassificationExperimentError.self) {
      try ClassificationExperiment(
        metadataAt: "/m.json", dataset: dataset(), trainer: MajorityTrainer(), name: "two", folder: "/e",
        fileSystem: .inMemory(["/m.json": changed]))
    }
    #expect(error?.description.hasPrefix("/m.json: found a train part of 42 examples whose ids") == true)
    #expect(error?.description.contains("“one” cannot be run again to the same result") == true)
  }

  @Test("Metadata that was changed never crashes the reader")
  func hostileMetadata() async throws {
    let trainer = ScriptedTrainer { ScriptedTrainer.even($0) }
    let first = try ClassificationExperiment(
      dataset: dataset(), trainer: trainer, parameterGrid: ParameterGrid(["a": [1, "two"]]), name: "one",
      folder: "/e", fileSystem: fileSystem)
    _ = try await first.run()
    let good = try fileSystem.read(first.metadataPath, limit: 1 << 20)
    var chance = SeededGenerator(seed: 8)
    var (ran, refused) = (0, 0)
    for _ in 0..<FuzzDose.rounds(default: 1_000) {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &chance) {
        let place = Int.random(in: bytes.indices, using: &chance)
        if Bool.random(using: &chance) {
          bytes[place] = Array("0123456789-,[]{}\"ne".utf8).randomElement(using: &chance) ?? 0x30
        } else {
          bytes.remove(at: place)
        }
      }
      let changed = FileSystem.inMemory(["/m.json": String(decoding: bytes, as: UTF8.self)])
      do {
        let experiment = try ClassificationExperiment(
          metadataAt: "/m.json", dataset: dataset(), trainer: trainer, name: "x", folder: "/e",
          fileSystem: changed)
        if let results = try? await experiment.run() {
          ran += 1
          #expect(results.trainingResults.count == experiment.parameterGrid.count)
          #expect(results.probabilities.count == 12)
        }
      } catch {
        refused += 1
        #expect(
          error.description.contains("found ") || error.description.hasPrefix("empty parameter grid"),
          "\(error)")
      }
    }
    #expect(ran > 0 && refused > 0, "\(ran) ran, \(refused) were refused")
  }

  @Test("Where a field is missing or of another kind is said")
  func faults() throws {
    for (text, problem) in [
      ("{", "/m.json:1:2: found the end of the file"),
      ("{}", "/m.json:1:1: found no “assay”; expected an object of that name."),
      (#"{"assay": {"schema_version": 2}}"#, "/m.json:1:30: found version 2; expected version 1;"),
      (
        #"{"assay": {"schema_version": 1, "name": 3}}"#,
        "/m.json:1:41: found a number; expected text as “name”."
      ),
    ] {
      let error = #expect(throws: ClassificationExperimentError.self) {
        try ClassificationExperiment(
          metadataAt: "/m.json", dataset: dataset(), trainer: MajorityTrainer(), name: "x", folder: "/e",
          fileSystem: .inMemory(["/m.json": text]))
      }
      #expect(error?.description.hasPrefix(problem) == true, "\(error?.description ?? "")")
    }
  }
}
