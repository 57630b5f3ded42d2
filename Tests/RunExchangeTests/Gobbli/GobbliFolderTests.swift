import Diagnostics
import FileFormats
import RunModel
import TestSupport
import Testing

@testable import RunExchange

struct GobbliFolderTests {
  @Test func anEvaluationIsARunWithItsMetricsAndPredictions() throws {
    let path = Fixture.path("gobbli")
    #expect(ImportTool.recognised(at: path) == .gobbli)
    let collection = try ImportTool.gobbli.source(at: path).load()
    #expect(collection.diagnostics == [])
    #expect(collection.runs.map(\.id.description) == ["gobbli/main/multiclass", "gobbli/main/multilabel"])
    let run = try #require(collection.runs.first)
    #expect(
      run.metrics == [
        "Weighted F1 Score": Scalar(.real, text: "0.23214285714285712"),
        "Weighted Precision Score": Scalar(.real, text: "0.30833333333333335"),
        "Weighted Recall Score": Scalar(.real, text: "0.20833333333333334"),
        "Accuracy": Scalar(.real, text: "0.20833333333333334"),
      ])
    #expect(
      run.artifacts.map(\.filename) == [
        "multiclass_errors_k3.json", "multiclass_errors_report_k3.txt", "multiclass_metrics.json",
        "multiclass_metrics_report.txt", "multiclass_plot_vegalite.json", "predictions.jsonl",
      ])
  }

  /// The accuracy of what was written must be the one that the tool itself computed.
  @Test(arguments: [("multiclass", 24), ("multilabel", 24)])
  func thePredictionsGiveTheAccuracyThatTheToolComputed(_ name: String, _ count: Int) throws {
    let run = try #require(
      try GobbliFolder(path: Fixture.path("gobbli/\(name)_input.json"), fileSystem: .disk).load().runs.first)
    #expect(run.id.run.text == name)
    guard case .bytes(let bytes) = run.artifact("predictions")?.content else {
      Issue.record("predictions should be an artifact of bytes")
      return
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == count)
    var right = 0
    for line in lines {
      let row = try JSONReader.parse(Array(line), path: "row").root
      let probabilities = try #require(row["y_proba"]?.object?.members)
      #expect(probabilities.map(\.name) == ["a", "b", "c"])
      #expect(row["text"]?.string?.hasPrefix("doc ") == true)
      if let truth = row["y_true"]?.array {
        let predicted = probabilities.filter { ($0.value.number?.value ?? 0) > 0.5 }.map(\.name)
        right += Set(truth.compactMap(\.string)) == Set(predicted) ? 1 : 0
      } else {
        let largest = probabilities.max { ($0.value.number?.value ?? 0) < ($1.value.number?.value ?? 0) }
        right += row["y_true"]?.string == largest?.name ? 1 : 0
      }
    }
    #expect(run.metrics["Accuracy"]?.number == Double(right) / Double(count))
  }

  @Test func rowsKeepDigitsAndEscapes() throws {
    let run = try #require(
      try load([
        "/s/input.json": """
        {"labels": ["é\\n", "b"], "X": ["say \\"x\\"", 7], "y_true": ["b", "é\\n"],
         "y_pred_proba": {"é\\n": [0.250, 1e-3], "b": [0.75, 1]}}
        """
      ]).runs.first)
    #expect(run.id.description == "s/main/evaluation")
    guard case .bytes(let bytes) = run.artifact("predictions")?.content else {
      Issue.record("predictions should be an artifact of bytes")
      return
    }
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {"text":"say \\"x\\"","y_true":"b","y_proba":{"é\\n":0.250,"b":0.75}}
        {"y_true":"é\\n","y_proba":{"é\\n":1e-3,"b":1}}

        """)
  }

  @Test func trainingsOfModelsAreRunsWithLosses() throws {
    let collection = try load(Self.tree, at: "/user/.gobbli")
    #expect(collection.diagnostics == [])
    #expect(
      collection.runs.map(\.id.description) == [
        "ClassificationExperiment/SpaCyModel/mine", "gobbli/SpaCyModel/t1", "gobbli/SpaCyModel/t2",
        "gobbli/TfidfEmbedder/m2",
      ])
    let run = collection.runs[1]
    #expect(
      run.metrics == ["valid_loss": 0.5, "valid_accuracy": 0.75, "train_loss": Scalar(.real, text: "NaN")])
    #expect(run.params["dropout"] == 0.2)
    #expect(run.params["num_train_epochs"] == 3)
    #expect(run.params["checkpoint"] == nil)
    #expect(run.dicts["output"] == ["labels": Scalar(.json, text: #"["a", "b"]"#)])
    #expect(run.provenance["tool"] == "gobbli 0.2.4")
    #expect(run.provenance["checkpoint"] == "/elsewhere/checkpoint.bin")
    #expect(run.provenance[SourceKey.run] == "model/SpaCyModel/m1/train/t1")
    #expect(run.artifacts.map(\.filename) == ["output/weights.bin"])
    #expect(run.status == .completed)
    #expect(collection.runs[2].status == .running)
    #expect(collection.runs[3].metrics == [:])
  }

  @Test func anExperimentSaysWhatWasToBeTried() throws {
    let run = try #require(try load(Self.tree, at: "/user/.gobbli").runs.first)
    #expect(
      run.params == [
        "model": "SpaCyModel", "len_X": 100, "len_y": 100,
        "param_grid.dropout": Scalar(.json, text: "[0.1, 0.2]"),
      ])
    #expect(run.metrics == [:])
    let alone = try load(Self.tree, at: "/user/.gobbli/experiment/ClassificationExperiment/mine")
    #expect(alone.runs.map(\.id.description) == ["mine/SpaCyModel/mine"])
  }

  @Test func filesBelongToTheInputWithTheLongestName() throws {
    let input = #"{"labels": ["a"], "X": ["x"], "y_true": ["a"], "y_pred_proba": {"a": [1]}}"#
    let runs = try load([
      "/s/a_input.json": input, "/s/a_b_input.json": input, "/s/a_metrics.json": "{}",
      "/s/a_b_metrics.json": "{}",
      "/s/a_b_c.txt": "", "/s/other.txt": "", "/s/a.txt": "",
    ]).runs
    #expect(runs.map(\.id.run) == ["a", "a_b"])
    #expect(runs[0].artifacts.map(\.filename) == ["a_metrics.json", "predictions.jsonl"])
    #expect(runs[1].artifacts.map(\.filename) == ["a_b_c.txt", "a_b_metrics.json", "predictions.jsonl"])
  }

  @Test(arguments: [
    (#""y_true": ["a"], "y_pred_proba": {}"#, "no columns of probabilities"),
    (#""y_true": ["a"]"#, "no columns of probabilities"),
    (#""y_pred_proba": {"a": [1]}"#, "no true labels"),
    (#""y_true": ["a", ["b"]], "y_pred_proba": {"a": [1, 1]}"#, "an array"),
    (#""y_true": [["a"], [1]], "y_pred_proba": {"a": [1, 1]}"#, "an array"),
    (#""y_true": ["a"], "y_pred_proba": {"a": [1, 0]}"#, "2 probabilities"),
    (#""y_true": ["a"], "y_pred_proba": {"a": ["x"]}"#, "a string"),
  ])
  func inputsThatAreNotWholeAreSaidAndTheRunShown(_ members: String, _ found: String) throws {
    let collection = try load([
      "/s/x_input.json": #"{"labels": ["a"], "X": ["t"], \#(members)}"#,
      "/s/x_metrics.json": #"{"Accuracy": 1}"#,
    ])
    #expect(collection.diagnostics.map(\.kind.name) == ["import.invalid-predictions"])
    #expect(collection.diagnostics.map(\.found) == [found])
    #expect(collection.runs.first?.metrics == ["Accuracy": 1])
    #expect(collection.runs.first?.artifacts.map(\.filename) == ["x_metrics.json"])
  }

  @Test(arguments: [
    ["a.json": #"{"labels": ["a"], "X": ["t"]}"#], ["x_input.json": #"{"labels": ["a"]}"#],
    ["x_input.json": "[]"],
    ["y_true.csv": "a\n"], ["metrics.json": #"{"Accuracy": 1}"#],
  ])
  func otherFoldersAreNotTakenForTheTools(_ files: [String: String]) {
    let tree = FileSystem.inMemory(Dictionary(uniqueKeysWithValues: files.map { ("/s/\($0.key)", $0.value) }))
    #expect(!GobbliFolder.recognises("/s", in: tree))
    #expect(throws: SourceError.self) { try GobbliFolder(path: "/s", fileSystem: tree).load() }
  }

  @Test func aFileOfNothingButValuesIsRefused() throws {
    let values = "[" + String(repeating: "1,", count: GobbliEvaluation.valueLimit) + "1]"
    let collection = try load([
      "/s/x_input.json": #"{"labels": ["a"], "X": [], "y_true": ["a"], "y_pred_proba": {"a": \#(values)}}"#
    ])
    #expect(collection.runs == [])
    #expect(collection.diagnostics.map(\.kind.name) == ["import.too-large"])
  }

  @Test func damagedFilesNeverCrash() throws {
    let good = try Fixture.bytes("gobbli/multilabel_input.json")
    let tree = Self.tree.mapValues { Array($0.utf8) }
    let names = tree.keys.sorted()
    var generator = SeededGenerator(seed: 71)
    var counts = (runs: 0, predictions: 0)
    for _ in 0..<FuzzDose.rounds(default: 200) {
      let input = LogDamage.damage(good, using: &generator)
      if let collection = try? GobbliFolder(
        path: "/s", fileSystem: .inMemory(bytes: ["/s/x_input.json": input])
      ).load() {
        #expect(!collection.diagnostics.isEmpty || collection.runs.first?.artifacts.isEmpty == false)
        counts.predictions += collection.runs.reduce(0) { $0 + $1.artifacts.count }
      }
      var files = tree
      let name = names.randomElement(using: &generator) ?? ""
      files[name] = LogDamage.damage(files[name] ?? [], using: &generator)
      counts.runs +=
        (try? GobbliFolder(path: "/user/.gobbli", fileSystem: .inMemory(bytes: files)).load())?.runs.count
        ?? 0
    }
    #expect(counts.runs > 0)
    #expect(counts.predictions > 0)
  }

  private func load(_ files: [String: String], at path: String = "/s") throws -> RunCollection {
    try GobbliFolder(path: path, fileSystem: .inMemory(files)).load()
  }

  private static let tree: [String: String] = [
    "/user/.gobbli/experiment/ClassificationExperiment/mine/gobbli-experiment-meta.json":
      #"{"model": "SpaCyModel", "len_X": 100, "len_y": 100, "param_grid": {"dropout": [0.1, 0.2]}}"#,
    "/user/.gobbli/model/SpaCyModel/m1/gobbli-model-info.json":
      #"{"class": "SpaCyModel", "gobbli_version": "0.2.4"}"#,
    "/user/.gobbli/model/SpaCyModel/m1/gobbli-model-meta.json": #"{"dropout": 0.2}"#,
    "/user/.gobbli/model/SpaCyModel/m1/train/t1/input/gobbli-task-meta.json":
      #"{"train_batch_size": 32, "num_train_epochs": 3, "checkpoint": null}"#,
    "/user/.gobbli/model/SpaCyModel/m1/train/t1/output/gobbli-task-meta.json":
      #"""
    {"valid_loss": 0.5, "valid_accuracy": 0.75, "train_loss": NaN, "labels": ["a", "b"],
     "checkpoint": "/elsewhere/checkpoint.bin"}
    """#,
    "/user/.gobbli/model/SpaCyModel/m1/train/t1/output/weights.bin": "w",
    "/user/.gobbli/model/SpaCyModel/m1/train/t2/input/gobbli-task-meta.json": #"{"train_batch_size": 8}"#,
    "/user/.gobbli/model/TfidfEmbedder/m2/gobbli-model-meta.json": "{}",
  ]
}
