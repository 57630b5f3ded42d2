import Foundation

extension JobQueue {
  /// Whether `path` is the address of a database, well-formed or not, and no file's path.
  public static func isAddress(_ path: String) -> Bool { PostgreSQLAddress.isMeant(by: path) }

  /// Why `path` can be neither a file's nor a database's, as whole sentences: it is the address of something else, or
  /// one that is written wrongly.
  ///
  /// A file of that name would be made otherwise, and what was meant as a password would be in its name.
  public static func addressProblem(_ path: String) -> String? {
    guard isMisspeltAddress(path) else { return nil }
    return
      "Found what looks like an address, but of no queue; expected postgres://user@host/database or the path of a "
      + "file, with ./ before it if its name is like that."
  }

  private static func isMisspeltAddress(_ path: String) -> Bool {
    guard !isAddress(path) else { return false }
    let text = path.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    if text.hasPrefix("postgres:") || text.hasPrefix("postgresql:") || text.contains("password=") {
      return true
    }
    guard let end = text.range(of: "://") else { return false }
    let scheme = text[..<end.lowerBound].utf8
    return scheme.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } == true
      && scheme.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || "+-.0123456789".utf8.contains(byte)
      }
  }

  /// `path` as messages may show it: of an address, without the password.
  public static func shown(_ path: String) -> String {
    if isMisspeltAddress(path) { return "…" }
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
