import Diagnostics
import RunModel
import RunRegistry
import TestSupport
import Testing

struct RegistrySaveTests {
  private let files = FileSystem.inMemory(["/source/predictions.csv": "id,y_true\n"])
  private var registry: Registry { Registry(path: "/registry", fileSystem: files) }

  @Test func theExampleOfTheDocumentation() throws {
    var draft = ExperimentRun(experiment: "digits", variant: "forest", timestamp: try now())
    draft.logParam("trees", 200)
    draft.logMetric("accuracy", 0.97)
    let saved = try registry.save(draft)
    #expect(saved.path == "/registry/digits/forest/2026_03_02__09_10_07")
    #expect(saved.id == RunID(experiment: "digits", variant: "forest", run: "2026_03_02__09_10_07"))
  }

  @Test func filesAreLaidOutAsTheFormatHasThem() throws {
    var draft = try draft()
    draft.logArtifact("predictions", path: "/source/predictions.csv")
    draft.logArtifact("nested", bytes: [1, 2], filename: "sub/dir/n.bin")
    _ = try registry.save(draft)
    #expect(try text("/registry/.erm_registry.json") == #"{"created_timestamp_utc": "2026-03-02T09:10:07"}"#)
    #expect(
      try text("/registry/digits/.erm_experiment.json")
        == #"{"experiment_id": "digits", "created_timestamp_utc": "2026-03-02T09:10:07"}"#)
    #expect(
      try text("/registry/digits/main/.erm_variant.json")
        == #"{"variant_id": "main", "created_timestamp_utc": "2026-03-02T09:10:07"}"#)
    let folder = "/registry/digits/main/2026_03_02__09_10_07"
    #expect(try text(folder + "/artifacts/predictions.csv") == "id,y_true\n")
    #expect(try files.read(folder + "/artifacts/sub/dir/n.bin", limit: 10) == [1, 2])
  }

  @Test func theRecordHasEveryRequiredKeyInOrderAndTrueScalars() throws {
    var draft = try draft()
    draft.logParams(["lr": 0.1, "depth": 3, "bias": true, "act": "relu", "bad": .real(.nan)])
    draft.logParam("layers", Scalar(.json, text: "[3, 4]"))
    draft.logParam("seed", Scalar(.null, text: "null"))
    draft.run.unknownFields = ["ext": #"{"a":[1]}"#]
    draft.logText("note", "caf\u{E9}")
    _ = try registry.save(draft)
    let record = try text("/registry/digits/main/2026_03_02__09_10_07/erm_metadata.json")
    #expect(
      record == #"{"timestamp_utc": "2026-03-02T09:10:07", "experiment_id": "digits", "variant_id": "main", "#
        + #""run_id": "2026_03_02__09_10_07", "params": {"act": "relu", "bad": "nan", "bias": true, "depth": 3, "#
        + #""layers": "[3, 4]", "lr": 0.1, "seed": "null"}, "metrics": {}, "dicts": {}, "artifacts": {"note": "#
        + #"{"id": "note", "filename": "note", "artifact_type": "binary"}}, "ext": {"a": [1]}, "assay": "#
        + #"{"schema_version": 1, "status": "completed", "params": {"act": "relu", "bad": "NaN", "bias": true, "#
        + #""depth": 3, "layers": [3, 4], "lr": 0.1, "seed": null}}}"#)
  }

  @Test func indexFilesAreMadeOnceAndNeverChanged() throws {
    _ = try registry.save(try draft(run: "a"))
    var later = ExperimentRun(experiment: "digits", run: "b", timestamp: UTCTimestamp(microseconds: 0))
    later.logMetric("accuracy", 1)
    _ = try registry.save(later, createdAt: UTCTimestamp(microseconds: 1))
    #expect(try text("/registry/.erm_registry.json") == #"{"created_timestamp_utc": "2026-03-02T09:10:07"}"#)
  }

  @Test func aSecondRunOfTheSameSecondGetsAnIdThatSortsBehind() throws {
    let ids = try (0..<3).map { _ in try registry.save(try draft()).id.run.text }
    #expect(ids == ["2026_03_02__09_10_07", "2026_03_02__09_10_07_0002", "2026_03_02__09_10_07_0003"])
    #expect(ids == ids.sorted())
  }

  @Test func aRunThatIsThereIsNotReplacedUnasked() throws {
    var first = try draft(run: "a")
    first.logText("text", "one")
    _ = try registry.save(first)
    let error = #expect(throws: RegistryError.self) { try registry.save(try draft(run: "a")) }
    #expect(error?.reason == .runExists)
    #expect(
      error?.description == "/registry/digits/main/a: A run already exists here. Overwrite it, add to it, or "
        + "choose another run id.")
    #expect(try text("/registry/digits/main/a/artifacts/text") == "one")
  }

