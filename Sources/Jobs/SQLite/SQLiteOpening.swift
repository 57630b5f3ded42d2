import Diagnostics
import Foundation
import GRDB

/// Opens a file as a queue, after making sure that it is one: nothing else is changed, or even touched by SQLite.
struct SQLiteOpening {
  /// Where the file is.
  let path: String
  /// Whether it is made if it is not there.
  let creating: Bool

  private let fileSystem = FileSystem.disk

  /// An opening of the file at `path`.
  init(path: String, creating: Bool) {
    self.path = path
    self.creating = creating
  }

  /// The connection.
  ///
  /// - Throws: ``JobError`` as ``JobQueue/open(_:creating:now:)`` says.
  func open() throws(JobError) -> DatabaseQueue {
    try checkFile()
    do {
      let queue = try DatabaseQueue(path: address, configuration: configuration)
      do {
        try prepare(queue)
      } catch {
        try? queue.close()
        throw error
      }
      return queue
    } catch {
      throw SQLiteFault.error(error)
    }
  }

  /// Refuses what is certainly no queue, by its first bytes alone.
  private func checkFile() throws(JobError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw JobError(.invalid, detail: "This cannot be a path: it is empty or holds a NUL.")
    }
    let attributes: FileAttributes
    do throws(FileSystemError) {
      attributes = try fileSystem.attributes(path)
    } catch {
      guard error.reason == .notFound else {
        throw JobError(.unavailable, detail: "The file cannot be read: \(error.reason.words).")
      }
      return try checkAbsence()
    }
    guard attributes.kind == .file else {
      throw JobError(.notAQueue, detail: "There is no file but a folder or a device. A queue is one file.")
    }
    if attributes.size == 0, creating { return }
    let head: [UInt8]
    do throws(FileSystemError) {
      head = try fileSystem.open(path).bytes(at: 0, count: 100)
    } catch {
      throw JobError(.unavailable, detail: "The file cannot be read: \(error.reason.words).")
    }
    guard head.count == 100, head.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw JobError(.notAQueue, detail: "The file is no SQLite database. It is left as it is.")
    }
    guard Self.number(head[68..<72]) == SQLiteSchema.application else {
      throw JobError(
        .notAQueue, detail: "The file is a SQLite database of something else. It is left as it is.")
    }
    try checkJournal()
  }

  private func checkAbsence() throws(JobError) {
    guard creating else {
      throw JobError(.noQueue, detail: "There is no such file. Check the path, or make a queue there first.")
    }
    let folder = FilePath.parent(of: path)
    guard fileSystem.isDirectory(folder) else {
      throw JobError(
        .noQueue, detail: "There is no folder \(VisibleText.quoting(folder)). Make it first.")
    }
    try checkJournal()
  }

  /// Refuses a journal that names another file, which SQLite would delete, whatever it is; a queue has none.
  private func checkJournal() throws(JobError) {
    guard let file = try? fileSystem.open(path + "-journal"),
      let end = try? file.bytes(at: max(0, file.size - 8), count: 8)
    else { return }
    guard end != [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7] else {
      throw JobError(
        .notAQueue, detail: "Beside the file lies a journal of several databases, which a queue never has.")
    }
  }

  private var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .callback(Self.wait)
    configuration.prepareDatabase { database in
      for pragma in [
        "trusted_schema = OFF", "cell_size_check = ON", "temp_store = MEMORY", "mmap_size = 0",
        "synchronous = NORMAL", "recursive_triggers = OFF",
      ] {
        try database.execute(sql: "PRAGMA " + pragma)
      }
    }
    return configuration
  }

  /// The path as SQLite's address, which says that the file is not to be made.
  private var address: String {
    // Two slashes begin a host, so an absolute path follows an empty one.
    var text = Array((path.utf8.first == UInt8(ascii: "/") ? "file://" : "file:").utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        text.append(byte)
      default: text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: text, as: UTF8.self) + (creating ? "?mode=rwc" : "?mode=rw")
  }

  /// Waits for a lock: a little longer each time and at most 10 ms, until ``SQLiteJobStore/patience`` is over.
  ///
  /// SQLite's own waiting grows to 100 ms, in which eight workers leave the file idle most of the time.
  private static let wait: Database.BusyCallback = { count in
    let milliseconds = min(Double(count + 1), 10)
    guard Double(count) * 0.01 < SQLiteJobStore.patience else { return false }
    Thread.sleep(forTimeInterval: milliseconds / 1000)
    return true
  }

  /// What `prepare` has to do.
  private enum Task {
    /// Nothing.
    case nothing
    /// To make the tables of the newest version from those of this one; 0 is an empty file.
    case migration(from: Int64)
  }

  /// Makes or renews the tables where that is due, after a look whether they are what they should be.
  private func prepare(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { database in
      var task = Task.nothing
      try database.inTransaction(.deferred) {
        task = try self.task(database)
        return .commit
      }
      if case .migration = task {
        // Another process may have done it meanwhile.
        try database.inTransaction(.immediate) {
          guard case .migration(let version) = try self.task(database) else { return .rollback }
          try SQLiteSchema.migrate(database, from: version)
          return .commit
        }
      }
      try Self.beginLog(database)
    }
  }

  /// Looks what the file is.
  private func task(_ database: Database) throws -> Task {
    let application = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let statements = try SQLiteSchema.statements(of: database)
    if application == 0, version == 0, statements.isEmpty {
      guard creating else { throw JobError(.notAQueue, detail: "The file is an empty database.") }
      return .migration(from: 0)
    }
    try Self.check(application: application, version: version, statements: statements)
    return version < SQLiteSchema.version ? .migration(from: version) : .nothing
  }

  /// Has changes kept in a log beside the file; only after the first change, so that the file itself says what it is.
  ///
  /// Changing to a log needs the file for oneself, and SQLite does not always wait for that.
  private static func beginLog(_ database: Database) throws {
    for round in 0... {
      do {
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") ?? ""
        guard mode == "wal" else {
          throw JobError(
            .unavailable,
            detail: "The file system cannot share memory between processes, which SQLite's log needs. "
              + "Put the queue on a disk of this machine.")
        }
        return
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        guard wait(round) else { throw error }
      }
    }
  }

  private static func check(application: Int64, version: Int64, statements: [String]) throws(JobError) {
    guard application == SQLiteSchema.application else {
      throw JobError(
        .notAQueue, detail: "The file is a SQLite database of something else. It is left as it is.")
    }
    guard version <= SQLiteSchema.version else {
      throw JobError(
        .notAQueue,
        detail: "The queue has version \(version); this program knows up to \(SQLiteSchema.version). "
          + "Use a newer one. The file is left as it is.")
    }
    guard version >= 1, let expected = try? SQLiteSchema.expectedStatements(version: version),
      expected == statements
    else {
      throw JobError(
        .damaged,
        detail: "The tables are not those of a queue of version \(version): somebody changed them. "
          + "The file is left as it is.")
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 {
    bytes.reduce(0) { $0 << 8 | Int64($1) }
  }
}
