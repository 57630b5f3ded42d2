#if PostgreSQL
  /// A change of which it is not known whether it was kept, since the connection was lost during its COMMIT.
  struct PostgreSQLDoubt<Value> {
    /// What the change comes to if it was kept.
    let value: Value
    /// The transaction's number, as the server gave it.
    let transaction: String
    /// The number of the change among those of its client.
    let change: Int64

    /// Finds out whether the change was kept.
    ///
    /// The number of the transaction says whether it is over. It does not say how it ended: a server that was killed gives
    /// the number of a transaction of which nothing had reached the disk to another one. So each change also writes its own
    /// number down.
    ///
    /// - Throws: ``PostgreSQLFault``, `crossed` while the transaction is not over.
    func wasKept(
      _ connection: PostgreSQLConnection, _ schema: PostgreSQLSchema, client: Int64
    ) throws(PostgreSQLFault) -> Bool {
      do throws(PostgreSQLFault) {
        let status = try connection.run(
          "SELECT coalesce(pg_xact_status($1::xid8), 'over') = 'in progress' AS going", [.word(transaction)])
        if status.first?.integer("going") != 0 {
          throw PostgreSQLFault(
            kind: .crossed,
            error: JobError(
              .unavailable, detail: "The server has not ended the lost connection's transaction."))
        }
      } catch {
        // A number that the server has not given out (22023) was lost with it.
        guard error.state == "22023" else { throw error }
      }
      let word = try connection.run(
        "SELECT number FROM \(schema.name).words WHERE client = $1", [.integer(client)])
      guard case .integer(change)? = word.count > 0 ? word.value(0, "number") : nil else { return false }
      return true
    }
  }
#endif
