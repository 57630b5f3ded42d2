import Diagnostics
import RunModel
import TestSupport
import Testing

@testable import RunExchange

struct NomadicResultsTests {
  @Test func aListOfResultsBecomesTrialsInItsOwnOrder() throws {
    let path = Fixture.path("foreign/nomadic/results.json")
    #expect(ImportTool.recognised(at: path) == .nomadic)
    let collection = try ImportTool.nomadic.source(at: path).load()
    #expect(collection.diagnostics == [])
    #expect(collection.runs.map(\.id.run) == (1...6).map { ExactString("trial-000\($0)") })
    #expect(Set(collection.runs.map(\.id.experiment)) == ["results"])
    #expect(collection.runs.map { $0.metrics["score"]?.text } == ["2.0", "2.0", "1.0", "6.0", "4.0", "3.0"])
    #expect(collection.runs[3].params == ["a": 2, "b": 3])
    #expect(collection.runs[3].dicts == ["metadata": ["m": 1]])
    #expect(collection.runs[3].provenance[SourceKey.run] == "results.json#3")
  }

  @Test func aSavedResultKeepsItsNameAndMetadata() throws {
    let runs = try NomadicResults(
      path: Fixture.path("foreign/nomadic/experiment_result.json"), fileSystem: .disk
    ).load().runs
    #expect(runs.map(\.id.description) == (1...4).map { "n/main/trial-000\($0)" })
    #expect(runs[0].provenance["experiment metadata k"] == "v")
    #expect(runs[0].dicts["metadata"] == ["note": "x", "t": 1])
    #expect(runs[1].params["extra"]?.kind == .null)
    #expect(runs[1].dicts == [:])
    #expect(runs[0].artifacts == [])
  }

  @Test func aFolderHoldsAnExperimentForEachFile() throws {
    let path = Fixture.path("foreign/nomadic")
    #expect(ImportTool.recognised(at: path) == .nomadic)
    let runs = try NomadicResults(path: path, fileSystem: .disk).load().runs
    #expect(runs.count == 10)
    #expect(Set(runs.map(\.id.experiment)) == ["n", "results"])
  }

