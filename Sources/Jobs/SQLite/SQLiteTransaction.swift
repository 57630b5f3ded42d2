import Diagnostics
import Foundation
import GRDB
import RunModel

/// The records of a queue in SQLite within one transaction.
struct SQLiteTransaction: JobTransaction {
  let now: UTCTimestamp
  /// A file has one writer at a time.
  let mayPropose = true
  let database: Database

  /// The records of `database`, in which a transaction is open.
  init(_ database: Database, now: UTCTimestamp) {
    self.database = database
    self.now = now
  }

  func experiment(_ name: String) throws(JobError) -> QueuedExperiment? {
    guard
      let row = try row(
        "SELECT \(Self.experimentColumns) FROM experiments WHERE name = ?", [name.stored])
    else { return nil }
    return try StoredRow(row).experiment()
  }

  func experiments() throws(JobError) -> [QueuedExperiment] {
    var found: [QueuedExperiment] = []
    for row in try rows("SELECT \(Self.experimentColumns) FROM experiments ORDER BY number", []) {
      found.append(try StoredRow(row).experiment())
    }
    return found
  }

  func insert(_ experiment: QueuedExperiment) throws(JobError) {
    try execute(
      """
      INSERT INTO experiments (name, status, settings, version, proposed, created) VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        experiment.name.stored, experiment.status.rawValue, experiment.settings.stored, experiment.version,
        experiment.proposed, experiment.created.microseconds,
      ])
  }

  func update(_ experiment: QueuedExperiment) throws(JobError) {
    try execute(
      "UPDATE experiments SET status = ?, settings = ?, version = ?, proposed = ? WHERE name = ?",
      [
        experiment.status.rawValue, experiment.settings.stored, experiment.version, experiment.proposed,
        experiment.name.stored,
      ])
  }

  func deleteExperiment(_ name: String) throws(JobError) -> Bool {
    try execute("DELETE FROM experiments WHERE name = ?", [name.stored])
    return database.changesCount > 0
  }

  private static let experimentColumns =
    "\(bounded("name")), status, \(bounded("settings")), version, proposed, created"

  /// A column of bytes; of what is no bytes, or too many, only the number of them, unread.
  static func bounded(_ column: String) -> String {
    """
    CASE WHEN typeof(\(column)) <> 'blob' THEN \(column)
    WHEN length(\(column)) <= \(JobLimit.valueBytes) THEN \(column) ELSE -1 END AS \(column)
    """
  }

  func row(_ sql: String, _ arguments: StatementArguments) throws(JobError) -> Row? {
    do {
      return try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
    } catch {
      throw SQLiteFault.error(error)
    }
  }

  func rows(_ sql: String, _ arguments: StatementArguments) throws(JobError) -> [Row] {
    do {
      return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
    } catch {
      throw SQLiteFault.error(error)
    }
  }

  func execute(_ sql: String, _ arguments: StatementArguments) throws(JobError) {
    do {
      try database.cachedStatement(sql: sql).execute(arguments: arguments)
    } catch {
      throw SQLiteFault.error(error)
    }
  }
}
