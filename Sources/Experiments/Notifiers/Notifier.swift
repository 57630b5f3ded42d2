/// Somebody who is told how tasks end: a mailbox, a chat, anything.
///
/// A notifier that fails never makes a task fail: what it throws becomes a warning in the task's record.
public protocol Notifier: Sendable {
  /// Who is told, as it stands in records and warnings: `webhook at hooks.example.org`. Never a secret.
  var name: String { get }

  /// Tells `message`.
  ///
  /// - Parameter message: Plain text of any number of lines; the error of a failed task stands in it.
  /// - Throws: Any error, whose description holds no secret.
  func notify(_ message: String) async throws
}
