import Diagnostics

/// The files below a remote folder.
struct RemoteListing: Sendable {
  /// The files, sorted by the bytes of their paths; each has a path that is safe, and none lies below another.
  var files: [RemoteFile] = []
  /// Whether there is anything at all, also what is no file or was left out.
  var isEmpty = true
  /// What was left out.
  var log = DiagnosticLog()

  /// Whether a file of this path is there.
  func contains(_ path: String) -> Bool { files.contains { ExactString($0.path) == ExactString(path) } }
}

extension RemoteListing {
  /// Notes that a path was left out.
  mutating func report(
    _ address: RemoteAddress, _ path: String, _ found: String, _ expected: String
  ) {
    log.add(
      Diagnostic(
        .warning, Diagnostic.Kind("remote.unsafe-path"),
        at: SourcePlace(path: address.description),
        found: "\(VisibleText.quoting(path, limit: 200)), \(found)", expected: expected,
        consequence: "It is left out."))
  }
}
