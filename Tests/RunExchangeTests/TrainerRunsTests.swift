import Diagnostics
import FileFormats
import RunModel
import TestSupport
import Testing

@testable import RunExchange

@Suite struct TrainerRunsTests {
  private func load(_ files: [String: String]) throws -> RunCollection {
    try TrainerRuns(path: "/out", fileSystem: .inMemory(files)).load()
  }

  private func state(step: Int, of steps: Int = 20) -> String {
    #"{"global_step": \#(step), "max_steps": \#(steps), "log_history": [{"loss": \#(step), "step": \#(step)}]}"#
  }

  @Test func everyOutputFolderIsARunWithTheNumbersThatPythonReads() throws {
    let read = try ReadBack(.hfTrainer)
    try read.check()
    #expect(read.diagnostics.isEmpty)
    #expect(ImportTool.recognised(at: Fixture.path("foreign/hf-trainer")) == .hfTrainer)
    #expect(read.runs.map(\.id.description) == ["hf-trainer/main/bert-tiny", "hf-trainer/main/early-stop"])
    #expect(read.runs.allSatisfy { $0.artifacts.map(\.id) == ["predictions.csv"] })
  }

  @Test func theLastLoggedValueIsTheMetricAndTheBestModelIsInItsDict() throws {
    let run = try ReadBack(.hfTrainer).run("early-stop")
    #expect(run.metrics["eval_accuracy"]?.number == 0.6)
    #expect(run.dicts["eval results"]?["eval_accuracy"]?.number == 0.612)
    #expect(run.dicts["trainer state"]?["best_model_checkpoint"] == "checkpoint-350")
    #expect(run.dicts["trainer state"]?["best_metric"]?.number == 0.5809393690319617)
    #expect(run.params["EarlyStoppingCallback.early_stopping_patience"]?.number == 3)
    #expect(run.provenance["checkpoints"] == "checkpoint-400")
    #expect(run.provenance["transformers version"] == "5.23.0")
    #expect(run.dicts["model config"]?["hidden_size"] != nil)
  }

  @Test func theModelCardIsTheNotesWithoutItsFrontMatter() throws {
    let notes = try #require(try ReadBack(.hfTrainer).run("bert-tiny").notes)
    #expect(notes.hasPrefix("<!-- This model card"))
    #expect(notes.contains("# section-bert") && !notes.contains("model-index"))
  }

  @Test func anOutputFolderIsTheSameRunByItsStateFile() throws {
    let folder = Fixture.path("foreign/hf-trainer/bert-tiny")
    let runs = try [folder, folder + "/trainer_state.json"].map { path -> Run in
      #expect(ImportTool.recognised(at: path) == .hfTrainer)
      return try ImportTool.hfTrainer.source(at: path).load().runs[0]
    }
    #expect(runs[0].id == RunID(experiment: "hf-trainer", run: "bert-tiny"))
    #expect(runs[0] == runs[1])
  }

  @Test func withoutAFinalStateTheHighestCheckpointCounts() throws {
    let files = [
      "/out/a/checkpoint-5/trainer_state.json": state(step: 5),
      "/out/a/checkpoint-10/trainer_state.json": state(step: 10),
      "/out/a/checkpoint-best/trainer_state.json": state(step: 99),
      "/out/a/config.json": #"{"id2label": {"0": "no"}}"#,
      "/out/b/checkpoint-20/trainer_state.json": state(step: 20),
      "/out/b/checkpoint-20/config.json": #"{"dropout": 0.5}"#,
    ]
    #expect(TrainerRuns.recognises("/out", in: .inMemory(files)))
    let runs = try load(files).runs
    #expect(runs.map(\.metrics["loss"]?.number) == [10, 20])
    #expect(runs.map(\.status) == [.running, .completed])
    #expect(runs[0].dicts["id2label"] == ["0": "no"])
    #expect(runs[1].dicts["model config"] == ["dropout": 0.5])
  }

  @Test func aBrokenFinalStateGivesWhatStandsBeforeTheBreak() throws {
    let whole = try Fixture.text("foreign/hf-trainer/bert-tiny/trainer_state.json")
    let cut = try load(["/out/a/trainer_state.json": String(whole.prefix(2000))])
    #expect(cut.runs[0].histories["loss"]?.map(\.step) == [5, 10, 15, 20, 25, 30, 35, 40, 45])
    #expect(cut.diagnostics.map(\.kind.name) == ["import.invalid-json"])
    let empty = try load([
      "/out/a/trainer_state.json": "", "/out/a/checkpoint-7/trainer_state.json": state(step: 7),
    ])
    #expect(empty.runs[0].metrics["loss"]?.number == 7)
    #expect(empty.diagnostics.map { $0.place?.path } == ["a/trainer_state.json"])
  }

  @Test func whatIsNotAsTheTrainerWritesItIsSaid() throws {
    let collection = try load([
      "/out/a/trainer_state.json": "[]",
      "/out/b/trainer_state.json": #"""
      {"log_history": [{"loss": 3, "step": 1}, {"loss": 2, "step": "two"}, {"loss": [1, 2], "acc": null, "step": 3},
       {"loss": [0], "step": 4}, 7, {"loss": 1, "step": 5}]}
      """#,
      "/out/c/trainer_state.json": #"{"global_step": 1, "log_history": {}}"#,
    ])
    try #require(collection.runs.map(\.id.run) == ["a", "b", "c"])
    #expect(collection.runs[1].metrics["loss"]?.number == 1)
    #expect(collection.runs[1].histories["loss"]?.map(\.step) == [nil, 1, 5])
    #expect(
      collection.diagnostics.map { "\($0.severity) \($0.place?.path.prefix(1) ?? ""): \($0.found)" } == [
        "warning a: no object but a list as the file",
        "warning b: no whole number as the step of a row", "warning b: a list as “loss”, 2 times",
        "warning b: a number as a row of log_history", "warning c: no list but an object as log_history",
      ])
  }

  @Test func aTrialOfASearchHasItsParameters() throws {
    let run = try load([
      "/out/trainer_state.json": #"""
      {"trial_name": "run-3", "trial_params": {"learning_rate": 0.1, "nested": {"depth": 2}},
       "best_model_checkpoint": "C:\\out\\checkpoint-3", "log_history": [{"loss": "nan", "step": 1.5}, 7, [1]]}
      """#
    ]).runs[0]
    #expect(run.params.mapValues(\.text) == ["learning_rate": "0.1", "nested.depth": "2"])
    #expect(run.tags == ["trial_name": "run-3"])
    #expect(run.dicts["trainer state"]?["best_model_checkpoint"] == "checkpoint-3")
    #expect(run.metrics["loss"]?.number?.isNaN == true)
    #expect(run.histories.isEmpty)
  }

  @Test(arguments: ["trainer_state.json", "config.json", "eval_results.json", "README.md"])
  func damagedFilesNeverCrash(name: String) throws {
    let whole = try Fixture.bytes("foreign/hf-trainer/bert-tiny/\(name)")
    let others = [
      "/out/a/trainer_state.json": Array(state(step: 1).utf8),
      "/out/b/trainer_state.json": Array(state(step: 2).utf8),
    ]
    ImportFuzz.damage(whole, as: "/out/b/" + name, beside: others, seed: 75) { files in
      let runs = (try? TrainerRuns(path: "/out", fileSystem: files).load())?.runs ?? []
      #expect(runs.count == 2 && runs[0].metrics["loss"]?.number == 1)
    }
  }
}
