#if PostgreSQL
  import Diagnostics
  import RunModel

  /// The records of a queue in PostgreSQL within one transaction.
  final class PostgreSQLTransaction: JobTransaction {
    let now: UTCTimestamp
    let mayPropose: Bool
    var era: Int { connection.number }
    /// Whether what is read is locked.
    let isChanging: Bool
    /// What a statement met with; after that nothing more is done.
    private(set) var fault: PostgreSQLFault?
    /// The transaction's number; nil while nothing was changed.
    private(set) var number: String?
    private let connection: PostgreSQLConnection
    private let schema: PostgreSQLSchema
    /// What changed that may give a worker something to do, a job or an experiment itself, and the number of the
    /// experiment's name.
    private var told: [String: Int32] = [:]
    /// The experiments as they were read, for comparing.
    var known: [ExactString: QueuedExperiment] = [:]

    /// Begins a transaction: one that changes what `scope` says, or one that looks at one state.
    ///
    /// - Throws: ``PostgreSQLFault``.
    init(
      _ connection: PostgreSQLConnection, _ schema: PostgreSQLSchema, scope: ChangeScope?,
      clock: (@Sendable () -> UTCTimestamp)?
    ) throws(PostgreSQLFault) {
      self.connection = connection
      self.schema = schema
      isChanging = scope != nil
      var (begin, isAlone) = ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", false)
      if let scope {
        begin = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
        switch scope {
        case .jobs(let experiment): begin += Self.lock(experiment, isShared: true)
        case .experiment(let experiment):
          begin += Self.lock(experiment, isShared: false)
          isAlone = true
        case .job(let id):
          _ = try connection.script(begin)
          let name = try Self.experiment(ofJob: id, connection, schema)
          begin = "SELECT 1" + (name.map { Self.lock($0, isShared: true) } ?? "")
        }
      }
      mayPropose = isAlone
      // The time behind the lock: waiting for it is no part of a lease.
      let time = "; SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::int8::text AS now"
      let answers = try connection.script(begin + time)
      guard case .text(let text)? = answers.last?.value(0, "now"), let microseconds = Int64(text) else {
        throw PostgreSQLFault(
          kind: .refused, error: JobError(.unavailable, detail: "The server does not say what time it is."))
      }
      now = (clock?() ?? UTCTimestamp(microseconds: microseconds)).clamped
    }

    private static func lock(_ experiment: String, isShared: Bool) -> String {
      "; SELECT pg_advisory_xact_lock\(isShared ? "_shared" : "")(\(PostgreSQLKeys.experiments), "
        + "\(PostgreSQLKeys.number(of: experiment)))"
    }

    /// The name of a job's experiment, which never changes.
    private static func experiment(
      ofJob id: String, _ connection: PostgreSQLConnection, _ schema: PostgreSQLSchema
    ) throws(PostgreSQLFault) -> String? {
      guard let number = JobID.number(id) else { return nil }
      let sql = """
        SELECT \(bounded("name")) FROM \(schema.name).jobs JOIN \(schema.name).experiments
        ON experiments.number = jobs.experiment WHERE jobs.number = $1
        """
      return try connection.run(sql, [.integer(number)]).first?.text("name")
    }

    /// What `body` comes to.
    ///
    /// - Throws: ``PostgreSQLFault`` if a statement of it failed, whatever it made of that.
    func outcome<Value>(
      of body: (any JobTransaction) throws(JobError) -> Value
    ) throws(PostgreSQLFault) -> Result<Value, JobError> {
      let outcome: Result<Value, JobError>
      do throws(JobError) {
        outcome = .success(try body(self))
      } catch {
        outcome = .failure(error)
      }
      if let fault { throw fault }
      return outcome
    }

    /// Ends the transaction without keeping anything.
    func end() throws(PostgreSQLFault) {
      _ = try connection.script("ROLLBACK")
    }

    /// Keeps what was changed, writes down that this was `change` of `client`, and tells it to who waits.
    ///
    /// - Throws: ``PostgreSQLFault``; with `cut` it may have been kept.
    func commit(client: Int64, change: Int64) throws(PostgreSQLFault) {
      var sql = """
        INSERT INTO \(schema.name).words (client, number, said) VALUES (\(client), \(change), \(now.microseconds))
        ON CONFLICT (client) DO UPDATE SET number = excluded.number, said = excluded.said;
        """
      for key in Set(told.values).sorted() { sql += "SELECT pg_notify('\(schema.channel)', '\(key)');" }
      guard try connection.script(sql + "COMMIT").last?.command == "COMMIT" else {
        throw PostgreSQLFault(
          kind: .crossed, error: JobError(.unavailable, detail: "The server did not keep the change."))
      }
    }

    /// Tells who waits for jobs of an experiment, when the change is kept.
    ///
    /// - Parameters:
    ///   - experiment: The experiment.
    ///   - job: What changed, by its id; empty for the experiment itself.
    func tell(_ experiment: String, job: String = "") {
      told[job] = PostgreSQLKeys.number(of: experiment)
    }

    /// Tells nothing of a job: the same change gave it to a worker.
    func tellNothing(ofJob job: String) {
      told[job] = nil
    }

    /// The name of a table with its schema.
    func table(_ name: String) -> String { "\(schema.name).\(name)" }

    /// Runs a statement that reads.
    func read(_ sql: String, _ parameters: [PostgreSQLValue]) throws(JobError) -> [StoredRow] {
      try run(sql, parameters).rows
    }

    /// Runs a statement that changes records, to which what it gives back is added.
    ///
    /// - Returns: What it gave back, a row for each that was changed.
    @discardableResult
    func write(
      _ sql: String, _ parameters: [PostgreSQLValue], returning columns: String = ""
    ) throws(JobError) -> [StoredRow] {
      let list = columns.isEmpty ? "" : ", " + columns
      let rows = try run("\(sql) RETURNING pg_current_xact_id()::text AS transaction\(list)", parameters).rows
      if let row = rows.first, number == nil { number = row.word("transaction") }
      return rows
    }

    private func run(_ sql: String, _ parameters: [PostgreSQLValue]) throws(JobError) -> PostgreSQLResult {
      if let fault { throw fault.error }
      do throws(PostgreSQLFault) {
        return try connection.run(sql, parameters)
      } catch {
        fault = error
        throw error.error
      }
    }

    /// A column of bytes; of what is too long, a byte that is neither text nor JSON.
    static func bounded(_ column: String) -> String {
      "CASE WHEN octet_length(\(column)) <= \(JobLimit.valueBytes) THEN \(column) "
        + "WHEN \(column) IS NULL THEN NULL ELSE '\\xff'::bytea END AS \(column)"
    }
  }
#endif
