import Diagnostics
import RunModel
import ServerSupport
import TestSupport
import Testing

@testable import RunRegistry

/// One set of rules for a registry here and on another machine.
@Suite struct RunStoreTests {
  @Test func aRunIsSavedFoundReadAndReplacedHere() async throws {
    let scratch = try TemporaryDirectory()
    try await check(LocalRunStore(Registry(path: scratch.path + "/registry")))
  }

  @Test(arguments: [RemoteServer.Kind.s3, .webDAV])
  func aRunIsSavedFoundReadAndReplacedElsewhere(kind: RemoteServer.Kind) async throws {
    let server = try RemoteServer(kind)
    let store = RemoteRunStore(
      at: try server.address("registry"), by: try await server.rclone(),
      cacheFolder: server.scratch.path + "/cache/mirrors")
    #expect(store.place == server.addressText("registry"))
    try await check(store)
  }

  private func check(_ store: some RunStore) async throws {
    var draft = ExperimentRun(
      experiment: "digits", run: "job-0001", timestamp: UTCTimestamp(microseconds: 1_700_000_000_000_000))
    draft.run.metrics = ["score": 1]
    draft.logText("log.txt", "first\n")
    let id = draft.run.id
    #expect(try await !store.contains(id))
    let saved = try await store.save(draft, overwrite: false)
    #expect(saved.id == id && saved.path == store.place + "/digits/main/job-0001")
    #expect(try await store.contains(id))
    await #expect {
      try await store.save(draft, overwrite: false)
    } throws: {
      ($0 as? RegistryError)?.reason == .runExists
    }
    draft.run.metrics = ["score": 2]
    _ = try await store.save(draft, overwrite: true)
    let run = try await store.registry(with: id).run(id).run
    #expect(run.metrics == ["score": 2])
    #expect(run.artifacts.map(\.id) == ["log.txt"])
    try await store.mark(id, as: .pruned)
    let marked = try await store.registry(with: id).run(id).run
    #expect(marked.status == .pruned && marked.metrics == ["score": 2])
    #expect(marked.artifacts.map(\.id) == ["log.txt"])
    var absent = id
    absent.run = "job-0002"
    await #expect(throws: (any Error).self) { try await store.mark(absent, as: .pruned) }
  }
}