  @Test func overwritingLeavesNoStaleFile() throws {
    var first = try draft(run: "a")
    first.logArtifact("model", bytes: [1], filename: "deep/er/model.bin")
    first.logArtifact("was a folder", bytes: [1], filename: "x/y")
    first.logArtifact("was a file", bytes: [1], filename: "z")
    _ = try registry.save(first)
    var second = try draft(run: "a")
    second.logArtifact("is a file", bytes: [2], filename: "x")
    second.logArtifact("is a folder", bytes: [2], filename: "z/y")
    _ = try registry.save(second, overwrite: true)
    let folder = "/registry/digits/main/a/artifacts"
    #expect(try files.list(folder).map(\.name) == ["x", "z"])
    #expect(try files.read(folder + "/x", limit: 9) == [2])
    #expect(try files.read(folder + "/z/y", limit: 9) == [2])
    _ = try registry.save(try draft(run: "a"), overwrite: true)
    #expect(!files.exists(folder))
  }

  @Test func addingToARunKeepsWhatItHolds() throws {
    var first = try draft(run: "a")
    first.logParams(["lr": 0.1, "depth": 3])
    first.logMetric("loss", 0.5, step: 1)
    first.logText("text", "one")
    first.logArtifact("model", bytes: [1], filename: "model.bin")
    let saved = try registry.save(first)
    files.writeText("by hand", saved.path + "/artifacts/by-hand.txt")

    var more = try registry.draft(continuing: saved.id)
    more.logParam("depth", 4)
    more.logMetric("loss", 0.25, step: 2)
    more.logText("text", "two", filename: "text.txt")
    #expect(try registry.save(more) == saved)

    let run = try registry.run(saved.id).run
    #expect(run.params == ["lr": .real(0.1), "depth": .integer(4)])
    #expect(run.histories["loss"]?.map(\.value) == [0.5, 0.25])
    #expect(run.metrics["loss"] == .real(0.25))
    #expect(try text(saved.path + "/artifacts/text.txt") == "two")
    #expect(try text(saved.path + "/artifacts/by-hand.txt") == "by hand")
    #expect(try files.read(saved.path + "/artifacts/model.bin", limit: 9) == [1])
  }

  @Test func artifactsMayTradeTheirFiles() throws {
    var first = try draft(run: "a")
    first.logText("one", "1", filename: "x")
    first.logText("two", "2", filename: "y")
    let saved = try registry.save(first)
    var second = try registry.draft(continuing: saved.id)
    second.run.artifacts[0].filename = "y"
    second.run.artifacts[1].filename = "x"
    _ = try registry.save(second)
    #expect(try text(saved.path + "/artifacts/x") == "2")
    #expect(try text(saved.path + "/artifacts/y") == "1")
  }

