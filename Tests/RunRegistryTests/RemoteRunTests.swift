import Diagnostics
import Foundation
import RunModel
import ServerSupport
import TestSupport
import Testing

@testable import RunRegistry

/// Runs that go to servers and come back, on each kind of server.
@Suite struct RemoteRunTests {
  static let time = UTCTimestamp(runID: "2026_03_02__09_10_07") ?? UTCTimestamp(microseconds: 0)

  static func draft(run: ExactString? = "first", files: [String: String] = ["rows.csv": "a,b\n1,2\n"])
    -> ExperimentRun
  {
    var draft = ExperimentRun(experiment: "digits", variant: "forest", run: run, timestamp: time)
    draft.logParam("trees", 200)
    draft.logMetric("accuracy", 0.97)
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      draft.run.artifacts.append(
        Artifact(id: ExactString(name), filename: name, kind: .binary, content: .bytes(Array(text.utf8))))
    }
    return draft
  }

  /// The files of a local registry by their paths.
  static func contents(_ path: String) throws -> [String: [UInt8]] {
    let tree = LocalTree(path: path, fileSystem: .disk)
    return Dictionary(
      uniqueKeysWithValues: try tree.files().map {
        ($0.path, try FileSystem.disk.read(FilePath.join(path, $0.path), limit: 1 << 24))
      })
  }

  @Test(arguments: RemoteServer.Kind.allCases)
  func aRunGoesUpAndComesBackByteByByte(kind: RemoteServer.Kind) async throws {
    let server = try RemoteServer(kind)
    let address = try server.address("registry")
    let rclone = try await server.rclone()
    let draft = Self.draft(files: [
      "rows.csv": "a,b\n1,2\n", "sub/ü 1.txt": "é", "-0.5 #[x]{y}*.txt": "x", "empty": "",
    ])
    let saved = try await RemoteWriter(to: address, by: rclone).save(draft)
    #expect(saved.path == "\(address)/digits/forest/first")

    let local = try TemporaryDirectory()
    _ = try Registry(path: local.path).save(draft)
    let mirror = RemoteMirror(of: address, by: rclone)
    let mirrored = try await mirror.refresh()
    #expect(mirrored.diagnostics.isEmpty)
    #expect(mirrored.path.hasPrefix(server.scratch.path + "/cache/assay/remote/"))
    #expect(try Self.contents(mirrored.path) == Self.contents(local.path))
    let runs = try Registry(path: mirrored.path).load()
    #expect(runs.runs.map(\.id.description) == ["digits/forest/first"])
    #expect(runs.diagnostics.isEmpty)

    // A second look fetches nothing, unless a file is too new to tell by its time.
    let again = try await mirror.refresh()
    if kind == .s3 || kind == .moto { #expect(again.filesFetched == 0) }
    #expect(try Self.contents(again.path) == Self.contents(local.path))
  }

  @Test(arguments: RemoteServer.Kind.allCases)
  func aRunThatIsThereIsReplacedOnlyWhenAsked(kind: RemoteServer.Kind) async throws {
    let server = try RemoteServer(kind)
    let address = try server.address("registry")
    let rclone = try await server.rclone()
    let writer = RemoteWriter(to: address, by: rclone)
    _ = try await writer.save(Self.draft(files: ["rows.csv": "a,b\n1,2\n", "old.txt": "old"]))
    let mirror = RemoteMirror(of: address, by: rclone)
    let before = try Self.contents(try await mirror.refresh().path)

    let error = await #expect(throws: RegistryError.self) {
      try await writer.save(Self.draft(files: ["rows.csv": "other"]))
    }
    #expect(error?.reason == .runExists)
    #expect(error?.path == "\(address)/digits/forest/first")
    #expect(try Self.contents(try await mirror.refresh().path) == before)

    // The same size as before: only the content differs.
    var draft = Self.draft(files: ["rows.csv": "a,b\n3,4\n"])
    draft.logMetric("accuracy", 0.98)
    _ = try await writer.save(draft, overwrite: true)
    let after = try Self.contents(try await mirror.refresh().path)
    #expect(after["digits/forest/first/artifacts/rows.csv"] == Array("a,b\n3,4\n".utf8))
    #expect(after["digits/forest/first/artifacts/old.txt"] == nil)
    #expect(after[".erm_registry.json"] == before[".erm_registry.json"])
    #expect(try Registry(path: mirror.path).load().runs.first?.metrics["accuracy"]?.number == 0.98)
  }

  @Test(arguments: [RemoteServer.Kind.s3, .webDAV])
  func aRunIsAddedTo(kind: RemoteServer.Kind) async throws {
    let server = try RemoteServer(kind)
    let address = try server.address("registry")
    let rclone = try await server.rclone()
    let writer = RemoteWriter(to: address, by: rclone)
    let saved = try await writer.save(Self.draft())
    _ = try await writer.add(to: saved.id) { draft in
      draft.logMetric("recall", 0.5)
      draft.logText("remark", "later")
    }
    let run = try #require(try await RemoteMirror(of: address, by: rclone).runs().runs.first)
    #expect(run.metrics["accuracy"]?.number == 0.97)
    #expect(run.metrics["recall"]?.number == 0.5)
    #expect(run.artifacts.map(\.id) == ["remark", "rows.csv"])
    #expect(!run.artifacts.contains { $0.content == .missing })
  }

  @Test func twoRunsOfOneSecondGetNamesOfTheirOwn() async throws {
    let server = try RemoteServer(.s3)
    let writer = RemoteWriter(to: try server.address("registry"), by: try await server.rclone())
    let names = [
      try await writer.save(Self.draft(run: nil)), try await writer.save(Self.draft(run: nil)),
    ].map(\.id.run.text)
    #expect(names == ["2026_03_02__09_10_07", "2026_03_02__09_10_07_0002"])
    #expect(
      try await writer.contains(RunID(experiment: "digits", variant: "forest", run: ExactString(names[1]))))
    #expect(try await !writer.contains(RunID(experiment: "digits", variant: "forest", run: "third")))
    #expect(try await !writer.contains(RunID(experiment: "..", variant: "..", run: "x")))
  }

  @Test func ofTwoProgramsThatSaveOneRunTheSecondIsRefusedByTheCondition() async throws {
    let server = try RemoteServer(.moto)
    let address = try server.address("registry")
    let record = "registry/digits/forest/first/erm_metadata.json"
    // Another program's record comes between the look and the upload.
    let script = try wrapper(
      in: server,
      """
      case "$*" in *copyto*) printf other | "$REAL" rcat --s3-env-auth --s3-provider Other ":s3:bucket/\(record)" ;; esac
      exec "$REAL" "$@"
      """)
    let rclone = try await server.rclone(adding: ["ASSAY_RCLONE": script])
    let error = await #expect(throws: RegistryError.self) {
      try await RemoteWriter(to: address, by: rclone).save(Self.draft())
    }
    #expect(error?.reason == .runExists)
    #expect(try await server.outside("cat", "REMOTE/" + record) == "other")
  }

  @Test(arguments: [RemoteServer.Kind.s3, .webDAV])
  func whereThereIsNoConditionAnotherProgramsRecordIsNoticed(kind: RemoteServer.Kind) async throws {
    let server = try RemoteServer(kind)
    let address = try server.address("registry")
    let record = "digits/forest/first/erm_metadata.json"
    let script = try wrapper(
      in: server,
      """
      "$REAL" "$@"
      code=$?
      case "$*" in *copyto*) printf other > "\(server.scratch.path)/data/bucket/registry/\(record)" ;; esac
      exit $code
      """)
    let rclone = try await server.rclone(adding: ["ASSAY_RCLONE": script])
    let error = await #expect(throws: RegistryError.self) {
      try await RemoteWriter(to: address, by: rclone).save(Self.draft())
    }
    #expect(error?.reason == .runExists)
  }

  @Test func aRunThatChangedMeanwhileIsNotAddedTo() async throws {
    let server = try RemoteServer(.s3)
    let writer = RemoteWriter(to: try server.address("registry"), by: try await server.rclone())
    let saved = try await writer.save(Self.draft())
    let path = server.scratch.path + "/data/bucket/registry/digits/forest/first/erm_metadata.json"
    let error = await #expect(throws: RemoteError.self) {
      try await writer.add(to: saved.id) { draft in
        draft.logMetric("recall", 0.5)
        try Data("{}".utf8).write(to: URL(filePath: path))
      }
    }
    #expect(error?.reason == .changed)
    #expect(try Data(contentsOf: URL(filePath: path)) == Data("{}".utf8))
  }

  @Test func anUploadThatIsCutLeavesNoRunAndIsDoneAgain() async throws {
    let server = try RemoteServer(.s3)
    let proxy = try CuttingProxy(before: server, bytes: 600_000)
    let rclone = try await server.rclone(port: proxy.port, isPatient: false)
    let address = try server.address("registry")
    let writer = RemoteWriter(to: address, by: rclone)
    let big = String(repeating: "0123456789", count: 40_000)
    let draft = Self.draft(files: ["a.txt": big, "b.txt": big + "b", "c.txt": big + "c"])
    let error = await #expect(throws: RemoteError.self) { try await writer.save(draft) }
    // Where the line breaks decides whether the answer is missing or half of one.
    #expect([.unreachable, .notFound].contains(error?.reason), "\(String(describing: error))")
    let there = server.scratch.path + "/data/bucket/registry/digits/forest/first"
    #expect(!FileManager.default.fileExists(atPath: there + "/erm_metadata.json"))
    try proxy.heal()
    let patient = try await server.rclone(port: proxy.port)
    _ = try await RemoteWriter(to: address, by: patient).save(draft)
    let run = try #require(try await RemoteMirror(of: address, by: rclone).runs().runs.first)
    #expect(run.artifacts.count == 3)
    #expect(try FileSystem.disk.read(there + "/artifacts/c.txt", limit: 1 << 20) == Array((big + "c").utf8))
  }

  @Test func aBucketThatIsMisspeltIsNotMade() async throws {
    let server = try RemoteServer(.s3)
    let rclone = try await server.rclone()
    let address = try RemoteAddress("s3://bukket/registry")
    let error = await #expect(throws: RemoteError.self) {
      try await RemoteWriter(to: address, by: rclone).save(Self.draft())
    }
    #expect(error?.reason == .notFound, "\(String(describing: error))")
    #expect(!FileManager.default.fileExists(atPath: server.scratch.path + "/data/bukket"))
  }

  private func wrapper(in server: RemoteServer, _ body: String) throws -> String {
    let path = try server.scratch.writeProgram(
      "#!/bin/sh\nREAL='\(RemoteServer.rclonePath)'\n" + body + "\n", to: "wrapper/rclone")
    return path
  }
}
