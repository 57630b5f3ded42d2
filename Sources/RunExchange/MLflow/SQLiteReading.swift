import Diagnostics
import Dispatch
import Foundation
import GRDB

/// Opens a SQLite database of unknown origin for reading, without leaving anything beside it.
///
/// A database without write-ahead log is opened with locks, so that a writer's transaction is never seen by half. One
/// with such a log would need files beside it, so it is opened as unchangeable if the log is empty. Where there is a log,
/// or a journal that a writer left, both files are copied to a folder of their own, where SQLite puts them together.
/// Where that is not possible, ``note`` says so.
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
    var copy: String?
    var note: (found: String, consequence: String)?
    let log = try? fileSystem.attributes(path + "-wal")
    if header.usesLog || log != nil {
      if let log, log.size > 0 {
        copy = Self.copy(path, header.size, "-wal", fileSystem)
        if copy == nil {
          note = ("a write-ahead log that is too large or changes", "What it holds is missing.")
        }
      }
      queue = try Self.open(path, orCopy: copy)
    } else {
      do {
        queue = try Self.open(path, .locked)
      } catch let error as DatabaseError where Self.isAboutAccess(error) {
        copy = Self.copy(path, header.size, "-journal", fileSystem)
        if copy == nil {
          note = ("a database in the middle of a change", "It is shown as it lies on disk.")
        }
        queue = try Self.open(path, orCopy: copy)
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
      Self.remove(copy)
    }
    return try queue.read(body)
  }

  /// Opens the copy, which is removed if it cannot be opened, or without one the file as it lies.
  private static func open(_ path: String, orCopy copy: String?) throws -> DatabaseQueue {
    guard let copy else { return try open(path, .unchangeable) }
    do {
      return try open(copy, .copied)
    } catch {
      remove(copy)
      throw error
    }
  }

  private static func remove(_ copy: String?) {
    guard let copy else { return }
    try? FileManager.default.removeItem(atPath: FilePath.parent(of: copy))
  }

  /// How a file is opened; the raw value is what SQLite is told behind its path.
  private enum Way: String {
    /// For reading, with locks.
    case locked = "?mode=ro"
    /// For reading, as a file that nobody changes.
    case unchangeable = "?mode=ro&immutable=1"
    /// A copy, in which SQLite may undo or take up what its log says.
    case copied = "?mode=rw"
  }

  /// Why a journal is not used.
  private enum Refusal: Error {
    /// It names another file, which SQLite would delete after undoing the change, whatever that file is.
    case superJournal
  }

  /// How a journal ends that names a super-journal (SQLite's “Database File Format”, section 3).
  private static let superJournalMark: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  /// Nothing in the file may run code, be written, or make SQLite trust what a damaged page says.
  private static func open(_ path: String, _ way: Way) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = way != .copied
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
    // Without the second pair of slashes a path that begins with two would name a host.
    let scheme = path.utf8.first == UInt8(ascii: "/") ? "file://" : "file:"
    return try DatabaseQueue(path: scheme + escaped(path) + way.rawValue, configuration: configuration)
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

  /// A copy of the database with the file beside it that ends with `suffix`, in a new folder that only this user may
  /// read; nil if they are too large, cannot be read, or go on changing.
  private static func copy(
    _ path: String, _ size: Int, _ suffix: String, _ fileSystem: FileSystem
  ) -> String? {
    guard let log = try? fileSystem.attributes(path + suffix), log.kind == .file,
      size <= MLflowLimit.copiedBytes, log.size <= MLflowLimit.copiedBytes
    else { return nil }
    let folder = FileManager.default.temporaryDirectory.appending(path: "assay-\(UUID().uuidString)").path
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      for _ in 0..<3 {
        let before = try ["", suffix].map { try fileSystem.attributes(path + $0) }
        for ending in ["", suffix] {
          let bytes = try fileSystem.read(path + ending, limit: MLflowLimit.copiedBytes)
          guard !bytes.suffix(8).elementsEqual(Self.superJournalMark) else { throw Refusal.superJournal }
          try FileSystem.disk.write(bytes, folder + "/database" + ending)
        }
        if try ["", suffix].map({ try fileSystem.attributes(path + $0) }) == before {
          return folder + "/database"
        }
      }
    } catch {
      // The caller says what is missing then.
    }
    try? FileManager.default.removeItem(atPath: folder)
    return nil
  }
}
