import Diagnostics
import RunModel
import TestSupport
import Testing

@testable import RunExchange

struct WandBFuzzTests {
  @Test func damagedLogsNeverCrashAndKeepWhatIsWhole() throws {
    let good = try Fixture.bytes("foreign/wandb/offline-run-20261121_063927-dg4x0003/run-dg4x0003.wandb")
    var generator = SeededGenerator(seed: 41)
    var runCount = 0
    for _ in 0..<FuzzDose.rounds(default: 200) {
      let bytes = LogDamage.damage(good, using: &generator)
      let files = FileSystem.inMemory(bytes: ["/w/run-1/run-1.wandb": bytes])
      guard let collection = try? WandBFolder(path: "/w", fileSystem: files).load() else { continue }
      runCount += collection.runs.count
      for run in collection.runs {
        #expect(run.histories.values.allSatisfy { $0.count <= 100 })
      }
      // Damage is never passed over in silence.
      let isWhole = collection.runs.first?.metrics.count == 5 && collection.runs.first?.status == .failed
      #expect(isWhole || !collection.diagnostics.isEmpty || collection.runs.first?.status == .running)
    }
    #expect(runCount > 0)
  }

  @Test func damagedRecordsBehindGoodCheckSumsNeverCrash() throws {
    let record =
      WandBBytes.run([(1, "r"), (3, "p"), (8, "n"), (10, "t")])
      + WandBBytes.history(
        [(["a", "b"], "1.5"), (["_step"], "3"), (["m"], #"{"_type": "x", "path": "y"}"#)], step: 9)
      + WandBBytes.change(5, [(["a"], #"{"b": [1, {"c": null}]}"#)], removing: [["a", "b"]])
      + WandBBytes.change(3, [(["a"], "2")]) + WandBBytes.exit(3)
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<FuzzDose.rounds(default: 2000) {
      var file = WandBBytes()
      for _ in 0..<3 { file.append(LogDamage.damage(record, using: &generator)) }
      let files = FileSystem.inMemory(bytes: ["/w/run-1/run-1.wandb": file.bytes])
      let collection = try WandBFolder(path: "/w", fileSystem: files).load()
      #expect(collection.runs.count == 1)
    }
  }

  @Test func damagedTablesNeverCrash() {
    let table = Array(
      #"{"columns": ["Actual", "Predicted", "nPredictions"], "data": [["a", "b", 3.0], ["b", {"x": []}, null]]}"#
        .utf8)
    var generator = SeededGenerator(seed: 43)
    var count = 0
    for _ in 0..<FuzzDose.rounds(default: 2000) {
      let bytes = LogDamage.damage(table, using: &generator)
      guard var table = try? LoggedTable(bytes, path: "t") else { continue }
      count += 1
      guard let (csv, _) = try? WandBTables.predictions(&table), table.columns.count == 3 else { continue }
      #expect(csv.count < 10_000)
      _ = try? WandBTables.confusion(&table)
    }
    #expect(count > 0)
  }
}
