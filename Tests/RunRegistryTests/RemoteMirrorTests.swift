import Diagnostics
import Foundation
import RunModel
import ServerSupport
import Synchronization
import TestSupport
import Testing

@testable import RunRegistry

/// What a mirror fetches, keeps and lets go.
@Suite struct RemoteMirrorTests {
  private static let big = String(repeating: "0123456789", count: 30_000)

  /// A server with two runs on its disk, one with a large file.
  private func server(_ kind: RemoteServer.Kind) throws -> RemoteServer {
    let server = try RemoteServer(kind)
    let registry = Registry(path: server.scratch.path + "/data/bucket/registry")
    _ = try registry.save(RemoteRunTests.draft(run: "one"))
    _ = try registry.save(
      RemoteRunTests.draft(
        run: "two", files: ["a.txt": Self.big, "b.txt": Self.big + "b", "c.txt": Self.big + "c"]))
    try server.scratch.write("not a run's", to: "data/bucket/registry/stray/huge.bin")
    return server
  }

  @Test func recordsComeWithoutArtifactsAndArtifactsWhenWanted() async throws {
    let server = try server(.s3)
    let mirror = RemoteMirror(of: try server.address("registry"), by: try await server.rclone())
    let listed = try await mirror.runs(.records)
    #expect(listed.runs.map(\.id.run) == ["one", "two"])
    #expect(listed.diagnostics.isEmpty)
    #expect(try RemoteRunTests.contents(mirror.path).keys.allSatisfy { $0.hasSuffix(".json") })

    let one = try await mirror.refresh(.run("digits/forest/one"))
    #expect(one.filesFetched == 1)
    #expect(try RemoteRunTests.contents(mirror.path)["digits/forest/one/artifacts/rows.csv"] != nil)

    let progress = Mutex<[RemoteProgress]>([])
    let all = try await mirror.refresh { step in progress.withLock { $0.append(step) } }
    #expect(all.filesFetched == 3)
    #expect(all.bytesFetched == 3 * Self.big.count + 2)
    #expect(try RemoteRunTests.contents(mirror.path)["stray/huge.bin"] == nil)
    let last = try #require(progress.withLock { $0 }.last)
    #expect(last.files == 3 && last.filesDone == 3 && last.bytesDone == all.bytesFetched)
    #expect(try await mirror.refresh().filesFetched == 0)
  }

  @Test func whatIsGoneDisappearsAndWhatChangedComesAnew() async throws {
    let server = try server(.webDAV)
    let mirror = RemoteMirror(of: try server.address("registry"), by: try await server.rclone())
    _ = try await mirror.refresh()
    let there = server.scratch.path + "/data/bucket/registry/digits/forest/"
    try FileManager.default.removeItem(atPath: there + "two")
    // As long as before, within the same second.
    try server.scratch.write("a,b\n7,8\n", to: "data/bucket/registry/digits/forest/one/artifacts/rows.csv")
    let again = try await mirror.refresh()
    #expect(again.filesRemoved == 4)
    let contents = try RemoteRunTests.contents(mirror.path)
    #expect(contents["digits/forest/one/artifacts/rows.csv"] == Array("a,b\n7,8\n".utf8))
    #expect(!contents.keys.contains { $0.contains("two") })
    #expect(!FileManager.default.fileExists(atPath: mirror.path + "/digits/forest/two"))
  }

  @Test func aTransferThatIsCutLeavesNoHalfFileAndGoesOnWhereItEnded() async throws {
    let server = try server(.s3)
    let proxy = try CuttingProxy(before: server, bytes: 500_000)
    let rclone = try await server.rclone(port: proxy.port, isPatient: false)
    let mirror = RemoteMirror(of: try server.address("registry"), by: rclone)
    let error = await #expect(throws: RemoteError.self) { try await mirror.refresh() }
    #expect(error?.reason == .unreachable, "\(String(describing: error))")
    #expect(try RemoteRunTests.contents(mirror.path).isEmpty)
    let arrived = try mirror.incoming.files().filter { !$0.path.hasSuffix(".partial") }
    #expect((1..<9).contains(arrived.count))
    let source = try RemoteRunTests.contents(server.scratch.path + "/data/bucket/registry")
    for entry in arrived {
      #expect(
        try FileSystem.disk.read(mirror.incoming.path + "/" + entry.path, limit: 1 << 20)
          == source[entry.path])
    }

