import Diagnostics
import FileFormats
import RunModel
import TestSupport
import Testing

@testable import RunExchange

@Suite struct PredictionFolderTests {
  @Test func everyPredictionFileIsARunNamedByItAndItsFolder() throws {
    let path = Fixture.path("foreign/predictions")
    #expect(ImportTool.recognised(at: path) == .predictions)
    let collection = try ImportTool.predictions.source(at: path).load()
    #expect(
      collection.runs.map(\.id.description) == [
        "pairs/main/logistic", "pairs/main/trees", "predictions/main/arrays", "predictions/main/debtags",
        "predictions/main/headlines", "predictions/main/petals", "predictions/main/scene",
        "predictions/main/table",
      ])
    #expect(
      collection.runs.flatMap(\.artifacts).map(\.filename) == [
        "predictions.csv", "predictions.csv", "predictions.npz", "predictions.jsonl", "predictions.jsonl.gz",
        "predictions.csv", "predictions.csv.gz", "predictions.tsv",
      ])
    #expect(collection.runs.allSatisfy { $0.artifacts.map(\.id) == ["predictions"] })
    let petals = try #require(collection.runs.first { $0.id.run == "petals" })
    #expect(petals.notes == "# Petals\n\nSeven neighbours.\n")
    #expect(petals.artifacts[0].content == .file(path + "/petals.csv"))
    #expect(petals.provenance[SourceKey.run] == "petals.csv")
    #expect(petals.folder == path)
    // The log of another tool lies among them.
    #expect(collection.diagnostics.map { $0.place?.path } == ["other.csv"])
    #expect(collection.diagnostics.map(\.severity) == [.note])
  }

  @Test func oneFileIsOneRun() throws {
    let path = Fixture.path("foreign/predictions/pairs/trees.csv")
    #expect(ImportTool.recognised(at: path) == .predictions)
    #expect(
      try ImportTool.predictions.source(at: path).load().runs.map(\.id.description) == ["pairs/main/trees"])
    #expect(throws: SourceError.self) {
      try ImportTool.predictions.source(at: Fixture.path("foreign/predictions/other.csv")).load()
    }
  }

  @Test func filesOfOneNameAreRunsOfTheirOwn() throws {
    let files = FileSystem.inMemory(["/p/a.csv": "label,predicted\n", "/p/a.tsv": "label\tpredicted\n"])
    let runs = try PredictionFolder(path: "/p", fileSystem: files).load().runs
    #expect(runs.map(\.id.run) == ["a", "a-a.tsv"])
  }

  @Test(arguments: [
    ("y_true,y_pred", true), ("target,prediction", true), ("label,predicted", true), ("actual,y_pred", true),
    ("y_true,proba_a,proba_b", true), ("y_true,p_a,p_b", true), ("y_true,prob_a,prob_b", true),
    ("true_a,true_b,proba_a,proba_b", true), ("true_a,pred_a", true), ("actual,predicted", true),
    ("\"y_true\",\"y_pred\"", true), ("\u{FEFF}y_true,y_pred", true),
    ("y_true,p_a", false), ("y_true,prob_", false), ("y_pred,proba_a", false), ("label,text", false),
    ("epoch,loss", false), ("Y_TRUE,Y_PRED", false), ("", false), ("\"y_true,y_pred", false),
  ])
  func aFileIsKnownByItsFirstLine(header: String, isPrediction: Bool) {
    let files = FileSystem.inMemory(["/p/run.csv": header + "\n1,2\n"])
    #expect(PredictionFolder.recognises("/p", in: files) == isPrediction)
    #expect(PredictionFolder.recognises("/p/run.csv", in: files) == isPrediction)
  }

  @Test func ofLinesOfJSONTheFirstCounts() {
    let long = String(repeating: "x", count: 400_000)
    let files = FileSystem.inMemory([
      "/good/a.jsonl": #"{"id": 1, "y_true": "a", "y_proba": {"a": 1}}"# + "\nnonsense",
      "/cut/a.ndjson": #"{"y_true": "a", "y_pred": "b", "text": ""# + long + #""}"#,
      "/bad/a.jsonl": #"["y_true", "y_pred"]"# + "\n", "/none/a.jsonl": #"{"text": "y_true"}"#,
    ])
    #expect(
      ["/good", "/cut", "/bad", "/none"].map { PredictionFolder.recognises($0, in: files) } == [
        true, true, false, false,
      ])
  }

  @Test func aRegistryIsLeftToItsOwnReader() {
    let files = FileSystem.inMemory(["/r/.erm_registry.json": "{}", "/r/a.csv": "y_true,y_pred\n"])
    #expect(!PredictionFolder.recognises("/r", in: files))
  }

  @Test(arguments: ["petals.csv", "debtags.jsonl", "scene.csv.gz", "headlines.jsonl.gz", "arrays.npz"])
  func damagedFilesNeverCrash(name: String) throws {
    let whole = try Fixture.bytes("foreign/predictions/\(name)")
    ImportFuzz.damage(whole, as: "/p/" + name, seed: 72) { files in
      let isKnown = PredictionFolder.recognises("/p", in: files)
      let runs = (try? PredictionFolder(path: "/p", fileSystem: files).load())?.runs ?? []
      #expect(runs.count == (isKnown ? 1 : 0))
    }
  }
}
