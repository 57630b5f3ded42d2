/// A machine of an address, perhaps with a user and a port; never a password.
struct RemoteHost: Hashable, Sendable, CustomStringConvertible {
  /// Who logs in, if the address says so.
  var user: String?
  /// The name or number of the machine; an IPv6 number stands in brackets.
  var name: String
  /// The port, if it is not the usual one.
  var port: Int?

  /// As it stands in an address.
  var description: String {
    (user.map { $0 + "@" } ?? "") + name + (port.map { ":\($0)" } ?? "")
  }
}
