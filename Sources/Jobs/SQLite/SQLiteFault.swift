import Diagnostics
import GRDB

/// What SQLite says is wrong, as an error of the queue.
enum SQLiteFault {
  /// The error that `error` is.
  static func error(_ error: any Error) -> JobError {
    if let error = error as? JobError { return error }
    guard let error = error as? DatabaseError else {
      return JobError(.unavailable, detail: "The file cannot be used: \(error)")
    }
    let words = VisibleText.escaping(error.message ?? "error \(error.resultCode.rawValue)")
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return JobError(
        .unavailable,
        detail: "Other processes kept the file locked for \(Int(SQLiteJobStore.patience)) s. Try again.")
    case .SQLITE_CORRUPT, .SQLITE_FORMAT:
      return JobError(
        .damaged, detail: "The file is damaged (\(words)). Restore it from a copy, or begin a new queue.")
    case .SQLITE_NOTADB:
      return JobError(.notAQueue, detail: "The file is no SQLite database. It is left as it is.")
    case .SQLITE_FULL:
      return JobError(.unavailable, detail: "The disk is full (\(words)). Nothing was changed.")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      return JobError(
        .unavailable,
        detail: "The file cannot be written (\(words)). The file and its folder must be writable.")
    case .SQLITE_CANTOPEN:
      return JobError(
        .unavailable,
        detail: "The file cannot be opened (\(words)). The folder must be there and be writable.")
    case .SQLITE_MISUSE:
      return JobError(.unavailable, detail: "The queue was closed.")
    default:
      return JobError(.unavailable, detail: "SQLite refused (\(words)). Nothing was changed.")
    }
  }
}
