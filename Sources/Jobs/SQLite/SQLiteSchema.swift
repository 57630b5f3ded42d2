import GRDB

/// The tables of a queue in SQLite, and how each version of them came from the one before.
///
/// Every text is kept as the bytes of its UTF-8: SQLite's own texts end at a NUL and its length of them cannot be asked
/// without reading them.
enum SQLiteSchema {
  /// What `PRAGMA application_id` says of a queue: “AsJQ”.
  static let application: Int64 = 0x4173_4A51
  /// The newest version, which `PRAGMA user_version` says.
  static var version: Int64 { Int64(steps.count) }

  /// Steps from each version to the next; a step that was released never changes.
  static let steps: [[String]] = [
    [
      """
      CREATE TABLE experiments (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        name BLOB NOT NULL UNIQUE,
        status TEXT NOT NULL,
        settings BLOB,
        version INTEGER NOT NULL,
        proposed INTEGER NOT NULL,
        created INTEGER NOT NULL
      ) STRICT
      """,
      """
      CREATE TABLE jobs (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        experiment INTEGER NOT NULL REFERENCES experiments (number) ON DELETE CASCADE,
        status TEXT NOT NULL,
        version INTEGER NOT NULL,
        attempts INTEGER NOT NULL,
        excused INTEGER NOT NULL,
        retries INTEGER NOT NULL,
        worker BLOB,
        created INTEGER NOT NULL,
        started INTEGER,
        ended INTEGER,
        lease_ends INTEGER,
        hyperparameters BLOB NOT NULL,
        results BLOB NOT NULL
      ) STRICT
      """,
      "CREATE INDEX jobs_by_status ON jobs (experiment, status, number)",
      "CREATE INDEX jobs_by_lease ON jobs (experiment, lease_ends) WHERE lease_ends IS NOT NULL",
      """
      CREATE TABLE failures (
        job INTEGER NOT NULL REFERENCES jobs (number) ON DELETE CASCADE,
        attempt INTEGER NOT NULL,
        worker BLOB,
        timestamp INTEGER NOT NULL,
        error BLOB,
        PRIMARY KEY (job, attempt)
      ) STRICT, WITHOUT ROWID
      """,
    ],
    ["ALTER TABLE jobs ADD COLUMN lineage BLOB"],
  ]

  /// Brings the tables from version `from` to the newest, within the transaction that is open.
  static func migrate(_ database: Database, from: Int64) throws {
    for step in steps.dropFirst(Int(from)) {
      for statement in step { try database.execute(sql: statement) }
    }
    try database.execute(sql: "PRAGMA application_id = \(application)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// What the schema says, statement by statement, but for SQLite's own tables.
  static func statements(of database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_master
        WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name LIMIT 100
        """)
  }

  /// What the schema of a queue of `version` says.
  static func expectedStatements(version: Int64) throws -> [String] {
    let database = try DatabaseQueue()
    defer { try? database.close() }
    return try database.inDatabase { database in
      for step in steps.prefix(Int(version)) {
        for statement in step { try database.execute(sql: statement) }
      }
      return try statements(of: database)
    }
  }
}
