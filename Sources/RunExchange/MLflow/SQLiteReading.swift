import Diagnostics
import Dispatch
import Foundation
import GRDB

/// Opens a SQLite database of unknown origin for reading, without leaving anything beside it.
///
/// A database without write-ahead log is opened with locks, so that a writer's transaction is never seen by half. One
/// with such a log would need files beside it, so it is opened as unchangeable if the log is empty; else database and
/// log are copied to a folder of their own, where SQLite puts them together. Where that is not possible, what the log
/// holds is missing, and ``note`` says so.
struct SQLiteReading {
  /// The connection.
  let queue: DatabaseQueue
  /// What is to be known of how the database was opened, as found, expected and consequence.
  let note: (found: String, consequence: String)?
  private let copy: String?

  /// Opens the database at `path`.
  ///
  /// - Throws: `DatabaseError` where SQLite refuses it.
  init(_ path: String, header: SQLiteHeader, fileSystem: FileSystem) throws {
    var note: (found: String, consequence: String)?
    var copy: String?
    if header.usesLog, let log = try? fileSystem.attributes(path + "-wal"), log.size > 0 {
      copy = Self.copy(path, header.size, log, fileSystem)
      if let copy {
        queue = try Self.open(copy + "/database", isUnchangeable: false)
      } else {
        note = ("a write-ahead log that is too large or changes", "What it holds is missing.")
        queue = try Self.open(path, isUnchangeable: true)
      }
    } else if header.usesLog {
      queue = try Self.open(path, isUnchangeable: true)
    } else {
      do {
        queue = try Self.open(path, isUnchangeable: false)
      } catch let error as DatabaseError where Self.isAboutAccess(error) {
        note = (
          "a database that another program has left in the middle of a change",
          "It is shown as it lies on disk."
        )
        queue = try Self.open(path, isUnchangeable: true)
      }
    }
    self.note = note
    self.copy = copy
  }

  /// Runs `body`, at most ``MLflowLimit/databaseSeconds``, then closes the database.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    let interruption = DispatchWorkItem { [queue] in queue.interrupt() }
    DispatchQueue.global().asyncAfter(
      deadline: .now() + .seconds(MLflowLimit.databaseSeconds), execute: interruption)
    defer {
      interruption.cancel()
      try? queue.close()
      if let copy { try? FileManager.default.removeItem(atPath: copy) }
    }
    return try queue.read(body)
  }

  /// Nothing in the file may run code, be written, or make SQLite trust what a damaged page says.
  private static func open(_ path: String, isUnchangeable: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      for pragma in [
        "trusted_schema = OFF", "query_only = ON", "cell_size_check = ON", "temp_store = MEMORY",
        "mmap_size = 0",
      ] {
        try database.execute(sql: "PRAGMA " + pragma)
      }
    }
    let mode = isUnchangeable ? "?mode=ro&immutable=1" : "?mode=ro"
    return try DatabaseQueue(path: "file:" + escaped(path) + mode, configuration: configuration)
  }

  private static func isAboutAccess(_ error: DatabaseError) -> Bool {
    [.SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PERM]
      .contains(error.resultCode)
  }

  /// A path as part of an address: everything but letters, digits and few marks as `%XX`.
  private static func escaped(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        text.append(byte)
      default: text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A new folder that only this user may read, with the database and its log; nil if they are too large, cannot be
  /// read, or go on changing.
  private static func copy(
    _ path: String, _ size: Int, _ log: FileAttributes, _ fileSystem: FileSystem
  ) -> String? {
    guard size <= MLflowLimit.copiedBytes, log.size <= MLflowLimit.copiedBytes else { return nil }
    let folder = FileManager.default.temporaryDirectory.appending(path: "assay-\(UUID().uuidString)").path
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      for _ in 0..<3 {
        let before = try [path, path + "-wal"].map { try fileSystem.attributes($0) }
        for (source, target) in [(path, "/database"), (path + "-wal", "/database-wal")] {
          try fileSystem.write(try fileSystem.read(source, limit: MLflowLimit.copiedBytes), folder + target)
        }
        if try [path, path + "-wal"].map({ try fileSystem.attributes($0) }) == before { return folder }
      }
    } catch {
      // The caller says what is missing then.
    }
    try? FileManager.default.removeItem(atPath: folder)
    return nil
  }
}
