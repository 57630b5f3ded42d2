import Diagnostics
import Foundation
import GRDB
import Jobs
import RunModel
import TestSupport
import Testing

/// Files that are a queue, and files that are none.
@Suite struct OpeningTests {
  private let scratch: TemporaryDirectory
  private let clock = TestClock()

  init() throws {
    scratch = try TemporaryDirectory()
  }

  private var path: String { scratch.path + "/jobs.sqlite" }

  private func open(_ path: String? = nil, creating: Bool = false) throws -> JobQueue {
    try JobQueue.open(path ?? self.path, creating: creating, now: clock.now)
  }

  /// Changes the file by SQL, as somebody may who has the `sqlite3` program.
  private func tamper(_ statements: String...) throws {
    let database = try DatabaseQueue(path: path)
    try database.writeWithoutTransaction { database in
      for statement in statements { try database.execute(sql: statement) }
    }
    try database.close()
  }

  /// A queue with a job in each of a few statuses.
  private func makeQueue() async throws {
    let queue = try open(creating: true)
    try await queue.addExperiment("e")
    for x in 0..<3 { try await queue.addJob(to: "e", hyperparameters: ["x": .integer(x)]) }
    let first = try await queue.nextJob(of: "e", worker: "w", lease: 60, retries: 1)
    _ = try await queue.nextJob(of: "e", worker: "w", lease: 60)
    try await queue.crash(first, error: "trace")
    try await queue.close()
  }

