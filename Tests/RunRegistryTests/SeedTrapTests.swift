import Diagnostics
import Foundation
import RunModel
import RunRegistry
import TestSupport
import Testing

/// What goes wrong in experiment-results-manager 0.1.2 and must not go wrong here, one trap a test.
struct SeedTrapTests {
  private let files = FileSystem.inMemory([:])
  private let time = UTCTimestamp(microseconds: 1_700_000_000_000_000)
  private var registry: Registry { Registry(path: "/registry", fileSystem: files) }

  private func saved(_ name: ExactString?, _ log: (inout ExperimentRun) throws -> Void) throws -> Run {
    var draft = ExperimentRun(experiment: "e", run: name, timestamp: time)
    try log(&draft)
    return try registry.snapshot(try registry.save(draft).id).run
  }

  @Test func numbersStayNumbersAndSmallOnesAreNotCutToZero() throws {
    let run = try saved("r") { $0.logParams(["lr": 0.1, "depth": 3, "tiny": .real(Double(Float(0.1)))]) }
    #expect(run.params["lr"] == .real(0.1))
    #expect(run.params["depth"] == .integer(3))
    #expect(run.params["tiny"]?.number == Double(Float(0.1)))
  }

  @Test func featuresAreKeptInTheirOrder() throws {
    #expect(try saved("r") { $0.logFeatures(["width", "10", "2"]) }.features == ["width", "10", "2"])
  }

  @Test func textMayBeGivenAsBytes() throws {
    let run = try saved("r") { $0.logText("text", utf8: Array("é".utf8)) }
    #expect(run.artifact("text")?.content == .bytes([0xC3, 0xA9]))
  }

  @Test func twoRunsOfOneSecondAreTwo() throws {
    _ = try saved(nil) { _ in }
    _ = try saved(nil) { _ in }
    #expect(try registry.load().runs.count == 2)
  }

  @Test func equalFileNamesNeverReplaceEachOtherSilently() throws {
    let error = #expect(throws: RegistryError.self) {
      try saved("r") { draft in
        draft.logArtifact("one", bytes: [1], filename: "x")
        draft.logArtifact("two", bytes: [2], filename: "x")
      }
    }
    #expect(error?.reason == .duplicateFilename)
  }

  @Test func noFileNameLeadsOutOfTheRun() throws {
    let error = #expect(throws: RegistryError.self) {
      try saved("r") { $0.logArtifact("x", bytes: [1], filename: "../../escaped") }
    }
    #expect(error?.reason == .unsafeName)
    #expect(!files.exists("/registry/e/escaped"))
  }

  @Test func aTrailingSlashOfTheRegistryChangesNothing() throws {
    _ = try saved("r") { _ in }
    let other = Registry(path: "/registry/", fileSystem: files)
    #expect(try other.load().runs.map(\.id) == registry.load().runs.map(\.id))
    #expect(try other.load().runs.map(\.id.experiment) == ["e"])
  }

  @Test(arguments: ["[a]", "a*b", "a?b", "{x}", "a b", "ü", "a\\b", "a/b"] as [ExactString])
  func everyIdCanBeListedAndLoadedAgain(id: ExactString) throws {
    _ = try registry.save(ExperimentRun(experiment: id, variant: id, run: id, timestamp: time))
    let expected = RunID(experiment: id, variant: id, run: id)
    #expect(try registry.load().runs.map(\.id) == [expected])
    #expect(try registry.run(expected).run.id == expected)
  }

  @Test func aPlainPathIsARegistryWithoutAnyProtocol() throws {
    let scratch = try TemporaryDirectory()
    let registry = Registry(path: scratch.path + "/plain")
    _ = try registry.save(ExperimentRun(experiment: "e", run: "r", timestamp: time))
    #expect(try registry.load().runs.count == 1)
  }

  @Test func aMissingArtifactDoesNotHideItsRun() throws {
    let run = try saved("r") { $0.logText("text", "one") }
    try files.remove("/registry/e/main/r/artifacts/text")
    let read = try registry.run(run.id)
    #expect(read.run.artifacts.map(\.content) == [.missing])
    #expect(read.diagnostics.count == 1)
  }

  @Test func historiesStatusAndTagsAreKept() throws {
    let run = try saved("r") { draft in
      for step in 0..<3 { draft.logMetric("loss", Double(3 - step), step: step) }
      draft.run.status = .failed
      draft.run.error = "Traceback"
      draft.run.duration = 12.5
      draft.run.tags = ["stage": "candidate"]
      draft.run.provenance = ["git commit": "0123abcd"]
    }
    #expect(run.histories["loss"]?.map(\.value) == [3, 2, 1])
    #expect(run.metrics["loss"] == .real(1))
    #expect(run.status == .failed && run.error == "Traceback" && run.duration == 12.5)
    #expect(run.tags == ["stage": "candidate"] && run.provenance == ["git commit": "0123abcd"])
  }

  @Test func listsNothingAndNestedValuesAreKept() throws {
    let values: [ExactString: Scalar] = [
      "list": Scalar(.json, text: "[1, 2]"), "nothing": Scalar(.null, text: "null"),
      "nested": Scalar(.json, text: #"{"a": {"b": 1}}"#),
    ]
    #expect(try saved("r") { $0.logDict("config", values) }.dicts["config"] == values)
  }

  @Test func aRunWithoutMarkersAroundItIsFound() throws {
    let run = ExperimentRun(experiment: "e", run: "r", timestamp: time)
    _ = try run.save(to: "/loose/e/main/r", fileSystem: files)
    #expect(try Registry(path: "/loose", fileSystem: files).load().runs.map(\.id) == [run.run.id])
  }
}
