import Diagnostics
import RunModel
import ServerSupport
import TestSupport
import Testing

@testable import RunRegistry

/// Imports into registries on real servers.
@Suite struct RemoteIntakeTests {
  private func run(_ name: ExactString, loss: Double) -> Run {
    var run = Run(id: RunID(experiment: "e", run: name))
    run.timestamp = RemoteRunTests.time
    run.provenance = [SourceKey.tool: "sacred", SourceKey.run: name.text]
    run.metrics["loss"] = .real(loss)
    run.artifacts = [Artifact(id: "a", filename: "a.txt", content: .bytes(Array("\(loss)".utf8)))]
    return run
  }

  @Test(arguments: RemoteServer.Kind.allCases)
  func anImportIsRepeatedWithoutCopiesAndWhatChangedIsWrittenAgain(kind: RemoteServer.Kind) async throws {
    let server = try RemoteServer(kind)
    let address = try server.address("registry")
    let rclone = try await server.rclone()
    let intake = RemoteIntake(into: address, by: rclone)
    func take(_ runs: [Run]) async throws -> RunIntake.Result {
      try await intake.take(
        RunCollection(sourceName: "test", runs: runs), from: "/somewhere", createdAt: RemoteRunTests.time)
    }
    let first = try await take([run("1", loss: 0.5), run("2", loss: 0.25)])
    #expect(
      first.added.map(\.path) == ["\(address)/e/main/1", "\(address)/e/main/2"], "\(first.diagnostics)")
    let second = try await take([run("1", loss: 0.5), run("2", loss: 0.125)])
    #expect(second.unchanged == 1 && second.updated.map(\.id.run) == ["2"], "\(second.diagnostics)")
    let runs = try await RemoteMirror(of: address, by: rclone).runs().runs
    #expect(runs.map { $0.metrics["loss"]?.number } == [0.5, 0.125])
  }
}
