import Diagnostics
import RunModel
import RunRegistry
import Testing

struct RunIntakeTests {
  private let files = FileSystem.inMemory(["/source/a.txt": "one", "/source/b.txt": "two"])
  private let now = UTCTimestamp(microseconds: 1_700_000_000_000_000)
  private var registry: Registry { Registry(path: "/registry", fileSystem: files) }

  private func run(_ name: ExactString, key: String, loss: Double = 0.5) -> Run {
    var run = Run(id: RunID(experiment: "e", run: name))
    run.provenance = [SourceKey.tool: "mlflow", SourceKey.run: key]
    run.metrics["loss"] = .real(loss)
    run.artifacts = [Artifact(id: "a", filename: "a.txt", content: .file("/source/a.txt"))]
    return run
  }

  private func take(_ runs: [Run]) throws -> RunIntake.Result {
    try RunIntake(registry: registry).take(RunCollection(sourceName: "test", runs: runs), createdAt: now)
  }

  @Test func anImportCanBeRepeatedAndGoesOnWhereItStopped() throws {
    let first = try take([run("x", key: "1")])
    #expect(first.added.map(\.path) == ["/registry/e/main/x"])
    let second = try take([run("x", key: "1"), run("y", key: "2")])
    #expect(second.unchanged == 1)
    #expect(second.added.map(\.id.run) == ["y"])
    let third = try take([run("x", key: "1"), run("y", key: "2")])
    #expect(third.unchanged == 2 && third.added.isEmpty && third.updated.isEmpty)
  }

  @Test func whatChangedInTheSourceIsWrittenAgainAndAdditionsStay() throws {
    _ = try take([run("x", key: "1")])
    let id = RunID(experiment: "e", run: "x")
    try registry.tag(id, ["reviewed": "yes"])
    _ = try registry.change(id) { $0.logText("remarks", "mine") }
    #expect(try take([run("x", key: "1")]).unchanged == 1)

    // A new value under a new name: it is the same run, by what its source calls it.
    let result = try take([run("renamed", key: "1", loss: 0.25)])
    #expect(result.updated.map(\.id) == [id])
    let read = try registry.run(id).run
    #expect(read.metrics["loss"] == .real(0.25))
    #expect(read.tags["reviewed"] == "yes")
    #expect(read.artifacts.map(\.id) == ["a", "remarks"])
    #expect(try registry.load().runs.count == 1)

    files.writeText("changed", "/source/a.txt")
    #expect(try take([run("renamed", key: "1", loss: 0.25)]).updated.count == 1)
  }

  @Test func aNameThatAnotherRunHasGetsANumber() throws {
    var other = ExperimentRun(experiment: "e", run: "x", timestamp: now)
    other.logMetric("loss", 9)
    _ = try registry.save(other)
    #expect(try take([run("x", key: "1"), run("x", key: "2")]).added.map(\.id.run) == ["x_0002", "x_0003"])
    #expect(try registry.run(other.run.id).run.metrics["loss"] == .integer(9))
    #expect(try take([run("x", key: "1"), run("x", key: "2")]).unchanged == 2)
  }

  @Test func oneBadRunNeverStopsTheOthers() throws {
    var bad = run("..", key: "1")
    bad.id.run = "../outside"
    let result = try take([bad, run("good", key: "2")])
    #expect(result.failed == 1)
    #expect(result.diagnostics.map(\.severity) == [.error])
    #expect(result.added.map(\.id.run) == ["good"])
  }

  @Test func whatIsNoRegistryIsNotWrittenTo() throws {
    files.writeText("somebody's", "/source/a.txt")
    #expect(throws: SourceError.self) {
      try RunIntake(registry: Registry(path: "/source", fileSystem: files)).take(
        RunCollection(sourceName: "test", runs: [run("x", key: "1")]), createdAt: now)
    }
    #expect(try files.list("/source").map(\.name) == ["a.txt", "b.txt"])
  }
}
