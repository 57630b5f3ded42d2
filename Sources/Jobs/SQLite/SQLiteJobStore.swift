import Diagnostics
import Dispatch
import GRDB
import RunModel

/// The records of a queue in one SQLite file with a write-ahead log.
///
/// Every change is an immediate transaction, so that two processes never both believe that they will write; who finds the
/// file locked waits.
final class SQLiteJobStore: JobStore {
  let place: String
  private let database: DatabaseQueue
  private let now: @Sendable () -> UTCTimestamp
  private let identity: FileIdentity?

  /// Seconds that a process waits for the others before it gives up.
  static let patience = 60.0

  /// Opens the file at `path`, making it if it is not there and `creating` says so.
  init(_ path: String, creating: Bool, now: @escaping @Sendable () -> UTCTimestamp) throws(JobError) {
    place = path
    self.now = now
    database = try SQLiteOpening(path: path, creating: creating).open()
    identity = FileIdentity(of: path)
  }

  package func change<Value>(
    _ scope: ChangeScope, _ body: (any JobTransaction) throws(JobError) -> Value
  ) throws(JobError) -> Value {
    try run { database in
      var outcome: Result<Value, JobError>?
      try database.inTransaction(.immediate) {
        outcome = attempt(body, database)
        if case .success = outcome { return .commit }
        return .rollback
      }
      return outcome
    }
  }

  package func look<Value>(
    _ body: (any JobTransaction) throws(JobError) -> Value
  ) throws(JobError) -> Value {
    try run { database in
      var outcome: Result<Value, JobError>?
      try database.inTransaction(.deferred) {
        outcome = attempt(body, database)
        return .commit
      }
      return outcome
    }
  }

  package func close() throws(JobError) {
    do {
      try database.close()
    } catch {
      throw SQLiteFault.error(error)
    }
  }

  private func attempt<Value>(
    _ body: (any JobTransaction) throws(JobError) -> Value, _ database: Database
  ) -> Result<Value, JobError> {
    do throws(JobError) {
      return .success(try body(SQLiteTransaction(database, now: now().clamped)))
    } catch {
      return .failure(error)
    }
  }

  private func run<Value>(
    _ body: (Database) throws -> Result<Value, JobError>?
  ) throws(JobError) -> Value {
    guard FileIdentity(of: place) == identity else {
      throw JobError(
        .unavailable,
        detail: "The file was removed or replaced while it was in use, and what was to be kept went with it. "
          + "Put it back, or begin a new search.")
    }
    let outcome: Result<Value, JobError>?
    do {
      outcome = try database.writeWithoutTransaction(body)
    } catch {
      throw SQLiteFault.error(error)
    }
    guard let outcome else { throw JobError(.unavailable, detail: "SQLite did not begin the transaction.") }
    return try outcome.get()
  }
}
