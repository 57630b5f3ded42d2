import Diagnostics
import RunModel
import Testing

@testable import RunExchange

struct MLflowEvaluationFilesTests {
  private func load(_ name: String, _ text: String) throws -> (run: Run, diagnostics: [Diagnostic]) {
    let files = FileSystem.inMemory([
      "/m/1/meta.yaml": "experiment_id: '1'\nlifecycle_stage: active\nname: digits\n",
      "/m/1/aa/meta.yaml": "run_name: a\nstatus: 3\n", "/m/1/aa/artifacts/" + name: text,
    ])
    let collection = try ImportTool.mlflow.source(at: "/m", fileSystem: files).load()
    #expect(collection.runs.first?.artifacts.map(\.id.text) == [name])
    return (try #require(collection.runs.first), collection.diagnostics)
  }

  private let header =
    "positive_class,true_negatives,false_positives,false_negatives,true_positives,example_count,recall_score\n"

  @Test func eachClassOfATableBecomesADict() throws {
    let (run, diagnostics) = try load(
      "eval/per_class_metrics.csv",
      header + "cat,3,1,2,4,10,0.6667\ndog,7,0,1,2,10,0.6667\nfox,5,2,0,3,10,1.0\n")
    #expect(diagnostics == [])
    #expect(run.dicts.keys.sorted() == ["per class: cat", "per class: dog", "per class: fox"])
    #expect(run.dicts["per class: cat"]?["true_positives"] == 4)
    #expect(run.dicts["per class: cat"]?["recall_score"] == Scalar(.real, text: "0.6667"))
    #expect(run.confusions.isEmpty)
  }

  @Test func twoClassesGiveTheMatrixWithTruthInRows() throws {
    let (run, _) = try load("per_class_metrics.csv", header + "no,4,1,2,3,10,0.6\nyes,3,2,1,4,10,0.8\n")
    #expect(
      run.confusions["per_class_metrics"]
        == LoggedConfusion(labels: ["no", "yes"], counts: [[3, 2], [1, 4]]))
  }

  @Test func countsThatContradictEachOtherGiveNoMatrix() throws {
    let (run, diagnostics) = try load(
      "per_class_metrics.csv", header + "no,4,1,2,3,10,0.6\nyes,3,2,1,5,10,0.8\n")
    #expect(run.confusions.isEmpty)
    #expect(diagnostics.map(\.kind.name) == ["import.contradicting-counts"])
  }

  @Test(arguments: [
    ("confusion_matrix.json", #"{"labels": ["a", "b"], "counts": [[1, 2], [3, 4]]}"#, ["a", "b"]),
    (
      "confusion_matrix.json", #"{"columns": ["a", "b"], "index": ["a", "b"], "data": [[1, 2], [3, 4]]}"#,
      ["a", "b"]
    ),
    ("val/confusion_matrix.json", "[[1, 2], [3, 4]]", ["0", "1"]),
    ("confusion_matrix.csv", ",a,b\na,1,2\nb,3,4\n", ["a", "b"]),
  ])
  func aSquareOfCountsIsAMatrix(_ name: String, _ text: String, _ labels: [String]) throws {
    let (run, diagnostics) = try load(name, text)
    #expect(diagnostics == [])
    #expect(run.confusions.values.first == LoggedConfusion(labels: labels, counts: [[1, 2], [3, 4]]))
    #expect(run.confusions.keys.first?.text == String(name.prefix { $0 != "." }))
  }

  @Test(arguments: [
    ("confusion_matrix.json", "[[1, 2], [3]]"), ("confusion_matrix.json", "[[0.5, 0.5], [0.1, 0.9]]"),
    ("confusion_matrix.json", "[[1, -2], [3, 4]]"),
    ("confusion_matrix.json", #"{"labels": ["a"], "counts": [[1, 2], [3, 4]]}"#),
    ("confusion_matrix.json", #"{"columns": ["a", "b"], "index": ["b", "a"], "data": [[1, 2], [3, 4]]}"#),
    ("confusion_matrix.json", #"{"labels": ["a", "a"], "counts": [[1, 2], [3, 4]]}"#),
    ("confusion_matrix.csv", ",a,b\nb,1,2\na,3,4\n"), ("confusion_matrix.csv", "a,b\n1,2\n"),
    ("matrix.json", "[[1, 2], [3, 4]]"),
  ])
  func whatIsNotPlainlyAMatrixStaysAnArtifact(_ name: String, _ text: String) throws {
    #expect(try load(name, text).run.confusions.isEmpty)
  }
}
