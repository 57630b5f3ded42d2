import Diagnostics
import Dispatch
import RunModel
import RunRegistry
import TestSupport
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

  private func take(_ runs: [Run], from place: String? = nil) throws -> RunIntake.Result {
    try RunIntake(registry: registry)
      .take(RunCollection(sourceName: "test", runs: runs), from: place, createdAt: now)
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

  @Test func aRunOfTheSameNameFromAnotherPlaceIsAnotherRun() throws {
    #expect(try take([run("version_0", key: "version_0")], from: "/a").added.count == 1)
    let other = try take([run("version_0", key: "version_0", loss: 9)], from: "/b")
    #expect(other.added.map(\.id.run) == ["version_0_0002"] && other.updated.isEmpty)
    #expect(try take([run("version_0", key: "version_0", loss: 9)], from: "/b").unchanged == 1)
    #expect(try take([run("version_0", key: "version_0")], from: "/a").unchanged == 1)
    // Moved, but the same; moved and changed is another.
    #expect(try take([run("version_0", key: "version_0")], from: "/moved").unchanged == 1)
    #expect(try take([run("version_0", key: "version_0", loss: 7)], from: "/a").updated.count == 1)
  }

  @Test func whatTheSourceNoLongerHasGoesAndWhatTheRegistryChangedStays() throws {
    var first = run("x", key: "1")
    first.tags = ["stage": "draft", "gone": "1", "kept": "1"]
    first.params["lr"] = 0.1
    _ = try take([first])
    let id = RunID(experiment: "e", run: "x")
    try registry.tag(id, ["stage": "mine"], removing: ["gone"])
    _ = try registry.change(id) { draft in
      draft.logParam("added", 1)
      draft.logMetric("mine", 2)
      draft.logText("remarks", "mine")
    }
    var second = first
    second.params = ["depth": 3]
    second.artifacts = []
    #expect(try take([second]).updated.count == 1)
    let read = try registry.run(id).run
    #expect(read.tags == ["stage": "mine", "kept": "1"])
    #expect(read.params == ["depth": 3, "added": 1])
    #expect(read.metrics["mine"] == .integer(2))
    #expect(read.artifacts.map(\.id) == ["remarks"])
  }

  @Test func manyImportsAtOnceGiveOneOfEachRun() throws {
    let scratch = try TemporaryDirectory()
    let file = try scratch.write("one", to: "a.txt")
    let registry = Registry(path: scratch.path + "/registry")
    let runs = (0..<6).map { number in
      var run = run(ExactString("r\(number)"), key: "\(number)")
      run.artifacts = [Artifact(id: "a", filename: "a.txt", content: .file(file))]
      return run
    }
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      do {
        let result = try RunIntake(registry: registry)
          .take(RunCollection(sourceName: "test", runs: runs), from: "/a", createdAt: now)
        #expect(result.failed == 0, "\(result.diagnostics)")
      } catch {
        Issue.record(error)
      }
    }
    #expect(try registry.load().runs.map(\.id.run.text) == (0..<6).map { "r\($0)" })
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
