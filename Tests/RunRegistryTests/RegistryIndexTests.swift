import Diagnostics
import Foundation
import RunModel
import TestSupport
import Testing

@testable import RunRegistry

/// The index is a cache: it changes how fast a registry is read, never what is read.
struct RegistryIndexTests {
  private let scratch: TemporaryDirectory
  private let registry: Registry
  private static let count = 300

  init() throws {
    scratch = try TemporaryDirectory()
    registry = Registry(path: scratch.path + "/registry", cacheFolder: scratch.path + "/cache")
    for number in 0..<Self.count {
      try scratch.write(Self.record(number, loss: "0.5"), to: "registry/e/v/r\(number)/erm_metadata.json")
    }
    // What changed in the last two seconds is not kept, because it may change again within a tick of the clock.
    _ = try Command.run(
      "find", [scratch.path + "/registry", "-exec", "touch", "-d", "2026-01-01", "{}", "+"])
    Thread.sleep(forTimeInterval: 2.1)
  }

  private static func record(_ number: Int, loss: String) -> String {
    #"{"timestamp_utc": "2026-03-02T09:10:07", "experiment_id": "e", "variant_id": "v", "run_id": "r\#(number)", "#
      + #""params": {}, "metrics": {"loss": \#(loss)}, "dicts": {}, "artifacts": {}}"#
  }

  private var indexFile: String {
    get throws {
      let folder = scratch.path + "/cache/registry-index"
      let names = try FileSystem.disk.list(folder).map(\.name)
      #expect(names.count == 1)
      return folder + "/" + (names.first ?? "")
    }
  }

  @Test func foreignWritesAreNoticedAndNothingElseIsReadAgain() throws {
    let plain = try Registry(path: registry.path).load()
    #expect(plain.runs.count == Self.count)
    #expect(try registry.load().runs == plain.runs)
    let index = try #require(RegistryIndex(bytes: try FileSystem.disk.read(try indexFile, limit: 1 << 24)))
    #expect(index.records.count == Self.count)

    // A record that is written in place, with its size and its time as before.
    let changed = registry.path + "/e/v/r7/erm_metadata.json"
    let handle = try FileHandle(forWritingTo: URL(filePath: changed))
    try handle.write(contentsOf: Data(Self.record(7, loss: "0.7").utf8))
    try handle.close()
    _ = try Command.run("touch", ["-d", "2026-01-01", changed])
    // A run that is new, and one that is gone.
    try scratch.write(Self.record(1000, loss: "1.5"), to: "registry/e/v/r1000/erm_metadata.json")
    try FileManager.default.removeItem(atPath: registry.path + "/e/v/r8")
    let seen = try registry.load()
    #expect(seen.runs == (try Registry(path: registry.path).load().runs))
    #expect(seen.runs.count == Self.count)
    #expect(seen.runs.first { $0.id.run == "r7" }?.metrics["loss"]?.text == "0.7")
  }

  @Test func deletingOrBreakingTheIndexLosesNothing() throws {
    let runs = try registry.load().runs
    let file = try indexFile
    let bytes = try FileSystem.disk.read(file, limit: 1 << 24)
    try FileManager.default.removeItem(atPath: file)
    #expect(try registry.load().runs == runs)
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<FuzzDose.rounds(default: 30) {
      var broken = bytes
      for _ in 0..<3 {
        switch Int.random(in: 0..<3, using: &generator) {
        case 0:
          broken[Int.random(in: 0..<broken.count, using: &generator)] = .random(
            in: 0...255, using: &generator)
        case 1: broken.removeLast(Int.random(in: 1..<broken.count / 2, using: &generator))
        default: broken.insert(0xFF, at: Int.random(in: 0..<broken.count, using: &generator))
        }
      }
      _ = RegistryIndex(bytes: broken)
    }
    try FileSystem.disk.write(Array(bytes.dropLast(5)), file)
    #expect(try registry.load().runs == runs)
  }

  @Test func anIndexComesBackAsItWasWritten() throws {
    var index = RegistryIndex()
    let stamp = RegistryIndex.Stamp(size: 3, modified: -1, changed: .max)
    index.folders["a b/é"] = .init(
      stamp: stamp,
      entries: [
        .init(name: "x", kind: .file), .init(name: "y", kind: .symbolicLink), .init(name: "z", kind: .other),
      ])
    index.records[""] = .init(stamp: stamp, bytes: [1, 2, 3])
    let read = try #require(RegistryIndex(bytes: index.bytes))
    #expect(read.folders == index.folders)
    #expect(read.records == index.records)
    #expect(RegistryIndex(bytes: index.bytes + [0]) == nil)
    #expect(RegistryIndex(bytes: []) == nil)
  }

  @Test func aSmallRegistryHasNoIndexAndASummaryTouchesNoArtifact() throws {
    let small = Registry(path: scratch.path + "/registry/e/v/r1", cacheFolder: scratch.path + "/cache2")
    #expect(try small.load().runs.count == 1)
    #expect(!FileSystem.disk.exists(scratch.path + "/cache2"))
    #expect(try registry.summaries().runs.map(\.metrics) == registry.load().runs.map(\.metrics))
  }
}