  @Test func scoresThatAreNotNumbersStayAndNothingIsSortedByThem() throws {
    let collection = try load(
      """
      [{"score": 0.1, "params": {}}, {"score": NaN, "params": {}}, {"score": null, "params": {}}, {"params": {}},
       {"score": "0.90", "params": {}}, {"score": "high", "params": {}}, 7, {"score": [1], "params": {}}]
      """)
    let scores = collection.runs.map { $0.metrics["score"]?.text ?? "none" }
    #expect(scores == ["0.1", "NaN", "nan", "none", "0.90", "none", "none"])
    #expect(collection.runs.last?.id.run == "trial-0008")
    #expect(
      collection.diagnostics.map { "\($0.kind.name) \($0.place?.line ?? 0)" } == [
        "import.invalid-score 1", "import.invalid-score 2", "import.invalid-result 2",
        "import.invalid-score 2",
      ])
  }

  @Test func whatAWorkspaceKeepsIsReadWithItsSearchSpace() throws {
    let runs = try load(
      """
      {"overall_score": 0.9, "hyperparameters": {"lr": [0.1, 0.2]}, "experiment_id": 12, "status": "completed",
       "name": "prompts", "results": {"best_idx": 0, "run_results": [
       {"score": 0.9, "params": {"lr": 0.1, "prompt": {"kind": "short", "shots": [1, 2]}},
        "metadata": {"model": "Redacted for serialization", "times": {"mean": 1.5}}}]}}
      """
    ).runs
    let run = try #require(runs.first)
    #expect(run.id.experiment == "prompts")
    #expect(run.dicts["search space"] == ["lr": Scalar(.json, text: "[0.1, 0.2]")])
    #expect(run.params["prompt.kind"] == "short")
    #expect(run.params["prompt.shots"] == Scalar(.json, text: "[1, 2]"))
    #expect(run.dicts["metadata"] == ["model": "Redacted for serialization", "times.mean": 1.5])
    #expect(run.provenance["experiment status"] == "completed")
  }

  @Test func theMadeUpResultOfAFailedExperimentIsAFailedRunWithoutAScore() throws {
    let run = try #require(
      try load(
        """
        {"experiment_status": "finished_error", "experiment_status_message": "Traceback: boom",
         "experiment_result": {"run_results": [{"score": -1, "params": {}, "metadata": {}}]}}
        """
      ).runs.first)
    #expect(run.status == .failed)
    #expect(run.error == "Traceback: boom")
    #expect(run.metrics == [:])
  }

  @Test func aLargeSearchSpaceIsNotRepeatedWithEachRun() throws {
    let values = (0..<60).map { "\"p\($0)\": [1]" }.joined(separator: ",")
    let collection = try load(
      "{\"hp_search_space\": {\(values)}, \"run_results\": [{\"score\": 1, \"params\": {}}]}")
    #expect(collection.runs.first?.dicts == [:])
    #expect(collection.diagnostics.map(\.kind.name) == ["import.large-search-space"])
  }

  @Test func moreResultsThanARunEachIsMadeOfAreCounted() throws {
    let text =
      "[{\"score\": 1, \"params\": {}}" + String(repeating: ",0", count: NomadicTrials.trialLimit) + "]"
    let collection = try load(text)
    #expect(collection.runs.count == 1)
    #expect(collection.diagnostics.first?.kind.name == "import.too-many-runs")
    #expect(collection.diagnostics.first?.found == "100001 results")
  }

  @Test func picturesInBase64BecomeArtifacts() throws {
    let collection = try load(
      """
      [{"score": 1, "params": {}, "visualization": "iVBORw=="}, {"score": 1, "params": {}, "visualization": "%%"}]
      """)
    #expect(collection.runs[0].artifacts.map(\.content) == [.bytes([0x89, 0x50, 0x4E, 0x47])])
    #expect(collection.runs[1].artifacts == [])
    #expect(collection.diagnostics.map(\.kind.name) == ["import.invalid-picture"])
  }

  @Test(arguments: ["{}", "[]", "[1]", #"{"results": []}"#, #"[{"score": 1}]"#, #"[{"text": "params"}]"#, ""])
  func otherJSONIsNotTakenForResults(_ text: String) {
    let files = FileSystem.inMemory(["/s/a.json": text, "/s/b.csv": "score,params\n1,2\n"])
    #expect(!NomadicResults.recognises("/s", in: files))
    #expect(!NomadicResults.recognises("/s/a.json", in: files))
    #expect(throws: SourceError.self) { try NomadicResults(path: "/s", fileSystem: files).load() }
  }

  @Test func aBadFileDoesNotHideTheOthers() throws {
    let files = FileSystem.inMemory([
      "/s/a.json": #"[{"score": 1, "params": {}}"#, "/s/b.json": #"[{"score": 2, "params": {}}]"#,
    ])
    let collection = try NomadicResults(path: "/s", fileSystem: files).load()
    #expect(collection.runs.map(\.id.experiment) == ["b"])
    #expect(collection.diagnostics.map { $0.place?.path } == ["a.json"])
  }

  @Test func aFileWithTheNameOfResultsOrOfJSONThatIsNoneIsSaid() throws {
    let files = FileSystem.inMemory(bytes: [
      "/s/results.json": [0x00, 0xFF, 0x17, 0x80], "/s/b.json": Array(#"[{"score": 2, "params": {}}]"#.utf8),
      "/s/c.json": [0x7B, 0x01], "/s/d.json": [], "/s/package.json": Array(#"{"name": "x"}"#.utf8),
      "/s/old_results.json": Array("{}".utf8),
    ])
    #expect(ImportTool.recognised(at: "/s", fileSystem: files) == .nomadic)
    let collection = try NomadicResults(path: "/s", fileSystem: files).load()
    #expect(collection.runs.map(\.id.experiment) == ["b"])
    #expect(
      collection.diagnostics.map { "\($0.severity) \($0.place?.path ?? "")" }
        == ["c.json", "d.json", "old_results.json", "results.json"].map { "warning \($0)" })
  }

  @Test func damagedResultsNeverCrash() throws {
    let good = try Fixture.bytes("foreign/nomadic/experiment_result.json")
    var generator = SeededGenerator(seed: 51)
    var runCount = 0
    for _ in 0..<FuzzDose.rounds(default: 500) {
      let files = FileSystem.inMemory(bytes: ["/s/a.json": LogDamage.damage(good, using: &generator)])
      guard let collection = try? NomadicResults(path: "/s", fileSystem: files).load() else { continue }
      #expect(!collection.runs.isEmpty || !collection.diagnostics.isEmpty)
      runCount += collection.runs.count
    }
    #expect(runCount > 0)
  }

  private func load(_ text: String) throws -> RunCollection {
    try NomadicResults(path: "/s/a.json", fileSystem: .inMemory(["/s/a.json": text])).load()
  }
}
