import Diagnostics
import RunModel
import RunRegistry
import TestSupport
import Testing

struct RegistryChangeTests {
  private let files = FileSystem.inMemory([:])
  private var registry: Registry { Registry(path: "/registry", fileSystem: files) }
  private let time = UTCTimestamp(microseconds: 1_700_000_000_000_000)

  private func saved(_ run: ExactString, variant: ExactString = "main") throws -> SavedRun {
    var draft = ExperimentRun(experiment: "digits", variant: variant, run: run, timestamp: time)
    draft.logText("text", "of \(run)")
    draft.run.tags = ["kept": "1", "old": "2"]
    return try registry.save(draft)
  }

  @Test func aDeletedRunLiesInTheTrashUnderItsNames() throws {
    let run = try saved("a")
    let other = try saved("b")
    let place = try registry.delete(run.id)
    #expect(place == "/registry/.assay/trash/digits/main/a")
    #expect(try registry.load().runs.map(\.id) == [other.id])
    #expect(try files.read(place + "/artifacts/text", limit: 99) == Array("of a".utf8))
    #expect(try registry.delete(try saved("a").id) == place + "_0002")
    let error = #expect(throws: RegistryError.self) { try registry.delete(run.id) }
    #expect(error?.reason == .noRun)
  }

  @Test func tagsAreSetAndRemovedAndTheRestStays() throws {
    let run = try saved("a")
    try registry.tag(run.id, ["new": "3"], removing: ["old", "never there"])
    let read = try registry.run(run.id).run
    #expect(read.tags == ["kept": "1", "new": "3"])
    #expect(try files.read(run.path + "/artifacts/text", limit: 99) == Array("of a".utf8))
    #expect(throws: RegistryError.self) { try registry.tag(RunID(experiment: "x", run: "y"), [:]) }
  }

