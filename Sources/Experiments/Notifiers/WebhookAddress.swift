import Diagnostics

/// The address of a webhook, taken apart as far as needed; the whole of it is a secret.
struct WebhookAddress: Hashable, Sendable {
  /// The address.
  let url: String
  /// The host, with the port if there is one: what may be shown.
  let host: String
  /// Whether it is `https`.
  let isEncrypted: Bool
  /// Everything behind the host, which must not be shown.
  let secret: String

  /// Takes `url` apart.
  ///
  /// - Parameters:
  ///   - url: `https://host[:port]/path`, in ASCII.
  ///   - allowsPlainHTTP: Whether `http` is allowed to other machines than this one.
  /// - Throws: ``NotifierError``, which does not repeat the address.
  init(_ url: String, allowsPlainHTTP: Bool) throws(NotifierError) {
    func invalid(_ detail: String) -> NotifierError {
      NotifierError(.invalidSettings, at: "webhook", detail: detail)
    }
    // What no address holds unencoded; readers of addresses disagree about some of it.
    let forbidden = Set("\\\"<>^`{|}".utf8)
    guard !url.isEmpty, url.utf8.count <= 4096,
      url.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !forbidden.contains($0) })
    else {
      throw invalid("The address is empty, too long, or holds blanks or characters that must be encoded.")
    }
    let scheme: String
    if url.lowercased().hasPrefix("https://") {
      scheme = "https://"
    } else if url.lowercased().hasPrefix("http://") {
      scheme = "http://"
    } else {
      throw invalid("The address does not begin with https://.")
    }
    let rest = url.dropFirst(scheme.utf8.count)
    let authority = rest.prefix { !"/?#".contains($0) }
    secret = String(rest.dropFirst(authority.utf8.count))
    guard HostName.isValid(authority, allowsPort: true) else {
      throw invalid("The address has no host, or a name or password before it; expected https://host/path.")
    }
    host = String(authority)
    isEncrypted = scheme == "https://"
    self.url = url
    guard isEncrypted || allowsPlainHTTP || HostName.isLoopback(host) else {
      throw NotifierError(
        .notSecure, at: "webhook at \(host)",
        detail: "The address is not encrypted. Use https://, or say allowsPlainHTTP.")
    }
  }
}
