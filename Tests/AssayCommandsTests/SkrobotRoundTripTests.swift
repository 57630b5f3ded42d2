import Diagnostics
import Experiments
import RunExchange
import RunModel
import RunRegistry
import TestSupport
import Testing

/// What experiments leave behind is what the importer of skrobot's folders reads.
@Suite struct SkrobotRoundTripTests {
  private struct NoteTask: ExperimentTask {
    var text: String
    var parameters: TaskParameters { ["text": .text(text), "C": 0.1] }

    func run(in directory: String) async throws -> Int {
      guard text != "bad" else { throw TaskError(.invalidInput, detail: "a bad text") }
      try FileSystem.disk.write(Array(text.utf8), directory + "/note.txt")
      return 1
    }
  }

  private struct CountTrainer: Trainer {
    let name = "count"
    func train(_ request: TrainingRequest) async throws -> TrainingOutcome {
      TrainingOutcome(
        test: request.test.map { part in
          part.texts.map { text in
            let p = min(0.95, 0.05 + Double(text.utf8.count) / 40)
            return [1 - p, p]
          }
        })
    }
  }

  @Test func everyExecutionIsARunWithItsOwnFilesAndTheEvaluationHasItsMetrics() async throws {
    let scratch = try TemporaryDirectory()
    let source = try scratch.write("// how\n", to: "train.swift")
    let time = UTCTimestamp(microseconds: 1_774_070_109_000_000)
    let experiment = try Experiment(scratch.path + "/experiments", clock: .fixed(time))
      .setExperimenter("ada").setSourceCodeFilePath(source).build(id: "e1")
    for text in ["one", "bad", "three"] { _ = await experiment.execute(NoteTask(text: text)) }
    let texts = (0..<40).map { String(repeating: "x", count: $0) }
    let data = ClassificationDataset(texts: texts, labels: (0..<40).map { $0 % 5 < 2 || $0 < 16 ? "0" : "1" })
    let task = EvaluationCrossValidationTask(train: data, test: data, trainer: CountTrainer())
    let result = try await experiment.run(task)

    let path = scratch.path + "/experiments"
    #expect(ImportTool.recognised(at: path) == .skrobot)
    let collection = try ImportTool.skrobot.source(at: path).load()
    #expect(collection.diagnostics == [])
    let runs = collection.runs
    #expect(
      runs.map(\.id.description) == [
        "experiments/evaluation_cross_validation/ada-2026-03-21T05-15-09",
        "experiments/note/ada-2026-03-21T05-15-09", "experiments/note/ada-2026-03-21T05-15-09_0002",
        "experiments/note/ada-2026-03-21T05-15-09_0003",
      ])
    #expect(runs.map(\.status) == [.completed, .completed, .failed, .completed])
    #expect(runs[2].error == "TaskError: a bad text")
    #expect(runs[3].params["text"] == "three")
    #expect(runs[3].artifacts.map(\.id) == ["note.txt", "train.swift"])
    #expect(runs[1].artifacts.map(\.id) == ["note.txt", "train.swift"])
    #expect(runs[3].artifacts.first?.content == .file(experiment.path + "/note_task_0003/note.txt"))
    #expect(runs[1].provenance["experimenter"] == "ada")
    #expect(Set(runs.map { $0.provenance[SourceKey.run] ?? "" }).count == 4)

    let evaluation = runs[0]
    #expect(evaluation.dicts["chosen threshold"]?["threshold"]?.number == result.threshold)
    for (name, value) in result.chosenMetrics where name.hasPrefix("validation_") && name.hasSuffix("_mean") {
      #expect(evaluation.metrics[ExactString(name)]?.number == value, "\(name)")
    }
    for (name, value) in result.testMetrics {
      #expect(evaluation.metrics[ExactString(name)]?.number == value, "\(name)")
    }
    #expect(evaluation.dicts["classification report test data"]?.count == 12)

    let registry = Registry(path: scratch.path + "/registry")
    let intake = RunIntake(registry: registry)
    #expect(try intake.take(collection, createdAt: time).added.count == 4)
    #expect(try intake.take(collection, createdAt: time).unchanged == 4)
  }
}
