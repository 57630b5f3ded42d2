import Diagnostics

/// The address of a queue in a PostgreSQL database: `postgres://user:password@host:5432/database?sslmode=require`.
///
/// It has the form that PostgreSQL's own programs take, and everything but the scheme may be left out; what is absent
/// comes from the variables `PG…`, from `~/.pgpass` and from service files. Read here and not by libpq, whose messages
/// about an address quote parts of it, a password among them.
struct PostgreSQLAddress: Hashable, Sendable {
  /// One server that may be meant; the first that answers is used.
  struct Host: Hashable, Sendable {
    /// A name, an address or, beginning with a slash, the folder of a socket; empty for the usual one.
    var name: String
    /// The port; nil for the usual one.
    var port: Int?
  }

  /// The user; nil for the usual one.
  var user: String?
  /// The password, never to be shown; nil for what `~/.pgpass` says.
  var password: String?
  /// The servers; empty for the usual one.
  var hosts: [Host] = []
  /// The database; nil for the usual one, which has the user's name.
  var database: String?
  /// The schema in which the queue's tables are.
  var schema = Self.usualSchema
  /// Further settings of the connection, such as `sslmode`, in the order in which they were given.
  var options: [Option] = []

  /// A setting of the connection.
  struct Option: Hashable, Sendable {
    /// What is set, in libpq's words.
    var name: String
    /// To what.
    var value: String
  }

  /// The schema that is meant where an address names none.
  static let usualSchema = "assay"

  /// Whether a text is meant as such an address, well-formed or not.
  static func isMeant(by text: String) -> Bool {
    let scheme = text.utf8.prefix(13).map { $0 | 0x20 }
    return scheme.starts(with: "postgres://".utf8.map { $0 | 0x20 })
      || scheme.starts(with: "postgresql://".utf8.map { $0 | 0x20 })
  }

  /// The address as messages show it: without the password and the further settings, but good to be used again.
  var shown: String { shown(user: nil, host: nil, port: nil, database: nil) }

  /// The address as messages show it, with what was found for what it leaves out.
  func shown(user: String?, host: String?, port: String?, database: String?) -> String {
    var text = "postgres://"
    if let user = self.user ?? user, !user.isEmpty { text += Self.encoding(user) + "@" }
    let known = hosts.isEmpty ? [Host(name: host ?? "", port: port.flatMap { Int($0) })] : hosts
    text += known.map { host in
      let name =
        host.name.utf8.contains(UInt8(ascii: ":"))
        ? "[\(Self.encoding(host.name, but: ":"))]" : Self.encoding(host.name)
      return name + (host.port.map { ":\($0)" } ?? "")
    }.joined(separator: ",")
    if let database = self.database ?? database { text += "/" + Self.encoding(database) }
    if schema != Self.usualSchema { text += (text.hasSuffix("//") ? "/" : "") + "?schema=" + schema }
    return text
  }

  /// What an address that cannot be read is shown as.
  static let hidden = "postgres://…"

  /// `text` with everything but letters, digits and `-._~` and what `but` names as `%` and two digits.
  private static func encoding(_ text: String, but others: String = "") -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        bytes.append(byte)
      case _ where others.utf8.contains(byte): bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
