import Diagnostics
import RunModel
import RunRegistry
import TestSupport
import Testing

struct RegistryLoadTests {
  @Test func theRealProgramsRegistryIsRead() throws {
    let collection = try Registry(path: Fixture.path("erm")).load()
    #expect(collection.diagnostics == [])
    #expect(
      collection.runs.map(\.id.description) == [
        "breast-cancer/naive-bayes/2026_03_10__10_00_00", "breast-cancer/naive-bayes/2026_03_11__10_00_00",
        "breast-cancer/naive-bayes/final candidate", "digits/forest/2026_03_02__14_30_00",
        "digits/forest/2026_03_03__14_31_00", "digits/forest/2026_03_04__14_32_00",
      ])
    let run = collection.runs[3]
    #expect(run.timestamp?.iso == "2026-03-02T14:30:00.250000Z")
    #expect(run.status == .completed)
    #expect(
      run.params == [
        "model": .text("random forest"), "n_estimators": .text("5"), "max_depth": .text("6"),
        "max_features": .text("sqrt"),
      ])
    #expect(run.metrics["accuracy"]?.number == 0.873737)
    #expect(run.metrics["macro f1"] == .text("0.8727148765233007"))
    #expect(run.dicts["environment"]?["shuffle"]?.boolean == true)
    #expect(run.dicts["recall by class"]?.count == 10)
    #expect(run.artifacts.map(\.id) == ["confusion", "loss curve", "notes.md", "predictions", "sample"])
    #expect(run.artifacts.map(\.kind) == [.png, .plotlyJSON, .binary, .binary, .png])
    #expect(
      run.artifact("predictions")?.content == .file(try #require(run.folder) + "/artifacts/predictions.csv"))
    #expect(run.folder?.hasSuffix("erm/digits/forest/2026_03_02__14_30_00") == true)
    #expect(run.notes?.contains("|") == true)
    #expect(run.unknownFields.isEmpty)
  }

  @Test func idsMayContainSlashesAndMarkersMayBeMissing() throws {
    let registry = registry([
      "a/b/.erm_experiment.json": "{}",
      "a/b/c/d/.erm_variant.json": "{}",
      "a/b/c/d/e/f/erm_metadata.json": "{}",
      "x/y/z/erm_metadata.json": "{}",
      "x/w/y/z/erm_metadata.json": "{}",
    ])
    let ids = try registry.load().runs.map(\.id)
    #expect(
      ids == [
        RunID(experiment: "a/b", variant: "c/d", run: "e/f"), RunID(experiment: "x", variant: "y", run: "z"),
        RunID(experiment: "x/w", variant: "y", run: "z"),
      ])
  }

  @Test func idsOfTheRecordWinOverThePath() throws {
    let registry = registry([
      "x/y/z/erm_metadata.json": record(experiment: "digits", variant: "forest", run: "one")
    ])
    let collection = try registry.load()
    #expect(collection.runs.map(\.id.description) == ["digits/forest/one"])
    #expect(collection.diagnostics.map(\.severity) == [.note])
    #expect(
      collection.diagnostics.first?.description == "x/y/z/erm_metadata.json:1:103: note: found the ids "
        + "“digits/forest/one” in “x/y/z”; expected the folders' names. The record's ids count.")
  }

  @Test(arguments: ["../../etc", "/etc", "", "a/../b", "a\\u0000b"])
  func anIdThatLeadsElsewhereIsReplacedByTheFolder(id: String) throws {
    let registry = registry(["x/y/z/erm_metadata.json": record(experiment: id, variant: "y", run: "z")])
    let collection = try registry.load()
    #expect(collection.runs.map(\.id.description) == ["x/y/z"])
    let diagnostic = try #require(collection.diagnostics.first)
    #expect(diagnostic.kind == Diagnostic.Kind("registry.unsafe-id"))
    #expect(diagnostic.place == SourcePlace(path: "x/y/z/erm_metadata.json", line: 1, column: 59))
  }

  @Test func everyKindOfValueIsKeptAsWritten() throws {
    let text = #"""
      {"timestamp_utc": "2026-03-02T09:10:07", "experiment_id": "e", "variant_id": "v", "run_id": "r",
       "params": {"a": "0.10", "b": 0.10, "c": 3, "d": true, "e": null, "f": [1, {"x": 2.50}], "g": NaN, "h": 1e-07},
       "metrics": {"a": "nan", "b": "-inf", "c": "True", "d": "1e-07"}, "dicts": {"t": {"k": "v"}}, "artifacts": {},
       "ext": {"z": 1.50, "a": [NaN]}, "features": ["x"]}
      """#
    let run = try #require(try registry(["e/v/r/erm_metadata.json": text]).load().runs.first)
    #expect(
      run.params == [
        "a": .text("0.10"), "b": Scalar(.real, text: "0.10"), "c": .integer(3), "d": .boolean(true),
        "e": Scalar(.null, text: "null"), "f": Scalar(.json, text: #"[1, {"x": 2.50}]"#),
        "g": Scalar(.real, text: "NaN"), "h": Scalar(.real, text: "1e-07"),
      ])
    #expect(run.metrics["a"]?.number?.isNaN == true)
    #expect(run.metrics["b"]?.number == -.infinity)
    #expect(run.metrics["c"]?.boolean == true)
    #expect(run.metrics["d"]?.number == 1e-07)
    #expect(run.dicts == ["t": ["k": .text("v")]])
    #expect(run.unknownFields == ["ext": #"{"z": 1.50, "a": ["NaN"]}"#, "features": #"["x"]"#])
  }

  @Test(arguments: [
    (#""2026-03-02T09:10:07Z""#, "2026-03-02T09:10:07Z"),
    (#""2026-03-02T11:10:07+02:00""#, "2026-03-02T09:10:07Z"),
    ("1772442607", "2026-03-02T09:10:07Z"), ("1772442607250", "2026-03-02T09:10:07.250000Z"),
    (#""1772442607""#, "2026-03-02T09:10:07Z"),
  ])
  func timesMayHaveAZoneOrBeNumbers(json: String, iso: String) throws {
    let collection = try registry(["e/v/r/erm_metadata.json": record(timestamp: json)]).load()
    #expect(collection.runs.first?.timestamp?.iso == iso)
    #expect(collection.diagnostics == [])
  }

  @Test(arguments: [#""soon""#, "true", "1e300"])
  func aTimeThatIsNoneIsDiagnosed(json: String) throws {
    let collection = try registry(["e/v/r/erm_metadata.json": record(timestamp: json)]).load()
    #expect(collection.runs.first?.timestamp == nil)
    #expect(collection.diagnostics.map(\.kind.name) == ["registry.invalid-timestamp"])
    #expect(collection.diagnostics.first?.place?.column == 19)
  }

  @Test func missingKeysAreNamedAndTheRunIsShown() throws {
    let collection = try registry(["e/v/r/erm_metadata.json": #"{"params": {"a": 1}}"#]).load()
    #expect(collection.runs.map(\.id.description) == ["e/v/r"])
    #expect(collection.runs.first?.params == ["a": .integer(1)])
    #expect(
      collection.diagnostics.map(\.found) == [
        "no “timestamp_utc”, “experiment_id”, “variant_id”, “run_id”, “metrics”, “dicts”, “artifacts”"
      ])
  }

  @Test func valuesOfTheWrongTypeAreLeftOutOneByOne() throws {
    let text = #"""
      {"timestamp_utc": "2026-03-02", "experiment_id": 7, "variant_id": "v", "run_id": "r",
       "params": [], "metrics": {"a": 1}, "dicts": {"t": "x"}, "artifacts": {"one": {}, "two": 2}}
      """#
    let collection = try registry(["e/v/r/erm_metadata.json": text]).load()
    let run = try #require(collection.runs.first)
    #expect(run.id.description == "e/v/r")
    #expect(run.metrics == ["a": .integer(1)])
    #expect(run.artifacts.map(\.content) == [.missing, .missing])
    #expect(
      collection.diagnostics.map { "\($0.place?.line ?? 0): \($0.found)" } == [
        "1: a number", "2: an array as “params”", "2: a string as “t”", "2: an artifact without a file name",
        "2: an artifact without a file name",
      ])
  }

  @Test func notesAreNotesMdOrTheFirstMarkdownText() throws {
    func notes(_ artifacts: [String]) throws -> String? {
      let records = artifacts.map {
        #""\#($0)": {"id": "\#($0)", "filename": "\#($0)", "artifact_type": "binary"}"#
      }
      var files = ["e/v/r/erm_metadata.json": record(artifacts: "{" + records.joined(separator: ", ") + "}")]
      for name in artifacts { files["e/v/r/artifacts/" + name] = "text of " + name }
      return try registry(files).load().runs.first?.notes
    }
    #expect(try notes(["a.md", "notes.md", "text"]) == "text of notes.md")
    #expect(try notes(["b.md", "a.md"]) == "text of a.md")
    #expect(try notes(["NOTES.MD", "a.md"]) == "text of NOTES.MD")
    #expect(try notes(["text"]) == nil)
  }

  @Test func emptyExperimentsAreNamed() throws {
    let collection = try registry([
      ".erm_registry.json": "{}", "empty/.erm_experiment.json": "{}", "e/.erm_experiment.json": "{}",
      "e/v/r/erm_metadata.json": record(),
    ]).load()
    #expect(collection.emptyExperiments == ["empty"])
  }

  @Test func anEmptyRegistryIsOneAndAnyOtherFolderIsNot() throws {
    #expect(try registry([".erm_registry.json": "{}"]).load().runs.isEmpty)
    for (files, found) in [
      (["readme.txt": ""], "nothing that experiment-results-manager or Assay wrote"), ([:], "no such folder"),
    ] {
      let error = #expect(throws: SourceError.self) { try registry(files).load() }
      #expect(error?.diagnostic.found == found)
    }
    let file = Registry(path: "/file", fileSystem: .inMemory(["/file": ""]))
    #expect(throws: SourceError.self) { try file.load() }
  }
}
