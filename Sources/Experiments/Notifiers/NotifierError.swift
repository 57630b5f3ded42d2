import Diagnostics

/// Why somebody could not be told; holds no password, no address of a webhook and no text of the message.
public struct NotifierError: Error, Hashable, Sendable {
  /// The sorts of failure that callers tell apart.
  public enum Reason: Hashable, Sendable {
    /// An address, a name or an option that cannot be used.
    case invalidSettings
    /// The server cannot be found or does not answer.
    case unreachable
    /// It took longer than allowed.
    case tooSlow
    /// There is no encryption, or the server's certificate is not to be trusted.
    case notSecure
    /// Account or password are wrong.
    case refusedLogin
    /// The server said no.
    case refused
    /// The work was cancelled.
    case cancelled
    /// Anything else.
    case other
  }

  /// What went wrong.
  public var reason: Reason
  /// Whose server, or which setting it is about.
  public var place: String
  /// What was found and what to do, as whole sentences.
  public var detail: String

  /// An error about `place`.
  public init(_ reason: Reason, at place: String, detail: String) {
    self.reason = reason
    self.place = place
    self.detail = detail
  }
}

extension NotifierError: CustomStringConvertible {
  /// The place and what is wrong.
  public var description: String { "\(VisibleText.escaping(place)): \(detail)" }
}
