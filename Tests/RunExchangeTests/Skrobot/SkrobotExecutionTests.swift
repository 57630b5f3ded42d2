import Diagnostics
import RunModel
import TestSupport
import Testing

@testable import RunExchange

/// Records of executions, which Assay writes beside skrobot's files.
@Suite struct SkrobotExecutionTests {
  private static let record = """
    {"schema_version": 1, "type": "train_task", "execution": 2, "status": "failed",
     "started": "2026-03-21T05:15:09.250000Z", "ended": "2026-03-21T05:15:10.250000Z", "duration_seconds": 1.0,
     "error": "boom", "directory": "train_task_0002", "files": [{"path": "model.bin", "bytes": 3}],
     "notifications": []}
    """

  private static func files(record: String) -> [String: String] {
    [
      "/secret.txt": "secret",
      "/r/e/experiment.log":
        #"{"datetime": "2026-03-21T05-15-09", "experimenter": "a", "experiment_id": "x"}"#,
      "/r/e/train_task.params": #"{"type": "train_task", "C": 1}"#, "/r/e/model.bin": "one",
      "/r/e/train_task_0002.params": #"{"type": "train_task", "C": 2}"#,
      "/r/e/train_task_0002/model.bin": "two", "/r/e/train_task_0002.errors": "boom, in full",
      "/r/e/train_task_0002.execution.json": record,
    ]
  }

  private static func load(_ record: String) throws -> RunCollection {
    try SkrobotRepository(path: "/r", fileSystem: .inMemory(files(record: record))).load()
  }

  @Test func aFurtherExecutionIsARunOfTheSameVariantWithItsOwnFiles() throws {
    let collection = try Self.load(Self.record)
    #expect(collection.diagnostics == [])
    #expect(collection.runs.map(\.id.description) == ["r/train/e", "r/train/e_0002"])
    let run = try #require(collection.runs.last)
    #expect(run.status == .failed && run.error == "boom, in full")
    #expect(run.params == ["C": 2])
    #expect(run.duration == 1)
    #expect(run.timestamp?.iso == "2026-03-21T05:15:09.250000Z")
    #expect(run.artifacts.map(\.filename) == ["model.bin"])
    #expect(run.artifacts.map(\.content) == [.file("/r/e/train_task_0002/model.bin")])
  }

  @Test func aRecordThatLeadsElsewhereNamesNoFileThere() throws {
    for directory in ["..", "../..", "/", "", "a/../../.."] {
      let record = Self.record.replacing("\"train_task_0002\"", with: "\"\(directory)\"")
      let collection = try Self.load(record)
      #expect(collection.diagnostics.map(\.severity) == [.warning], "\(directory)")
      #expect(collection.runs.count == 2)
    }
    let collection = try Self.load(Self.record.replacing("model.bin", with: "../../../secret.txt"))
    #expect(!collection.runs.flatMap(\.artifacts).contains { $0.filename.contains("secret") })
  }

  @Test func noDamageToARecordHidesTheOtherRuns() throws {
    var generator = SeededGenerator(seed: 73)
    let bytes = Array(Self.record.utf8)
    for _ in 0..<FuzzDose.rounds(default: 500) {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<damaged.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: damaged[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: damaged.remove(at: place)
        default: damaged.insert(damaged[Int.random(in: 0..<damaged.count, using: &generator)], at: place)
        }
      }
      let collection = try Self.load(String(decoding: damaged, as: UTF8.self))
      #expect(collection.runs.count == 2)
      #expect(collection.runs.contains { $0.params == ["C": 1] })
    }
  }
}
