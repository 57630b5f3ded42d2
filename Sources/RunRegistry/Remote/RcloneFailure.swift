import Diagnostics

/// What rclone's last errors mean, and what to do about them.
struct RcloneFailure {
  private let texts: [String]

  /// Why rclone failed, by its last errors.
  init(_ log: RcloneLog) {
    texts = log.errors
  }

  /// The sort of failure.
  var reason: RemoteError.Reason { rule?.reason ?? .failed }

  /// Whether a conditional upload was refused because something is there already.
  var isRefusedByCondition: Bool {
    contains("PreconditionFailed") || contains("StatusCode: 412") || contains("ConditionalRequestConflict")
  }

  /// The error to throw about an address.
  ///
  /// - Parameters:
  ///   - action: What was tried, as a noun: `Listing`.
  ///   - address: Where.
  ///   - scrubber: What hides secrets.
  /// - Returns: The error, which quotes the last two things that rclone said.
  func error(_ action: String, _ address: RemoteAddress, _ scrubber: SecretScrubber) -> RemoteError {
    var seen: Set<ExactString> = []
    // The summaries at the end repeat what stands before them.
    let distinct = texts.reversed().map { scrubber.scrub(Self.core(of: $0)) }
      .filter { seen.insert(ExactString($0)).inserted }
    let said = distinct.prefix(2).reversed().map { "“" + String($0.prefix(600)) + "”" }
    let quote = said.isEmpty ? "rclone gave no reason." : "rclone said: \(said.joined(separator: "; "))."
    let advice = rule.map { " " + $0.advice } ?? ""
    return RemoteError(
      reason, address: address.description, detail: "\(action) failed. \(quote)\(advice)")
  }

  /// What such an error looks like and what to do.
  private struct Rule {
    var reason: RemoteError.Reason
    var advice: String
    var signs: [String]
  }

  private var rule: Rule? { Self.rules.first { rule in rule.signs.contains(where: contains) } }

  private func contains(_ sign: String) -> Bool { texts.contains { $0.contains(sign) } }

  /// The message without the frame that rclone puts around it more than once.
  private static func core(of text: String) -> String {
    var rest = text[...]
    for mark in ["last error was: ", "errors and: "] {
      if let found = rest.firstRange(of: mark) { rest = rest[found.upperBound...] }
    }
    for mark in [
      "Failed to lsjson: ", "Failed to backend: ", "error listing: ", "error in ListJSON: ",
      "Failed to copy: ", "Failed to copyto: ",
    ]
    where rest.hasPrefix(mark) { rest = rest.dropFirst(mark.count) }
    return String(rest)
  }

  private static let rules = [
    Rule(
      reason: .outdatedProgram,
      advice: "This version of rclone cannot upload without TLS; 1.72 and later can.",
      signs: ["unseekable stream is not supported without TLS"]),
    Rule(
      reason: .unknownRemote,
      advice:
        "List what is configured by “rclone listremotes”, or write an address such as s3://bucket/path; "
        + "a local path that holds a colon begins with “./”.",
      signs: ["didn't find section in config file"]),
    Rule(
      reason: .unknownHost,
      advice: "Connect once by “ssh” and accept its key, if it is the right one.",
      signs: ["knownhosts: key is unknown", "knownhosts: key mismatch"]),
    Rule(
      reason: .accessDenied,
      advice:
        "Check the credentials: environment variables, the files of the cloud’s own tools, an SSH agent or "
        + "rclone’s configuration; and that they allow this.",
      signs: [
        "AccessDenied", "Access Denied", "Forbidden", "StatusCode: 403", "StatusCode: 401",
        "401 Unauthorized", "403 Forbidden",
        "InvalidAccessKeyId", "SignatureDoesNotMatch", "unable to authenticate", "InvalidClientTokenId",
        "ExpiredToken", "failed to refresh cached credentials", "no EC2 IMDS role found",
        "could not find default",
        "couldn't find", "no authentication method", "Couldn't decrypt", "permission denied",
        "AuthenticationFailed", "AuthorizationFailure", "DefaultAzureCredential",
        "failed to retrieve credentials",
        "empty password", "unable to decrypt configuration", "failed to parse private key",
      ]),
    Rule(
      reason: .notFound, advice: "Check how the address is spelt.",
      signs: ["NoSuchBucket", "directory not found", "object not found", "ContainerNotFound", "404"]),
    Rule(
      reason: .unreachable,
      advice: "Check the address and the network, then do it again: what is there already is not sent again.",
      signs: [
        "connection refused", "no such host", "i/o timeout", "network is unreachable", "no route to host",
        "EOF",
        "connection reset", "dial tcp", "context deadline exceeded", "broken pipe", "connection lost",
        "TLS handshake", "timeout awaiting", "server closed idle connection", "request send failed", "x509:",
        "server gave HTTP response",
      ]),
  ]
}