  @Test func aRunCannotLieInTheFolderOfAnother() throws {
    _ = try saved("a")
    for id in ["a/b", "a/artifacts", "a/artifacts/x"] as [ExactString] {
      let error = #expect(throws: RegistryError.self) { try saved(id) }
      #expect(error?.reason == .overlappingRuns)
    }
    _ = try saved("c/d")
    #expect(throws: RegistryError.self) { try saved("c") }
    #expect(throws: RegistryError.self) {
      _ = try registry.save(ExperimentRun(experiment: "digits/main", variant: "c", run: "d", timestamp: time))
    }
    let whole = ExperimentRun(experiment: "x", variant: "digits", run: "main", timestamp: time)
    _ = try Registry(path: "/", fileSystem: files).save(whole)
    let inner = ExperimentRun(experiment: "registry", variant: "digits", run: "main", timestamp: time)
    let error = #expect(throws: RegistryError.self) {
      try Registry(path: "/", fileSystem: files).save(inner)
    }
    #expect(error?.reason == .overlappingRuns)
    #expect(try registry.load().runs.map(\.id.run) == ["a", "c/d"])
  }

  @Test func aRunThatIsALinkOutOfTheRegistryIsRefusedAndItsFilesStay() throws {
    let scratch = try TemporaryDirectory()
    let registry = Registry(path: scratch.path + "/registry")
    var draft = ExperimentRun(experiment: "e", run: "a", timestamp: time)
    draft.logText("text", "one")
    let saved = try registry.save(draft)
    _ = try Command.run("mv", [saved.path, scratch.path + "/kept"])
    _ = try Command.run("ln", ["-s", scratch.path + "/kept", saved.path])
    for write in [
      { try registry.save(draft, overwrite: true) },
      { try registry.change(saved.id) { $0.logParam("x", 1) } },
      { SavedRun(id: saved.id, path: try registry.delete(saved.id)) },
    ] as [() throws -> SavedRun] {
      let error = #expect(throws: RegistryError.self) { try write() }
      #expect(error?.reason == .unsafeName)
    }
    #expect(
      try FileSystem.disk.list(scratch.path + "/kept").map(\.name) == ["artifacts", "erm_metadata.json"])
    // A link within the registry is replaced itself; what it leads to stays.
    _ = try Command.run("rm", [saved.path])
    _ = try Command.run("mv", [scratch.path + "/kept", scratch.path + "/registry/e/main/b"])
    _ = try Command.run("ln", ["-s", "b", saved.path])
    _ = try registry.save(draft, overwrite: true)
    #expect(FileSystem.disk.exists(scratch.path + "/registry/e/main/b/artifacts/text"))
  }

  @Test func noIdIsANameThatTheRegistryNeedsAndNoTwoIdsShareAFolder() throws {
    for id in ["erm_metadata.json", ".assay", "a/.assay-x", ".erm_variant.json", ".git"] as [ExactString] {
      let error = #expect(throws: RegistryError.self) { try saved("r", variant: id) }
      #expect(error?.reason == .unsafeName)
    }
    _ = try registry.save(ExperimentRun(experiment: "a/b", variant: "c", run: "d", timestamp: time))
    let other = ExperimentRun(experiment: "a", variant: "b/c", run: "d", timestamp: time)
    let error = #expect(throws: RegistryError.self) { try registry.save(other, overwrite: true) }
    #expect(error?.reason == .overlappingRuns)
    #expect(try registry.load().runs.map(\.id.experiment) == ["a/b"])
  }

  @Test func aRecordThatCouldNotBeReadAgainIsNotWritten() throws {
    var draft = ExperimentRun(experiment: "e", run: "a", timestamp: time)
    draft.run.notes = String(repeating: "x", count: 130 << 20)
    let error = #expect(throws: RegistryError.self) { try registry.save(draft) }
    #expect(error?.reason == .tooLarge)
    #expect(!registry.contains(draft.run.id))
  }

  @Test func filesThatLieWhereARunIsWrittenGoIntoTheTrash() throws {
    try files.createDirectory("/registry/digits/main/a/artifacts")
    files.writeText("somebody's", "/registry/digits/main/a/artifacts/half")
    let run = try saved("a")
    #expect(try files.list(run.path + "/artifacts").map(\.name) == ["text"])
    #expect(
      try files.read("/registry/.assay/trash/digits/main/a/artifacts/half", limit: 99)
        == Array("somebody's".utf8))
  }

  @Test func aRunCanBeSavedToAPathAndReadFromThere() throws {
    var draft = ExperimentRun(experiment: "digits", run: "a", timestamp: time)
    draft.logParam("lr", 0.1)
    draft.logText("text", "one")
    let saved = try draft.save(to: "/elsewhere/run", fileSystem: files)
    #expect(saved == SavedRun(id: draft.run.id, path: "/elsewhere/run"))
    #expect(try files.list("/elsewhere").map(\.name) == ["run"])
    #expect(try Registry.run(at: "/elsewhere/run", fileSystem: files).run.params == ["lr": .real(0.1)])
    let error = #expect(throws: RegistryError.self) {
      try draft.save(to: "/elsewhere/run", fileSystem: files)
    }
    #expect(error?.reason == .runExists)
    draft.run.artifacts = []
    _ = try draft.save(to: "/elsewhere/run", fileSystem: files, overwrite: true)
    #expect(try files.list("/elsewhere/run").map(\.name) == ["erm_metadata.json"])
  }

  @Test func theLatestRunIsTheLastByTimeWhateverItsName() throws {
    for (name, second) in [("run_9", 30), ("run_10", 40), ("z", 20)] as [(ExactString, Int64)] {
      _ = try registry.save(
        ExperimentRun(
          experiment: "digits", run: name, timestamp: UTCTimestamp(microseconds: second * 1_000_000)))
    }
    #expect(try registry.latestRun(of: "digits").run.id.run == "run_10")
    #expect(throws: SourceError.self) { try registry.latestRun(of: "digits", variant: "none") }
    #expect(throws: SourceError.self) { try registry.latestRun(of: "../digits") }
  }

  @Test func figuresAreSVGOrPNGAndNothingElse() throws {
    var draft = ExperimentRun(experiment: "digits", run: "a", timestamp: time)
    try draft.logFigure("curve", svg: #"<svg xmlns="http://www.w3.org/2000/svg"></svg>"#)
    try draft.logFigure("photo", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0])
    #expect(draft.run.artifacts.map(\.filename) == ["curve.svg", "photo.png"])
    #expect(draft.run.artifacts.map(\.mediaType) == ["image/svg+xml", "image/png"])
    let error = #expect(throws: RegistryError.self) { try draft.logFigure("x", bytes: [1, 2]) }
    #expect(error?.reason == .unsupportedFigure)
  }

  @Test func filesOfOneNameGetFoldersOfTheirOwn() throws {
    files.writeText("one", "/one.txt")
    try files.createDirectory("/b")
    files.writeText("two", "/b/one.txt")
    var draft = ExperimentRun(experiment: "digits", run: "a", timestamp: time)
    draft.logArtifact("first", path: "/one.txt")
    draft.logArtifact("second", path: "/b/one.txt")
    let saved = try registry.save(draft)
    #expect(try files.read(saved.path + "/artifacts/one.txt", limit: 9) == Array("one".utf8))
    #expect(try files.read(saved.path + "/artifacts/second/one.txt", limit: 9) == Array("two".utf8))
  }

  @Test func confusionMatricesComeBackAsTheyWere() throws {
    var draft = ExperimentRun(experiment: "digits", run: "a", timestamp: time)
    draft.run.confusions["test"] = LoggedConfusion(labels: ["a", "\u{1F600}"], counts: [[1, 2], [0, 4]])
    let saved = try registry.save(draft)
    let read = try registry.run(saved.id)
    #expect(read.run.confusions == draft.run.confusions)
    #expect(read.diagnostics == [])
  }
}
