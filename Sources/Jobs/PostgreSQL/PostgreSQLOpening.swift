#if PostgreSQL
  import Diagnostics

  /// Makes sure that the schema of a connection is a queue's, and makes or renews its tables where that is due; what is
  /// something else's is left as it is.
  struct PostgreSQLOpening {
    let connection: PostgreSQLConnection
    let schema: PostgreSQLSchema
    /// Whether the tables are made where there are none.
    let creating: Bool

    /// What is to be done.
    private enum Task: Equatable {
      /// Nothing.
      case nothing
      /// To make the tables of the newest version from those of this one; 0 is none.
      case migration(from: Int64, makesSchema: Bool)
    }

    /// Looks and, where that is due, makes the tables in one transaction, while others who would do the same wait.
    ///
    /// - Throws: ``PostgreSQLFault``; `refused` with the error for the caller.
    func prepare() throws(PostgreSQLFault) {
      guard try firstTask() != .nothing else { return }
      let key = PostgreSQLKeys.number(of: schema.name)
      _ = try connection.script(
        "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SELECT pg_advisory_xact_lock(\(PostgreSQLKeys.schemas), \(key))"
      )
      do throws(PostgreSQLFault) {
        if case .migration(let version, let makesSchema) = try task() {
          if makesSchema { _ = try connection.script("CREATE SCHEMA \(schema.name)") }
          for step in schema.steps.dropFirst(Int(version)) {
            for statement in step { _ = try connection.script(statement) }
          }
          _ = try connection.script("UPDATE \(schema.name).version SET version = \(PostgreSQLSchema.version)")
        }
        _ = try connection.script("COMMIT")
      } catch {
        if error.kind != .cut { _ = try connection.script("ROLLBACK") }
        throw explained(error)
      }
    }

    /// What is to be done, as one state of the database has it: another program may renew the tables meanwhile.
    private func firstTask() throws(PostgreSQLFault) -> Task {
      _ = try connection.script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
      do throws(PostgreSQLFault) {
        let task = try task()
        _ = try connection.script("COMMIT")
        return task
      } catch {
        if error.kind != .cut { _ = try connection.script("ROLLBACK") }
        throw error
      }
    }

    /// Looks what the schema is, within a transaction in which that does not change.
    private func task() throws(PostgreSQLFault) -> Task {
      let name = PostgreSQLValue.word(schema.name)
      guard try connection.run("SELECT 1 FROM pg_namespace WHERE nspname::text = $1", [name]).count > 0 else {
        guard creating else {
          throw refusal(
            .noQueue, "There is no schema “\(schema.name)” in the database. Make a queue there first.")
        }
        return .migration(from: 0, makesSchema: true)
      }
      let lines = try contents()
      if lines.isEmpty {
        guard creating else {
          throw refusal(.noQueue, "The schema “\(schema.name)” is empty. Make a queue there first.")
        }
        return .migration(from: 0, makesSchema: false)
      }
      guard Set(PostgreSQLSchema.mark).isSubset(of: lines) else { throw foreign() }
      let rows = try connection.run("SELECT application, version FROM \(schema.name).version LIMIT 2").rows
      guard rows.count == 1, rows[0].integer("application") == Int(PostgreSQLSchema.application),
        let version = rows[0].integer("version")
      else { throw foreign() }
      guard version <= PostgreSQLSchema.version else {
        throw refusal(
          .notAQueue,
          "The queue has version \(version); this program knows up to \(PostgreSQLSchema.version). Use a newer one. "
            + "The tables are left as they are.")
      }
      guard version >= 1, lines == PostgreSQLSchema.contents(version: version) else {
        throw refusal(
          .damaged,
          "The tables are not those of a queue of version \(version): somebody changed them. They are left as they are."
        )
      }
      return version < PostgreSQLSchema.version
        ? .migration(from: Int64(version), makesSchema: false) : .nothing
    }

    private func contents() throws(PostgreSQLFault) -> [String] {
      try connection.run(PostgreSQLSchema.contentsStatement, [.word(schema.name)]).rows.map {
        $0.word("line") ?? "?"
      }
    }

    private func foreign() -> PostgreSQLFault {
      refusal(
        .notAQueue,
        "The schema “\(schema.name)” holds tables of something else, which are left as they are. Name another one behind "
          + "the address: ?schema=name.")
    }

    private func refusal(_ reason: JobError.Reason, _ detail: String) -> PostgreSQLFault {
      PostgreSQLFault(kind: .refused, error: JobError(reason, detail: detail))
    }

    /// The fault, with the right that is missing where that is why.
    private func explained(_ fault: PostgreSQLFault) -> PostgreSQLFault {
      guard fault.state == "42501" else { return fault }
      var fault = fault
      fault.error.detail =
        "The user may not make the queue's tables. Let somebody who may run GRANT CREATE ON DATABASE … TO …, or "
        + "CREATE SCHEMA \(schema.name) AUTHORIZATION …, with the names of the database and the user; or let the queue be "
        + "made or renewed by who owns the schema."
      return fault
    }
  }
#endif
