import Diagnostics

/// What the first bytes of a SQLite database say (SQLite's “Database File Format”, section 1.3).
struct SQLiteHeader: Hashable, Sendable {
  /// Whether changes are kept in a write-ahead log beside the file until they are moved into it.
  let usesLog: Bool
  /// Bytes of the file.
  let size: Int

  /// The header of the file at `path`; nil if it is no SQLite database.
  static func read(_ path: String, in fileSystem: FileSystem) -> SQLiteHeader? {
    guard let file = try? fileSystem.open(path), let head = try? file.bytes(at: 0, count: 100),
      head.count == 100, head.starts(with: Array("SQLite format 3\0".utf8))
    else { return nil }
    return SQLiteHeader(usesLog: head[18] == 2 || head[19] == 2, size: file.size)
  }
}
