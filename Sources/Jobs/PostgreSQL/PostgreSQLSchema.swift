#if PostgreSQL
  /// The tables of a queue in PostgreSQL, and how each version of them came from the one before.
  ///
  /// They are those of a queue in a file. Every text is kept as the bytes of its UTF-8, since PostgreSQL's own hold no NUL
  /// and need not be UTF-8. Beside them are `version`, with one row that says of which version the tables are and how many
  /// jobs there ever were, and `words`, where each connection keeps the number of its last change: so it is known after a
  /// cut whether the change was made.
  struct PostgreSQLSchema: Hashable, Sendable {
    /// The schema's name, which needs no quotes.
    let name: String

    /// What the row of `version` says of a queue: “AsJQ”.
    static let application: Int64 = 0x4173_4A51
    /// The newest version.
    static var version: Int64 { Int64(PostgreSQLSchema(name: "").steps.count) }
    /// The channel on which changes are told.
    var channel: String { "assay.\(name)" }

    /// Steps from each version to the next; a step that was released never changes.
    var steps: [[String]] {
      [
        [
          """
          CREATE TABLE \(name).version (
            application int8 NOT NULL PRIMARY KEY,
            version int8 NOT NULL,
            jobs int8 NOT NULL
          ) WITH (fillfactor = 10)
          """,
          "INSERT INTO \(name).version VALUES (\(Self.application), 0, 0)",
          """
          CREATE TABLE \(name).experiments (
            number int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            name bytea NOT NULL UNIQUE,
            status text NOT NULL,
            settings bytea,
            version int8 NOT NULL,
            proposed int8 NOT NULL,
            created int8 NOT NULL
          ) WITH (fillfactor = 50)
          """,
          """
          CREATE TABLE \(name).jobs (
            number int8 PRIMARY KEY,
            experiment int8 NOT NULL REFERENCES \(name).experiments (number) ON DELETE CASCADE,
            status text NOT NULL,
            version int8 NOT NULL,
            attempts int8 NOT NULL,
            excused int8 NOT NULL,
            retries int8 NOT NULL,
            worker bytea,
            created int8 NOT NULL,
            started int8,
            ended int8,
            lease_ends int8,
            hyperparameters bytea NOT NULL,
            results bytea NOT NULL
          )
          """,
          "CREATE INDEX jobs_by_status ON \(name).jobs (experiment, status, number)",
          "CREATE INDEX jobs_by_lease ON \(name).jobs (experiment, lease_ends) WHERE lease_ends IS NOT NULL",
          """
          CREATE TABLE \(name).failures (
            job int8 NOT NULL REFERENCES \(name).jobs (number) ON DELETE CASCADE,
            attempt int8 NOT NULL,
            worker bytea,
            timestamp int8 NOT NULL,
            error bytea,
            PRIMARY KEY (job, attempt)
          )
          """,
          """
          CREATE TABLE \(name).words (
            client int8 NOT NULL PRIMARY KEY,
            number int8 NOT NULL,
            said int8 NOT NULL
          ) WITH (fillfactor = 20)
          """,
        ],
        ["ALTER TABLE \(name).jobs ADD COLUMN lineage bytea"],
      ]
    }
  }
#endif
