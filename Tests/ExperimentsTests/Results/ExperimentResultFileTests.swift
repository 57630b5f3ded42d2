import Diagnostics
import Experiments
import RunModel
import TestSupport
import Testing

@Suite("Files of results")
struct ExperimentResultFileTests {
  private func parse(_ text: String) throws -> ExperimentResultFile {
    try ExperimentResultFile.parse(Array(text.utf8), path: "r.json")
  }

  @Test("A list that was written as a search went comes back byte for byte, and its best is known")
  func list() throws {
    let bytes = try Fixture.bytes("foreign/nomadic/results.json")
    let file = try ExperimentResultFile.parse(bytes, path: "results.json")
    #expect(file.form == .list)
    #expect(file.runResults.map(\.score) == [2, 2, 1, 6, 4, 3])
    #expect(file.result.bestRunResult?.params == ["a": 2, "b": 3])
    #expect(try ExperimentResultFile.bytes(of: file.runResults) == bytes)
  }

  @Test("A saved result comes back byte for byte, its null and its empty picture included")
  func whole() throws {
    let bytes = try Fixture.bytes("foreign/nomadic/experiment_result.json")
    let file = try ExperimentResultFile.parse(bytes, path: "e.json")
    #expect(file.form == .experiment)
    #expect(file.result.name == "n")
    #expect(file.result.metadata == ["k": "v"])
    #expect(file.diagnostics.isEmpty)
    #expect(try ExperimentResultFile.bytes(of: file.result, form: .experiment, indent: 1) == bytes)
  }

  @Test(
    "Every form reads back what was written, as far as it has a place for it",
    arguments: ExperimentResultForm.allCases)
  func forms(form: ExperimentResultForm) throws {
    let result = ExperimentResult(
      searchSpace: ["lr": Scalar(.json, text: "[0.1, 0.2]")],
      runResults: [
        RunResult(
          score: 0.25, params: ["lr": 0.1, "deep": Scalar(.json, text: #"{"a": [1, null]}"#)],
          metadata: ["note": "Zürich\n\"x\""], visualization: [0, 255, 7]),
        RunResult(score: 0.5, params: ["lr": Scalar(.real, text: "0.20")]),
        RunResult(
          score: .nan, params: ["lr": Scalar(.null, text: "null")], error: "Traceback\nValueError: no"),
      ], metadata: ["host": "a"], name: "study", clientID: "c1", direction: .lowerIsBetter)
    let fileSystem = FileSystem.inMemory([:])
    try ExperimentResultFile.write(result, to: "/r.json", form: form, in: fileSystem)
    let file = try ExperimentResultFile.read("/r.json", in: fileSystem)
    #expect(file.form == form)
    #expect(file.runResults == result.runResults)
    #expect(file.runResults[0].visualization == [0, 255, 7])
    guard form == .experiment || form == .workspace else { return }
    #expect(file.result.searchSpace == result.searchSpace)
    #expect(file.result.name == "study")
    #expect(file.result.direction == .lowerIsBetter)
    #expect(file.result.metadata == result.metadata)
  }

  @Test("A workspace’s file says the best score, and keeps what Assay does not know")
  func workspace() throws {
    let text = """
      {"overall_score": 1, "hyperparameters": {"k": [1, 2]}, "results": {"best_idx": 0, "run_results": [
      {"score": 1, "params": {"k": 1}, "metadata": {}, "seen": true}]}, "experiment_id": 7, "status": "completed",
      "name": "w", "colour": "blue"}
      """
    let file = try parse(text)
    #expect(file.form == .workspace)
    #expect(file.result.searchSpace["k"]?.text == "[1, 2]")
    #expect(file.runResults[0].furtherFields == ["seen": true])
    let again = try ExperimentResultFile.parse(
      ExperimentResultFile.bytes(of: file.result, form: .workspace), path: "w.json")
    #expect(again.result == file.result)
  }

  @Test("What cannot be written as JSON is an error that names it, and nothing is written")
  func unserialisable() {
    let result = ExperimentResult(runResults: [
      RunResult(score: 1, params: ["model": Scalar(.json, text: "<object at 0x7f>")])
    ])
    let fileSystem = FileSystem.inMemory([:])
    let error = #expect(throws: ExperimentResultError.self) {
      try ExperimentResultFile.write(result, to: "/r.json", in: fileSystem)
    }
    #expect(error?.description.contains("model of result 1") == true)
    #expect(!fileSystem.exists("/r.json"))
  }

  @Test("A bad result is left out with its place, a bad score is no number, and the good ones stay")
  func bad() throws {
    let file = try parse(
      "[{\"score\": 1, \"params\": {}},\n 3,\n {\"score\": \"high\", \"params\": {\"a\": 1}},\n"
        + " {\"score\": NaN, \"params\": []}, {\"score\": \"0.5\", \"params\": {}}, {\"score\": 1e999}]")
    #expect(file.runResults.map { $0.score.isFinite ? $0.score : -1 } == [1, -1, -1, 0.5, -1])
    #expect(file.result.bestRunResult?.score == 1)
    #expect(
      file.diagnostics.map(\.kind.name).sorted() == [
        "results.invalid-params", "results.invalid-result", "results.invalid-score",
      ])
    #expect(file.diagnostics.first?.place?.line == 2)
  }

  @Test("An experiment that failed has no made-up score of −1, and what was redacted is said")
  func madeUp() throws {
    let file = try parse(
      #"{"experiment_result": {"hp_search_space": {}, "run_results": [{"score": -1, "params": {}}]}, "#
        + #""experiment_status": "finished_error", "experiment_status_message": "boom", "#
        + #""model": "Redacted for serialization"}"#)
    #expect(file.result.bestRunResult == nil)
    #expect(file.runResults[0].error == "boom")
    #expect(file.diagnostics.map(\.kind.name) == ["results.redacted"])
  }

  @Test(
    "Anything else is refused with what was expected",
    arguments: ["", "3", "{}", "[1]", "{\"run_results\": 3}", "[["])
  func refused(text: String) {
    #expect(throws: ExperimentResultError.self) { try parse(text) }
  }

  @Test("A file that could not be held as a tree is refused before it is parsed")
  func large() {
    let error = #expect(throws: ExperimentResultError.self) {
      try ExperimentResultFile.parse([UInt8](repeating: UInt8(ascii: ","), count: 800_000), path: "r.json")
    }
    #expect(error?.diagnostic.kind.name == "results.too-large")
  }

  @Test("Mutated files are read or refused, and what is read can be written and read again")
  func fuzz() throws {
    let seeds = try ["results.json", "experiment_result.json"].map {
      try Fixture.bytes("foreign/nomadic/\($0)")
    }
    var generator = SeededGenerator(seed: 17)
    let pieces = ["NaN", "-", "\"", "{", "]", "null", "1e400", "\\ud800", "\"score\":", "[[", "é"]
    for round in 0..<FuzzDose.rounds(default: 400) {
      var bytes = seeds[round % 2]
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0...6, using: &generator))
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        bytes.replaceSubrange(place..<end, with: Array(piece.utf8))
      }
      guard let file = try? ExperimentResultFile.parse(bytes, path: "f.json") else { continue }
      let again = try ExperimentResultFile.parse(
        ExperimentResultFile.bytes(of: file.result, form: .experiment), path: "again.json")
      #expect(again.result.runResults.map(\.params.names) == file.result.runResults.map(\.params.names))
      _ = file.result.table(form: .dataFrame).csv
    }
  }
}
