import Diagnostics
import GRDB
import RunModel
import TestSupport
import Testing

@testable import RunExchange

/// Databases that a writer has not finished with: what lies beside them counts, and stays as it is.
struct SQLiteReadingTests {
  private let scratch: TemporaryDirectory
  private var path: String { scratch.path + "/mlflow.db" }

  init() throws { scratch = try TemporaryDirectory() }

  private func load() throws -> RunCollection { try ImportTool.mlflow.source(at: path).load() }

  private var names: [String] { get throws { try FileSystem.disk.list(scratch.path).map(\.name) } }

  @Test func whatIsStillInTheWriteAheadLogIsReadAndNothingIsWrittenBesideIt() throws {
    let live = scratch.path + "/live.db"
    let queue = try MLflowSampleDatabase.make(
      at: live, "PRAGMA journal_mode = WAL", MLflowSampleDatabase.schema, "PRAGMA wal_checkpoint(TRUNCATE)",
      MLflowSampleDatabase.content)
    try FileSystem.disk.write(try FileSystem.disk.read(live, limit: 1 << 24), path)
    let log = try FileSystem.disk.read(live + "-wal", limit: 1 << 24)
    try queue.close()
    #expect(throws: SourceError.self) { try load() }
    try FileSystem.disk.write(log, path + "-wal")
    try FileSystem.disk.remove(live)
    let collection = try load()
    #expect(collection.runs.count == 2)
    #expect(collection.diagnostics == [])
    #expect(try names == ["mlflow.db", "mlflow.db-wal"])
    #expect(try FileSystem.disk.read(path + "-wal", limit: 1 << 24) == log)
  }

  /// Writes the sample database as it lies on disk in the middle of a change, with its journal.
  private func leaveInTheMiddleOfAChange() throws {
    let live = scratch.path + "/live.db"
    let queue = try MLflowSampleDatabase.make(
      at: live, MLflowSampleDatabase.schema, MLflowSampleDatabase.content)
    try queue.writeWithoutTransaction { database in
      // So small a cache that pages are written before the end of the change.
      try database.execute(sql: "PRAGMA cache_size = 2; BEGIN; UPDATE params SET value = 'changed'")
      for number in 0..<2000 {
        try database.execute(sql: "INSERT INTO tags VALUES ('tag \(number)', hex(zeroblob(200)), 'aa')")
      }
      for ending in ["", "-journal"] {
        try FileSystem.disk.write(try FileSystem.disk.read(live + ending, limit: 1 << 24), path + ending)
      }
      try database.execute(sql: "ROLLBACK")
    }
    try queue.close()
    try FileSystem.disk.remove(live)
  }

  @Test func aChangeThatWasCutOffIsUndoneInACopy() throws {
    try leaveInTheMiddleOfAChange()
    let before = try FileSystem.disk.read(path, limit: 1 << 24)
    #expect(String(decoding: before, as: UTF8.self).contains("changed"))
    let collection = try load()
    #expect(collection.diagnostics == [])
    #expect(collection.runs.map { $0.params["depth"] } == ["3", "4"])
    #expect(collection.runs.first?.tags.isEmpty == true)
    #expect(try names == ["mlflow.db", "mlflow.db-journal"])
    #expect(try FileSystem.disk.read(path, limit: 1 << 24) == before)
  }

  @Test func aJournalThatNamesAnotherFileIsNotUsedAndTheFileStays() throws {
    try leaveInTheMiddleOfAChange()
    let victim = try scratch.write("keep me", to: "victim")
    let name = Array(victim.utf8)
    func word(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
    let mark: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    let journal = try FileSystem.disk.read(path + "-journal", limit: 1 << 24)
    try FileSystem.disk.write(
      journal + word(1) + name + word(name.count) + word(name.reduce(0) { $0 + Int($1) }) + mark,
      path + "-journal")
    let collection = try? load()
    #expect(collection?.diagnostics.map(\.kind.name) == ["import.database-log"])
    #expect(try FileSystem.disk.read(victim, limit: 100) == Array("keep me".utf8))
  }

  @Test func anEmptyLogBesideADatabaseWithoutOneLeavesNothingElseThere() throws {
    try MLflowSampleDatabase.make(at: path, MLflowSampleDatabase.schema, MLflowSampleDatabase.content).close()
    try scratch.write("", to: "mlflow.db-wal")
    #expect(try load().runs.count == 2)
    try scratch.write("not a log", to: "mlflow.db-wal")
    #expect(try load().runs.count == 2)
    #expect(try names == ["mlflow.db", "mlflow.db-wal"])
  }

  @Test func noCopyIsLeftBehindOfADatabaseThatCannotBeOpened() throws {
    func copies() throws -> [String] {
      try FileSystem.disk.list(FilePath.parent(of: scratch.path)).map(\.name).filter { name in
        name.hasPrefix("assay-") && !name.hasPrefix("assay-tests-")
      }
    }
    let header = Array("SQLite format 3\0".utf8) + [0x10, 0, 2, 2]
    try scratch.write(header + [UInt8](repeating: 0x5A, count: 8000), to: "mlflow.db")
    try scratch.write([UInt8](repeating: 1, count: 5000), to: "mlflow.db-wal")
    let before = try copies()
    for _ in 0..<20 { #expect(throws: SourceError.self) { try load() } }
    // Other tests may make a few at the same time.
    #expect(try copies().count < before.count + 10)
  }

  @Test func aDatabaseThatAnotherProgramWritesIsReadAsItWasBefore() throws {
    let queue = try MLflowSampleDatabase.make(
      at: path, MLflowSampleDatabase.schema, MLflowSampleDatabase.content)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE; INSERT INTO params VALUES ('new', '1', 'aa')")
      #expect(try load().runs.first?.params == ["depth": "3"])
      try database.execute(sql: "COMMIT")
    }
    #expect(try load().runs.first?.params == ["depth": "3", "new": "1"])
    try queue.close()
  }
}
