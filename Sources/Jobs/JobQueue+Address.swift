import Diagnostics
import Foundation

extension JobQueue {
  /// Whether `path` is the address of a database, well-formed or not, and no file's path.
  public static func isAddress(_ path: String) -> Bool { PostgreSQLAddress.isMeant(by: path) }

  /// Why `path` can be neither a file's nor a database's, as whole sentences: it is an address of something else.
  ///
  /// A file of that name would be made otherwise, and what was meant as a password would be in its name.
  public static func addressProblem(_ path: String) -> String? {
    guard let scheme = foreignScheme(path) else { return nil }
    return
      "Found an address that begins with \(VisibleText.quoting(scheme + "://")); expected postgres:// or the path of "
      + "a file, such as ./\(scheme): for one of that name."
  }

  private static func foreignScheme(_ path: String) -> String? {
    guard !isAddress(path), let end = path.range(of: "://") else { return nil }
    let scheme = path[..<end.lowerBound]
    let isName = scheme.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || "+-.0123456789".utf8.contains(byte)
    }
    return isName && !scheme.isEmpty && scheme.utf8.first.map { $0 | 0x20 >= UInt8(ascii: "a") } == true
      ? String(scheme) : nil
  }

  /// `path` as messages may show it: of an address, without the password.
  public static func shown(_ path: String) -> String {
    if let scheme = foreignScheme(path) { return scheme + "://…" }
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
