#if PostgreSQL
  import Diagnostics
  import Foundation
  package import RunModel

  /// The records of a queue in a schema of a PostgreSQL database, which workers on many machines share.
  ///
  /// Changes of one experiment that concern single jobs happen at the same time, each with its own jobs: an advisory lock is
  /// shared among them, and whoever proposes a job or changes the experiment has it alone. A connection that is lost is made
  /// anew, and its transaction is run again; where it was lost during COMMIT, the server is asked first what became of that.
  ///
  /// It is unchecked since a connection is handed to closures of the caller under the lock, which the compiler cannot
  /// follow; all that changes is marked below, and is touched by its holder only.
  package final class PostgreSQLJobStore: JobStore, @unchecked Sendable {
    package let place: String
    private let address: PostgreSQLAddress
    private let schema: PostgreSQLSchema
    /// What says the time in place of the database, in tests.
    private let clock: (@Sendable () -> UTCTimestamp)?
    private let listener: PostgreSQLListener
    /// Names this store among all that write down the numbers of their changes.
    private let client = Int64.random(in: .min ... .max)

    /// Held by whoever uses what follows.
    private let lock = NSLock()
    private var connection: PostgreSQLConnection?
    private var isClosed = false
    private var changeNumber: Int64 = 0

    /// Seconds for which a lost connection is made anew, and a transaction that others cross is tried again.
    static let patience = 60.0

    /// Opens the queue at `address`, with `clock` in place of the database's, for tests of what time does.
    ///
    /// - Throws: ``JobError``, after one attempt to connect.
    package convenience init(
      address: String, creating: Bool, clock: @escaping @Sendable () -> UTCTimestamp
    ) throws(JobError) {
      try self.init(try PostgreSQLAddress(address), creating: creating, clock: clock)
    }

    /// Opens the queue at `address`, making its tables if there are none and `creating` says so.
    ///
    /// - Throws: ``JobError``, after one attempt to connect.
    init(
      _ address: PostgreSQLAddress, creating: Bool, clock: (@Sendable () -> UTCTimestamp)? = nil
    ) throws(JobError) {
      self.address = address
      self.clock = clock
      schema = PostgreSQLSchema(name: address.schema)
      listener = PostgreSQLListener(address, channel: schema.channel)
      do throws(PostgreSQLFault) {
        let connection = try PostgreSQLConnection(address)
        place = connection.shown(address)
        try PostgreSQLOpening(connection: connection, schema: schema, creating: creating).prepare()
        self.connection = connection
        try tidy(connection)
      } catch {
        throw error.error.located(at: address.shown)
      }
    }

    deinit {
      listener.stop()
    }

    package func change<Value>(
      _ scope: ChangeScope, _ body: (any JobTransaction) throws(JobError) -> Value
    ) throws(JobError) -> Value {
      var doubt: PostgreSQLDoubt<Value>?
      do throws(JobError) {
        return try persistently { connection throws(PostgreSQLFault) in
          if let known = doubt {
            if try known.wasKept(connection, schema, client: client) { return .success(known.value) }
            doubt = nil
          }
          return try changing(connection, scope, &doubt, body)
        }
      } catch {
        guard doubt != nil else { throw error }
        throw JobError(
          .unavailable,
          detail:
            "\(error.detail) It was lost while a change was being kept: whether it was is not known. Look before "
            + "the change is made again.")
      }
    }

    package func look<Value>(
      _ body: (any JobTransaction) throws(JobError) -> Value
    ) throws(JobError) -> Value {
      try persistently { connection throws(PostgreSQLFault) in
        let transaction = try PostgreSQLTransaction(connection, schema, scope: nil, clock: clock)
        let outcome = try transaction.outcome(of: body)
        try transaction.end()
        return outcome
      }
    }

    package func changes(of experiment: String) -> Int? { listener.changes(of: experiment) }

    package func waitForChange(of experiment: String, after count: Int, atMost seconds: Double) async {
      await listener.wait(for: experiment, after: count, atMost: seconds)
    }

    package func close() throws(JobError) {
      listener.stop()
      lock.withLock {
        isClosed = true
        connection = nil
      }
    }

    /// Runs `body` in one transaction, and keeps what it changed; `doubt` is set where it is not known whether that was kept.
    private func changing<Value>(
      _ connection: PostgreSQLConnection, _ scope: ChangeScope, _ doubt: inout PostgreSQLDoubt<Value>?,
      _ body: (any JobTransaction) throws(JobError) -> Value
    ) throws(PostgreSQLFault) -> Result<Value, JobError> {
      let transaction = try PostgreSQLTransaction(connection, schema, scope: scope, clock: clock)
      let outcome = try transaction.outcome(of: body)
      guard case .success(let value) = outcome, let number = transaction.number else {
        // Nothing was changed, or nothing shall be.
        try transaction.end()
        return outcome
      }
      changeNumber += 1
      do throws(PostgreSQLFault) {
        try transaction.commit(client: client, change: changeNumber)
      } catch {
        if error.kind == .cut {
          doubt = PostgreSQLDoubt(value: value, transaction: number, change: changeNumber)
        }
        throw error
      }
      return outcome
    }

    /// Runs `attempt` until it comes to an end that is not the connection's or other workers' fault, or patience is over.
    private func persistently<Value>(
      _ attempt: (PostgreSQLConnection) throws(PostgreSQLFault) -> Result<Value, JobError>
    ) throws(JobError) -> Value {
      lock.lock()
      defer { lock.unlock() }
      let deadline = ContinuousClock.now + .seconds(Self.patience)
      var pause = 0.01
      while true {
        let outcome: Result<Value, JobError>
        do throws(PostgreSQLFault) {
          outcome = try attempt(try connected())
        } catch {
          recover(from: error)
          guard error.kind != .refused, ContinuousClock.now < deadline, !isClosed else { throw error.error }
          // Not all at the same moment.
          Thread.sleep(forTimeInterval: pause * Double.random(in: 0.5...1))
          pause = min(pause * 2, 1)
          continue
        }
        return try outcome.get()
      }
    }

    /// The connection, made anew if it was lost.
    private func connected() throws(PostgreSQLFault) -> PostgreSQLConnection {
      guard !isClosed else {
        throw PostgreSQLFault(
          kind: .refused, error: JobError(.unavailable, detail: "The queue was closed."))
      }
      if let connection { return connection }
      let made = try PostgreSQLConnection(address)
      // The database may be another one by now.
      try PostgreSQLOpening(connection: made, schema: schema, creating: false).prepare()
      connection = made
      return made
    }

    /// Removes what clients wrote down that have not been heard of for a month, if the user may.
    private func tidy(_ connection: PostgreSQLConnection) throws(PostgreSQLFault) {
      do throws(PostgreSQLFault) {
        _ = try connection.script(
          "DELETE FROM \(schema.name).words WHERE said < (extract(epoch FROM now()) - 2592000) * 1000000")
      } catch {
        guard error.kind == .refused else { throw error }
      }
    }

    /// Leaves the connection without a transaction, or no connection.
    private func recover(from fault: PostgreSQLFault) {
      guard fault.kind != .cut, let connection else {
        connection = nil
        return
      }
      do throws(PostgreSQLFault) {
        _ = try connection.script("ROLLBACK")
      } catch {
        self.connection = nil
      }
    }
  }
#endif
