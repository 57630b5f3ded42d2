#if os(Linux)
  import Diagnostics
  import Foundation
  import RunModel
  import RunRegistry
  import TestSupport
  import Testing

  /// A writer that is killed leaves the old run or the new one.
  ///
  /// The program is killed just before each of its changes of the file system in turn, by a library that counts them.
  @Suite struct KilledWriterTests {
    private let scratch: TemporaryDirectory
    private let library: String

    init() throws {
      scratch = try TemporaryDirectory()
      library = scratch.path + "/kill_at.so"
      let source = Fixture.path("kill/kill_at.c")
      let result = try Command.run("cc", ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"])
      try #require(result.exitCode == 0, "\(result.errorOutput)")
    }

    private static let id = RunID(experiment: "digits", run: "r")
    private var root: String { scratch.path + "/registry" }
    private var registry: Registry { Registry(path: root) }

    /// What a run of this generation holds: a parameter, and as many artifacts of that content.
    private func log(_ generation: Int, _ options: [String], killAt: Int?) throws -> Int32 {
      let text = String(repeating: "\(generation)", count: 3000)
      var environment = ["LD_PRELOAD": library, "ASSAY_KILL_COUNT": scratch.path + "/count"]
      if let killAt { environment["ASSAY_KILL_AT"] = String(killAt) }
      var arguments = [
        "log", root, "--experiment", "digits", "--run", "r", "--param", "generation=\(generation)",
      ]
      for name in 0..<3 {
        let copy = try scratch.write(text, to: "\(generation)-\(name)")
        arguments += ["--text", "\(generation)-\(name)=\(copy)"]
      }
      return try Command.run(Command.assayPath, arguments + options, environment: environment).exitCode
    }

    /// The generation of the run, after a look whether it is whole: record, every artifact, nothing else.
    private func generation(keepsOlder: Bool = false) throws -> Int? {
      guard registry.contains(Self.id) else { return nil }
      let loaded = try registry.snapshot(Self.id)
      #expect(loaded.diagnostics == [])
      let run = loaded.run
      let generation = try #require(run.params["generation"]?.number.map { Int($0) })
      let newest = run.artifacts.filter { $0.id.text.hasPrefix("\(generation)-") }
      #expect(newest.count == 3)
      for artifact in newest {
        #expect(artifact.content == .bytes(Array(String(repeating: "\(generation)", count: 3000).utf8)))
      }
      if !keepsOlder { #expect(run.artifacts.count == 3) }
      let files = try FileSystem.disk.list(registry.path(of: Self.id) + "/artifacts").map(\.name)
      #expect(files.count == run.artifacts.count, "stale: \(files)")
      #expect(try registry.load().diagnostics == [])
      return generation
    }

    /// How many changes a whole writing makes.
    private func changes() throws -> Int {
      try #require(Int(try String(contentsOfFile: scratch.path + "/count", encoding: .utf8)))
    }

    @Test func aNewRunIsThereWholeOrNotAtAll() throws {
      #expect(try log(1, [], killAt: nil) == 0)
      let count = try changes()
      #expect(count > 15)
      var seen: Set<Int?> = []
      for point in 1...count {
        try? FileManager.default.removeItem(atPath: root)
        #expect(try log(1, [], killAt: point) == 128 + SIGKILL, "\(point)")
        seen.insert(try generation())
      }
      #expect(seen == [nil, 1])
    }

    @Test func anOverwrittenRunIsTheOldOneOrTheNewOneAtEveryMoment() throws {
      #expect(try log(1, [], killAt: nil) == 0)
      #expect(try log(2, ["--overwrite"], killAt: nil) == 0)
      let count = try changes()
      var current = 2
      var kept = 0
      for point in 1...count {
        let next = current + 1
        #expect(try log(next, ["--overwrite"], killAt: point) == 128 + SIGKILL, "\(point)")
        let found = try generation()
        #expect(found == current || found == next, "\(point)")
        if found == current { kept += 1 }
        current = try #require(found)
      }
      #expect(kept > 5 && kept < count, "\(kept) of \(count) left the old run")
      #expect(try log(current + 1, ["--overwrite"], killAt: nil) == 0)
      let left = try FileSystem.disk.list(root + "/.assay").map(\.name)
      #expect(left.filter { $0.hasPrefix(".assay-") } == [], "the next writer tidies up")
    }

    @Test func aRunThatIsAddedToIsTheOldOneOrTheNewOneAtEveryMoment() throws {
      #expect(try log(1, [], killAt: nil) == 0)
      #expect(try log(2, [], killAt: nil) == 0)
      let count = try changes()
      var current = 2
      for point in stride(from: 1, through: count, by: 3) {
        _ = try log(current + 1, [], killAt: point)
        let found = try generation(keepsOlder: true)
        #expect(found == current || found == current + 1, "\(point)")
        current = try #require(found)
      }
    }
  }
#endif