    try proxy.heal()
    let fetched = Mutex(0)
    let patient = RemoteMirror(of: mirror.address, by: try await server.rclone(port: proxy.port))
    #expect(patient.path == mirror.path)
    _ = try await patient.refresh { step in fetched.withLock { $0 = max($0, step.files) } }
    #expect(fetched.withLock { $0 } == 9 - arrived.count)
    #expect(try RemoteRunTests.contents(mirror.path) == source.filter { !$0.key.hasPrefix("stray") })
    #expect(!FileManager.default.fileExists(atPath: mirror.incoming.path))
  }

  @Test func aServerThatDiesLeavesTheMirrorAsItWas() async throws {
    let server = try server(.sftp)
    let rclone = try await server.rclone(isPatient: false)
    let mirror = RemoteMirror(of: try server.address("registry"), by: rclone)
    _ = try await mirror.refresh()
    let before = try RemoteRunTests.contents(mirror.path)
    server.stop()
    let error = await #expect(throws: RemoteError.self) { try await mirror.refresh() }
    #expect(error?.reason == .unreachable)
    #expect(try RemoteRunTests.contents(mirror.path) == before)
  }

  @Test func twoProgramsRefreshOneAfterTheOther() async throws {
    let server = try server(.s3)
    let mirror = RemoteMirror(of: try server.address("registry"), by: try await server.rclone())
    try FileSystem.disk.createDirectory(mirror.folder)
    var lock = try FileSystem.disk.lock(mirror.folder, false)
    #expect(lock != nil)
    #expect(try FileSystem.disk.lock(mirror.folder, false) == nil)
    let phases = Mutex<[RemoteProgress.Phase]>([])
    let refresh = Task {
      try await mirror.refresh(.records) { step in phases.withLock { $0.append(step.phase) } }
    }
    for _ in 0..<100 where phases.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(50)) }
    #expect(phases.withLock { $0 } == [.waiting])
    lock = nil
    _ = try await refresh.value
    #expect(phases.withLock { $0 }.contains(.fetching))
  }

  @Test func theLatestRunOfAVariantIsFetchedAlone() async throws {
    let server = try server(.s3)
    let rclone = try await server.rclone()
    let mirror = RemoteMirror(of: try server.address("registry/digits/forest"), by: rclone)
    let loaded = try await mirror.latestRun()
    #expect(loaded.run.id.run == "two")
    #expect(loaded.run.artifacts.count == 3)
    #expect(loaded.diagnostics.isEmpty)
    #expect(try RemoteRunTests.contents(mirror.path)["one/artifacts/rows.csv"] == nil)
    let run = RemoteMirror(of: try server.address("registry/digits/forest/one"), by: rclone)
    #expect(try await run.latestRun().run.artifacts.map(\.id) == ["rows.csv"])
  }

  @Test func nothingThereIsAnErrorThatSaysSo() async throws {
    let server = try RemoteServer(.s3)
    let rclone = try await server.rclone()
    for address in [try server.address("nowhere"), try RemoteAddress("s3://nobucket/x")] {
      let error = await #expect(throws: RemoteError.self) {
        try await RemoteMirror(of: address, by: rclone).refresh()
      }
      #expect(error?.reason == .notFound)
      #expect(error?.address == address.description)
    }
  }

  @Test(arguments: [
    "../../escape", "/etc/escape", "a/../../escape", "a\\nb/escape", "a\\u0000b", "./x", "a//b",
  ])
  func whatAServerListsOutsideTheFolderIsNeverWritten(path: String) async throws {
    let scratch = try TemporaryDirectory()
    // A program that lists a hostile path and writes whatever it is asked to.
    let program = try scratch.writeProgram(
      """
      #!/bin/sh
      case "$*" in
      *version*) echo 'rclone v1.75.2' ;;
      *lsjson*) echo '['; printf '%s\\n' '{"Path":"\(path)","Size":1,"ModTime":"2026-01-01T00:00:00Z","IsDir":false},'
        echo '{"Path":"good/erm_metadata.json","Size":2,"ModTime":"2026-01-01T00:00:00Z","IsDir":false}'; echo ']' ;;
      *copy*) for last in "$@"; do case "$last" in */incoming) folder=$last ;; esac; done
        while read -r line; do mkdir -p "$folder/$(dirname "$line")"; printf '{}' > "$folder/$line"; done ;;
      esac
      """, to: "bin/rclone")
    let environment = ["ASSAY_RCLONE": program, "PATH": "/usr/bin:/bin", "HOME": scratch.path]
    let mirror = RemoteMirror(
      of: try RemoteAddress("s3://bucket/x"), by: try await Rclone.find(environment: environment),
      cacheFolder: scratch.path + "/cache/deep/er")
    let mirrored = try await mirror.refresh()
    #expect(mirrored.diagnostics.map(\.kind) == [Diagnostic.Kind("remote.unsafe-path")])
    #expect(try RemoteRunTests.contents(mirror.path).keys.sorted() == ["good/erm_metadata.json"])
    let all = try LocalTree(path: scratch.path, fileSystem: .disk).files().map(\.path)
    #expect(!all.contains { $0.contains("escape") })
  }

  @Test func listingsThatAreDamagedNeverCrash() throws {
    let lines = [
      "[",
      #"{"Path":"a/erm_metadata.json","Size":12,"ModTime":"2026-01-01T00:00:00Z","Hashes":{"md5":"0f"}},"#,
      #"{"Path":"a/artifacts/ü.csv","Size":-1,"IsDir":false},"#, #"{"Path":"d","IsDir":true}"#, "]",
    ]
    let sample = Array(lines.joined(separator: "\n").utf8)
    let address = try RemoteAddress("s3://bucket")
    func listing(_ bytes: [UInt8]) throws -> RemoteListing {
      var reader = RemoteListingReader(address)
      try bytes.withUnsafeBytes { buffer in try reader.add(buffer) }
      return try reader.finished()
    }
    #expect(try listing(sample).files.map(\.path) == ["a/artifacts/ü.csv", "a/erm_metadata.json"])
    #expect(try listing(sample).files.map(\.size) == [nil, 12])
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<FuzzDose.rounds(default: 2000) {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: Array("../\"\n".utf8), at: place)
        }
      }
      let files = (try? listing(bytes))?.files ?? []
      #expect(files.allSatisfy { FilePath.isContained($0.path) })
      var log = RcloneLog()
      _ = log.add(bytes)
    }
  }

  @Test func aFileBelowAFileIsLeftOut() throws {
    var reader = RemoteListingReader(try RemoteAddress("s3://bucket"))
    let lines = ["a", "a/b/c", "a", "ab"].map { "{\"Path\":\"\($0)\",\"Size\":1}\n" }
    for line in lines { try Array(line.utf8).withUnsafeBytes { buffer in try reader.add(buffer) } }
    let listing = try reader.finished()
    #expect(listing.files.map(\.path) == ["a", "ab"])
    #expect(listing.log.diagnostics.count == 2)
  }
}
