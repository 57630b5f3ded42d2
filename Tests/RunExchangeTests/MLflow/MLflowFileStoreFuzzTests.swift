import Diagnostics
import RunModel
import TestSupport
import Testing

@testable import RunExchange

struct MLflowFileStoreFuzzTests {
  /// Damages one file of the samples at a time: whatever it becomes, the runs that have nothing of it stay the same.
  @Test func aDamagedFileNeverHidesTheOtherRuns() throws {
    let root = Fixture.path("foreign/mlflow/mlruns")
    var files: [String: [UInt8]] = [:]
    var folders = [""]
    while let folder = folders.popLast() {
      for entry in try FileSystem.disk.list(root + folder) {
        let name = folder + "/" + entry.name
        if entry.kind == .directory {
          folders.append(name)
        } else if !name.contains("/artifacts/") {
          files[name] = try FileSystem.disk.read(root + name, limit: 1 << 20)
        }
      }
    }
    let names = files.keys.sorted()
    // The store in memory is slow to list; one experiment with two runs is enough.
    let experiment = "/451972656850578796"
    let kept = names.filter {
      $0.hasPrefix(experiment + "/cc9b") || $0.hasPrefix(experiment + "/b889")
        || $0 == experiment + "/meta.yaml"
    }
    let healthy = try load(files, kept, damaged: nil)
    #expect(healthy.runs.map(\.id.run) == ["diverged", "small"])
    var generator = SeededGenerator(seed: 74)
    for _ in 0..<FuzzDose.rounds(default: 200) {
      let name = try #require(kept.randomElement(using: &generator))
      let bytes = Damage.damaged(files[name] ?? [], using: &generator)
      let collection = try? load(files, kept, damaged: (name, bytes))
      guard name != experiment + "/meta.yaml" else { continue }
      let untouched = name.contains("/cc9b") ? healthy.runs[0] : healthy.runs[1]
      #expect(
        collection?.runs.contains { $0.provenance[SourceKey.run] == untouched.provenance[SourceKey.run] }
          == true,
        "\(name)")
    }
  }

  private func load(
    _ files: [String: [UInt8]], _ names: [String], damaged: (name: String, bytes: [UInt8])?
  ) throws -> RunCollection {
    var tree: [String: [UInt8]] = [:]
    for name in names { tree["/m" + name] = files[name] }
    if let damaged { tree["/m" + damaged.name] = damaged.bytes }
    return try ImportTool.mlflow.source(at: "/m", fileSystem: .inMemory(bytes: tree)).load()
  }
}
