import Diagnostics
import RunModel
import RunRegistry
import TestSupport
import Testing

struct RegistryRunTests {
  private let files = FileSystem.inMemory([
    "/registry/.erm_registry.json": "{}",
    "/registry/digits/.erm_experiment.json": "{}",
    "/registry/digits/main/.erm_variant.json": "{}",
    "/registry/digits/main/run_9/erm_metadata.json": record(
      timestamp: #""2026-03-03""#, experiment: "digits", variant: "main", run: "run_9"),
    "/registry/digits/main/run_10/erm_metadata.json": record(
      timestamp: #""2026-03-02""#, experiment: "digits", variant: "main", run: "run_10"),
    "/registry/digits/main/broken/erm_metadata.json": "{",
    "/registry/digits/forest/later/erm_metadata.json": record(
      timestamp: #""2026-03-09""#, experiment: "digits", variant: "forest", run: "later"),
    "/registry/iris/forest/a/erm_metadata.json": record(experiment: "iris", variant: "forest", run: "a"),
    "/registry/iris/forest/b/erm_metadata.json": record(experiment: "iris", variant: "forest", run: "b"),
    "/registry/empty/.erm_experiment.json": "{}",
  ])

  @Test(arguments: [
    ("/registry/digits/main/run_10", "digits/main/run_10"),
    ("/registry/digits/main/run_10/", "digits/main/run_10"),
    ("/registry/digits/main", "digits/main/run_9"),
    ("/registry/digits", "digits/main/run_9"),
    ("/registry/digits/forest", "digits/forest/later"),
    ("/registry/iris/forest", "iris/forest/b"),
  ])
  func aFolderMeansItsLatestRun(path: String, id: String) throws {
    #expect(try Registry.run(at: path, fileSystem: files).run.id.description == id)
  }

  @Test(arguments: [
    ("/registry", "a whole registry"), ("/registry/iris", "an experiment without a variant “main”"),
    ("/registry/empty", "no run"), ("/nowhere", "no such folder"),
    ("/registry/digits/main/run_9/erm_metadata.json", "a file"),
    ("/registry/digits/main/broken", "the end of the file"),
  ])
  func anythingElseIsAnErrorThatSaysWhatIsThere(path: String, found: String) throws {
    let error = #expect(throws: SourceError.self) { try Registry.run(at: path, fileSystem: files) }
    #expect(error?.diagnostic.found == found)
  }

  @Test func aRunOfTheRealProgramIsReadByItsFolder() throws {
    let loaded = try Registry.run(at: Fixture.path("erm/breast-cancer/naive-bayes"))
    #expect(loaded.run.id.description == "breast-cancer/naive-bayes/final candidate")
    #expect(loaded.diagnostics == [])
  }

  @Test func whatIsWrongIsShownUnderThePathThatWasGiven() throws {
    let loaded = try Registry.run(at: "/registry/digits/main", fileSystem: files)
    #expect(loaded.diagnostics.map { $0.place?.path } == ["/registry/digits/main/broken/erm_metadata.json"])
    let run = try Registry.run(at: "/registry/digits/main/run_9", fileSystem: files)
    #expect(run.diagnostics == [])
  }

  @Test func anIdThatLeadsElsewhereIsNoRun() throws {
    let registry = Registry(path: "/registry/iris", fileSystem: files)
    let id = RunID(experiment: "..", variant: "digits/main", run: "run_9")
    #expect(!registry.contains(id))
    #expect(throws: SourceError.self) { try registry.run(id) }
  }

  @Test func theFoldersAboveTellTheIdsThatARecordLacks() throws {
    let files = FileSystem.inMemory(["/some/digits/forest/one/erm_metadata.json": "{}"])
    for path in ["/some/digits/forest/one", "/some/digits/forest"] {
      #expect(try Registry.run(at: path, fileSystem: files).run.id.description == "digits/forest/one")
    }
  }

  @Test func aRunIsFoundByItsId() throws {
    let registry = Registry(path: "/registry", fileSystem: files)
    let id = RunID(experiment: "digits", run: "run_9")
    #expect(registry.contains(id))
    #expect(try registry.run(id).run.id == id)
    let missing = RunID(experiment: "digits", run: "run_8")
    #expect(!registry.contains(missing))
    #expect(throws: SourceError.self) { try registry.run(missing) }
    #expect(throws: RegistryError.self) { try registry.draft(continuing: missing) }
  }

  @Test func aRunOfANewerVersionIsShownButNotAddedTo() throws {
    let registry = registry([
      "e/v/r/erm_metadata.json": record(
        more: #", "assay": {"schema_version": 2, "tags": {"a": "b"}, "new": 1}"#)
    ])
    let loaded = try registry.run(RunID(experiment: "e", variant: "v", run: "r"))
    #expect(loaded.run.tags == ["a": "b"])
    #expect(loaded.diagnostics.map(\.kind.name) == ["registry.newer-schema"])
    let error = #expect(throws: RegistryError.self) { try registry.draft(continuing: loaded.run.id) }
    #expect(error?.reason == .unreadableRun)
  }
}