  private func snapshot() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: scratch.path) {
      var isFolder: ObjCBool = false
      let path = scratch.path + "/" + name
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files[name] = [UInt8](try Data(contentsOf: URL(filePath: path)))
    }
    return files
  }

  /// Expects that opening is refused, and that nothing in the folder has changed.
  private func expectRefusal(
    _ reason: JobError.Reason, _ words: String, path: String? = nil, creating: Bool = true,
    at place: SourceLocation = #_sourceLocation
  ) async throws {
    let before = try snapshot()
    let error = await refusal { try open(path, creating: creating) }
    #expect(error?.reason == reason, "\(String(describing: error))", sourceLocation: place)
    #expect(error?.detail.contains(words) == true, "\(String(describing: error))", sourceLocation: place)
    #expect(error?.queue == path ?? self.path, sourceLocation: place)
    #expect(try snapshot() == before, sourceLocation: place)
  }

  @Test func aQueueIsOnlyMadeWhereThatIsWanted() async throws {
    try await expectRefusal(.noQueue, "no such file", creating: false)
    try await expectRefusal(.noQueue, "no folder", path: scratch.path + "/no/jobs.sqlite")
    let queue = try open(creating: true)
    #expect(try await queue.experiments() == [])
    try await queue.addExperiment("e")
    try await queue.close()
    #expect(await refusal { try await queue.experiments() }?.reason == .unavailable)
    #expect(try await open(creating: true).experiments().count == 1)
    #expect(try await open().experiments().count == 1)
  }

  @Test func aPathMayHoldWhatMeansSomethingInAnAddress() async throws {
    for name in ["a?mode=memory.sqlite", "100%41#x.sqlite", "caf\u{E9} 'q\".sqlite", ":memory:"] {
      let queue = try open(scratch.path + "/" + name, creating: true)
      try await queue.addExperiment(name)
      try await queue.close()
      #expect(FileManager.default.fileExists(atPath: scratch.path + "/" + name))
      #expect(try await open("/" + scratch.path + "//" + name).experiments().map(\.name) == [name])
    }
  }

  @Test func somethingElseIsLeftAsItIs() async throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/folder", withIntermediateDirectories: false)
    try await expectRefusal(.notAQueue, "a folder", path: scratch.path + "/folder")
    try await expectRefusal(.invalid, "cannot be a path", path: "")
    try await expectRefusal(.invalid, "cannot be a path", path: path + "\u{0}x")
    for content in ["x", "SQLite format 3\0", String(repeating: "no database ", count: 1000)] {
      try scratch.write(content, to: "jobs.sqlite")
      for creating in [true, false] {
        try await expectRefusal(.notAQueue, "no SQLite database", creating: creating)
      }
    }
    try scratch.write("", to: "jobs.sqlite")
    try await expectRefusal(.notAQueue, "no SQLite database", creating: false)
    #expect(try await open(creating: true).experiments() == [])
  }

  @Test func aDatabaseOfSomebodyElseIsLeftAsItIs() async throws {
    try tamper("CREATE TABLE t (x)", "INSERT INTO t VALUES (1)")
    try await expectRefusal(.notAQueue, "something else")
    try tamper("PRAGMA application_id = 77", "PRAGMA journal_mode = WAL")
    try await expectRefusal(.notAQueue, "something else")
  }

  @Test func aQueueOfANewerVersionIsLeftAsItIs() async throws {
    try await makeQueue()
    try tamper("PRAGMA user_version = 1000", "PRAGMA wal_checkpoint(TRUNCATE)")
    let error = await refusal { try open() }
    #expect(error?.reason == .notAQueue && error?.detail.contains("version 1000") == true)
    try tamper("PRAGMA user_version = 2")
    #expect(try await open().allJobs(of: "e").count == 3)
  }

  @Test(
    arguments: [
      ["CREATE TRIGGER t AFTER UPDATE ON jobs BEGIN DELETE FROM jobs; END"],
      ["CREATE VIEW v AS SELECT * FROM jobs"],
      ["ALTER TABLE failures RENAME TO f", "CREATE VIEW failures AS SELECT * FROM f"],
      ["DROP TABLE failures"],
      ["ALTER TABLE jobs ADD COLUMN extra INTEGER"],
      ["DROP INDEX jobs_by_lease"],
      ["PRAGMA user_version = 0"],
      ["PRAGMA user_version = -1"],
    ])
  func tablesThatAreNotTheQueuesOwnAreNotUsed(_ statements: [String]) async throws {
    try await makeQueue()
    for statement in statements { try tamper(statement) }
    let error = await refusal { try open(creating: true) }
    #expect(error?.reason == .damaged && error?.detail.contains("not those of a queue") == true)
  }

  @Test func aJournalThatNamesAnotherFileIsNotPlayedBack() async throws {
    try await makeQueue()
    let victim = try scratch.write("precious", to: "victim")
    let mark: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    try scratch.write(
      mark + Array(victim.utf8) + [0, 0, 0, UInt8(victim.utf8.count), 0, 0, 0, 0] + mark,
      to: "jobs.sqlite-journal")
    try await expectRefusal(.notAQueue, "a journal of several databases")
    #expect(FileManager.default.fileExists(atPath: victim))
  }

  @Test func valuesThatCannotBeStopNobody() async throws {
    let damages = [
      "hyperparameters = x'FF'", "results = x'5B'", "version = -1", "attempts = 9223372036854775807",
      "created = 9223372036854775807", "started = -9223372036854775808", "excused = -1",
      "hyperparameters = zeroblob(5000000)", "worker = x'FF'", "lineage = x'FF'",
      "lineage = x'7B7D'",
    ]
    for damage in damages {
      try? FileManager.default.removeItem(atPath: path)
      try await makeQueue()
      try tamper("UPDATE jobs SET \(damage) WHERE number = 1")
      let queue = try open()
      #expect(await refusal { try await queue.job("0001") }?.reason == .damaged, "\(damage)")
      let listing = try await queue.listing(of: "e")
      #expect(listing.jobs.map(\.id) == ["0002", "0003"], "\(damage)")
      #expect(listing.damaged.map(\.job) == ["0001"] && listing.damaged[0].experiment == "e")
      // It was the oldest in the queue; it is set aside, and the next is given out.
      #expect(try await queue.nextJob(of: "e", worker: "w", lease: 60).id == "0003", "\(damage)")
      #expect(try await queue.counts(of: "e")[.crashed] == 1)
      try await queue.deleteJob("0001")
      #expect(try await queue.listing(of: "e").damaged == [])
      try await queue.close()
    }
  }

  @Test func statusesThatNobodyKnowsAreNotGivenOut() async throws {
    try await makeQueue()
    try tamper(
      "UPDATE jobs SET status = 'LOST' WHERE number = 1")
    let queue = try open()
    #expect(try await queue.listing(of: "e").damaged.map(\.job) == ["0001"])
    #expect(try await queue.nextJob(of: "e", worker: "w", lease: 60).id == "0003")
    try await queue.close()
    try tamper("UPDATE experiments SET status = 'LOST'")
    let again = try open()
    #expect(await refusal { try await again.experiment("e") }?.reason == .damaged)
    #expect(await refusal { try await again.nextJob(of: "e", worker: "w", lease: 60) }?.reason == .damaged)
  }

  @Test func damagedPagesNeverCrashTheProgram() async throws {
    try await makeQueue()
    let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
    var generator = SeededGenerator(seed: 5)
    var refused = 0
    let rounds = FuzzDose.rounds(default: 60)
    for _ in 0..<rounds {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...20, using: &generator) {
        bytes[Int.random(in: 100..<bytes.count, using: &generator)] = UInt8.random(
          in: .min ... .max, using: &generator)
      }
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
      try scratch.write(bytes, to: "jobs.sqlite")
      do {
        let queue = try open()
        _ = try await queue.experiments()
        _ = try await queue.listing(of: "e")
        let job = try await queue.nextJob(of: "e", worker: "w", lease: 1)
        try await queue.finish(job, results: ["y": 1])
        try await queue.deleteExperiment("e")
      } catch {
        #expect(error is JobError)
        refused += 1
      }
    }
    #expect(refused > rounds / 10)
  }

  @Test func aFileThatIsRemovedOrReplacedWhileItIsInUseIsNoticed() async throws {
    for replaces in [false, true] {
      let scratch = try TemporaryDirectory()
      let path = scratch.path + "/jobs.sqlite"
      let queue = try JobQueue.open(path, creating: true, now: TestClock().now)
      try await queue.addExperiment("e")
      try FileManager.default.moveItem(atPath: path, toPath: scratch.path + "/away")
      if replaces { _ = try JobQueue.open(path, creating: true, now: TestClock().now) }
      let error = await refusal { try await queue.addJob(to: "e", hyperparameters: [:]) }
      #expect(error?.reason == .unavailable)
      #expect(error?.detail.contains("removed or replaced while it was in use") == true)
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.moveItem(atPath: scratch.path + "/away", toPath: path)
      try await queue.addJob(to: "e", hyperparameters: [:])
    }
  }

  @Test(arguments: [
    "postgre://ann:secret@h/db", "postgresql+psycopg2://ann:secret@h/db", "mysql://secret@h/db",
    "postgres:/ann:secret@h/db", "postgres:ann:secret@h", " postgres://ann:secret@h/db",
    "host=h password=secret",
  ])
  func anAddressOfSomethingElseIsNoFile(address: String) async throws {
    let error = await refusal { try JobQueue.open(address, creating: true, now: TestClock().now) }
    #expect(error?.reason == .invalid)
    #expect(error?.description.contains("secret") == false)
    #expect(error?.detail.contains("expected postgres://user@host/database") == true)
    #expect(!JobQueue.shown(address).contains("secret"))
  }
}
