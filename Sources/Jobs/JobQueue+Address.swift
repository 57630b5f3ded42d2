extension JobQueue {
  /// Whether `path` is the address of a database, well-formed or not, and no file's path.
  public static func isAddress(_ path: String) -> Bool { PostgreSQLAddress.isMeant(by: path) }

  /// `path` as messages may show it: of an address, without the password.
  public static func shown(_ path: String) -> String {
    guard isAddress(path) else { return path }
    return (try? PostgreSQLAddress(path))?.shown ?? PostgreSQLAddress.hidden
  }

  /// Opens the queue in the database of `address`.
  static func open(address: String, creating: Bool) throws(JobError) -> JobQueue {
    let address = try PostgreSQLAddress(address)
    #if PostgreSQL
      return JobQueue(store: try PostgreSQLJobStore(address, creating: creating))
    #else
      throw JobError(
        .unavailable, queue: address.shown,
        detail:
          "This program was built without PostgreSQL. Build it with “swift build -c release --traits PostgreSQL”, "
          + "which needs libpq (Debian: libpq-dev), or give the path of a file.")
    #endif
  }
}
