#if PostgreSQL
  import CPostgreSQL
  import Diagnostics
  import Synchronization

  #if canImport(Glibc)
    import Glibc
  #else
    import Darwin
  #endif

  /// One connection to a server, used by one thread at a time.
  ///
  /// A statement waits for the server as long as something arrives, and at most ``silence`` for nothing.
  final class PostgreSQLConnection {
    private let connection: OpaquePointer
    private let secrets: PostgreSQLSecrets
    private var prepared: [String: String] = [:]
    /// Tells this connection from every other one of the process.
    let number = made.wrappingAdd(1, ordering: .relaxed).newValue

    private static let made = Atomic<Int>(0)

    /// Seconds without a word in which a connection counts as lost.
    ///
    /// Waiting for a lock ends before, by the server.
    static let silence = 60.0

    /// Connects.
    ///
    /// - Throws: ``PostgreSQLFault``, `cut` where there is no answer or the server refuses; the words hold no password.
    init(_ address: PostgreSQLAddress) throws(PostgreSQLFault) {
      let settings = PostgreSQLSettings.all(for: address)
      secrets = PostgreSQLSecrets(address)
      let names = settings.map { Array($0.name.utf8) } + [nil]
      let values = settings.map { Array($0.value.utf8) } + [nil]
      let made = Self.withPointers(to: names) { names in
        Self.withPointers(to: values) { values in PQconnectdbParams(names, values, 0) }
      }
      guard let made else { throw .cut("there is no memory for a connection") }
      connection = made
      // What the server remarks is for nobody's terminal.
      PQsetNoticeReceiver(connection, { _, _ in }, nil)
      guard PQstatus(connection) == CONNECTION_OK else { throw .cut(words) }
      guard PQserverVersion(connection) >= 130_000 else {
        throw PostgreSQLFault(
          kind: .refused,
          error: JobError(
            .unavailable,
            detail: "The server is PostgreSQL \(PQserverVersion(connection) / 10_000); 13 or later is needed."
          ))
      }
      guard PQsetnonblocking(connection, 1) == 0 else { throw .cut(words) }
      _ = try script(PostgreSQLSettings.session)
    }

    deinit {
      PQfinish(connection)
    }

    /// The file descriptor of the socket; −1 if there is none.
    var socket: Int32 { PQsocket(connection) }

    /// The address as messages show it, with what libpq found for what it leaves out.
    func shown(_ address: PostgreSQLAddress) -> String {
      func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String? { pointer.map { String(cString: $0) } }
      return address.shown(
        user: text(PQuser(connection)), host: text(PQhost(connection)), port: text(PQport(connection)),
        database: text(PQdb(connection)))
    }

    /// Runs one statement with parameters, which the server prepares once for each connection.
    func run(_ sql: String, _ parameters: [PostgreSQLValue] = []) throws(PostgreSQLFault) -> PostgreSQLResult
    {
      let name: String
      if let known = prepared[sql] {
        name = known
      } else {
        name = "s\(prepared.count)"
        let types = parameters.map(\.type)
        _ = try only(PQsendPrepare(connection, name, sql, Int32(types.count), types))
        prepared[sql] = name
      }
      let binaries = parameters.map(\.binary)
      return try only(
        Self.withPointers(to: binaries) { pointers in
          PQsendQueryPrepared(
            connection, name, Int32(binaries.count), pointers,
            binaries.map { Int32(clamping: $0?.count ?? 0) },
            binaries.map { _ in 1 }, 1)
        })
    }

    /// Runs statements that hold nothing but the program's own words and numbers, all sent at once.
    ///
    /// - Returns: What each gave; values are texts.
    func script(_ sql: String) throws(PostgreSQLFault) -> [PostgreSQLResult] {
      try results(PQsendQuery(connection, sql))
    }

    /// The names of the channels' messages that have arrived.
    ///
    /// - Throws: ``PostgreSQLFault`` where the connection is gone.
    func notifications() throws(PostgreSQLFault) -> [String] {
      guard PQconsumeInput(connection) == 1 else { throw .cut(words) }
      var payloads: [String] = []
      while let notification = PQnotifies(connection) {
        payloads.append(notification.pointee.extra.map { String(cString: $0) } ?? "")
        PQfreemem(notification)
      }
      return payloads
    }

    private func only(_ sent: Int32) throws(PostgreSQLFault) -> PostgreSQLResult {
      guard let result = try results(sent).last else { throw .cut("the server gave no answer") }
      return result
    }

    /// Waits for the results of what was sent.
    private func results(_ sent: Int32) throws(PostgreSQLFault) -> [PostgreSQLResult] {
      guard sent == 1 else { throw .cut(words) }
      var results: [PostgreSQLResult] = []
      var fault: PostgreSQLFault?
      while true {
        try awaitAnswer()
        guard let pointer = PQgetResult(connection) else { break }
        switch PQresultStatus(pointer) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: results.append(PostgreSQLResult(pointer))
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
          PQclear(pointer)
          throw .cut("the server answered with a copy of data that nobody asked for")
        default:
          // The first is what went wrong; the others follow from it.
          let found = self.fault(pointer)
          if fault == nil { fault = found }
          PQclear(pointer)
        }
      }
      guard PQstatus(connection) == CONNECTION_OK else { throw .cut(words) }
      if let fault { throw fault }
      return results
    }

    /// Sends what is to be sent and takes in what comes, until a result is whole.
    private func awaitAnswer() throws(PostgreSQLFault) {
      var isSending = true
      while true {
        if isSending {
          switch PQflush(connection) {
          case 0: isSending = false
          case 1: break
          default: throw .cut(words)
          }
        }
        if !isSending, PQisBusy(connection) == 0 { return }
        var events = pollfd(fd: socket, events: Int16(POLLIN) | (isSending ? Int16(POLLOUT) : 0), revents: 0)
        let ready = poll(&events, 1, Int32(Self.silence * 1000))
        if ready < 0, errno == EINTR { continue }
        guard ready > 0 else { throw .cut("nothing was heard for \(Int(Self.silence)) s") }
        if events.revents & ~Int16(POLLOUT) != 0, PQconsumeInput(connection) == 0 { throw .cut(words) }
      }
    }

    private func fault(_ result: OpaquePointer) -> PostgreSQLFault {
      func field(_ code: Character) -> String {
        PQresultErrorField(result, Int32(code.asciiValue ?? 0)).map { String(cString: $0) } ?? ""
      }
      let state = field("C")
      guard !state.isEmpty else { return .cut(words) }
      return .server(state: String(state.prefix(5)), words: secrets.hiding(field("M")))
    }

    /// What libpq says last, in one line.
    private var words: String {
      secrets.hiding(PQerrorMessage(connection).map { String(cString: $0) } ?? "")
    }

    /// Calls `body` with the addresses of arrays of bytes, which are valid until it returns.
    private static func withPointers<Value>(
      to arrays: [[UInt8]?], _ body: ([UnsafePointer<CChar>?]) -> Value
    ) -> Value {
      // NULL is no address, so nothing at all still needs one.
      let copies = arrays.map { array in
        array.map { bytes in
          let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
          for (place, byte) in bytes.enumerated() { copy[place] = CChar(bitPattern: byte) }
          copy[bytes.count] = 0
          return copy
        }
      }
      defer { for copy in copies { copy?.deallocate() } }
      return body(copies.map { UnsafePointer($0) })
    }
  }
#endif