  @Test(arguments: ["..", "../x", "a/../b", "/etc", "", "a//b", "a/", "a\0b", ".", "./a"])
  func idsAndFileNamesThatLeadElsewhereAreRefused(name: String) throws {
    let bad = ExactString(name)
    for draft in [
      ExperimentRun(experiment: bad, run: "r", timestamp: try now()),
      ExperimentRun(experiment: "e", variant: bad, run: "r", timestamp: try now()),
      ExperimentRun(experiment: "e", run: bad, timestamp: try now()),
    ] {
      #expect(throws: RegistryError.self) { try registry.save(draft) }
    }
    var draft = try draft()
    draft.logArtifact("x", bytes: [], filename: name)
    let error = #expect(throws: RegistryError.self) { try registry.save(draft) }
    #expect(error?.reason == .unsafeName)
    #expect(!files.exists("/registry/digits"))
    #expect(try files.list("/").map(\.name) == ["source"])
  }

  @Test func twoArtifactsCannotBeOneFile() throws {
    for (one, two) in [("a", "a"), ("a", "a/b"), ("a/b/c", "a/b")] {
      var draft = try draft()
      draft.logArtifact("x", bytes: [1], filename: one)
      draft.logArtifact("y", bytes: [2], filename: two)
      let error = #expect(throws: RegistryError.self) { try registry.save(draft) }
      #expect(error?.reason == .duplicateFilename)
    }
    #expect(!files.exists("/registry"))
  }

  @Test func anArtifactThatIsNotThereIsRefusedAndNothingIsRecorded() throws {
    var draft = try draft(run: "a")
    draft.logArtifact("x", path: "/source/missing.bin")
    let error = #expect(throws: RegistryError.self) { try registry.save(draft) }
    #expect(error?.reason == .missingArtifact)
    #expect(error?.path == "/source/missing.bin")
    #expect(!registry.contains(draft.run.id))
  }

  @Test func aRunWithoutATimeIsRefusedUnlessTheCallerGivesOne() throws {
    let draft = ExperimentRun(Run(id: RunID(experiment: "e", run: "r")))
    #expect(throws: RegistryError.self) { try registry.save(draft) }
    _ = try registry.save(draft, createdAt: try now())
    #expect(registry.contains(draft.run.id))
  }

  @Test func nothingIsWrittenThroughALinkThatLeavesTheRegistry() throws {
    let scratch = try TemporaryDirectory()
    try scratch.write("", to: "outside/keep")
    try scratch.write("{}", to: "registry/.erm_registry.json")
    _ = try Command.run("ln", ["-s", "../outside", scratch.path + "/registry/digits"])
    let registry = Registry(path: scratch.path + "/registry")
    let error = #expect(throws: RegistryError.self) { try registry.save(try draft()) }
    #expect(error?.reason == .unsafeName)
    #expect(try FileSystem.disk.list(scratch.path + "/outside").map(\.name) == ["keep"])
  }

  @Test func aLinkedArtifactFolderIsReplacedNotFollowed() throws {
    let scratch = try TemporaryDirectory()
    let registry = Registry(path: scratch.path + "/registry")
    var draft = try draft(run: "a")
    draft.logText("text", "one")
    let saved = try registry.save(draft)
    try scratch.write("private", to: "outside/text")
    _ = try Command.run("rm", ["-r", saved.path + "/artifacts"])
    _ = try Command.run("ln", ["-s", scratch.path + "/outside", saved.path + "/artifacts"])
    _ = try registry.save(draft, overwrite: true)
    #expect(try FileSystem.disk.list(saved.path + "/artifacts").map(\.name) == ["text"])
    #expect(try FileSystem.disk.read(scratch.path + "/outside/text", limit: 99) == Array("private".utf8))
    #expect(try FileSystem.disk.read(saved.path + "/artifacts/text", limit: 99) == Array("one".utf8))
  }

  private func now() throws -> UTCTimestamp { try #require(UTCTimestamp("2026-03-02T09:10:07")) }

  private func draft(run: ExactString? = nil) throws -> ExperimentRun {
    ExperimentRun(experiment: "digits", run: run, timestamp: try now())
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try files.read(path, limit: 1 << 20), as: UTF8.self)
  }
}

extension FileSystem {
  func writeText(_ text: String, _ path: String) {
    do { try write(Array(text.utf8), path) } catch { Issue.record(error) }
  }
}
