import Diagnostics

/// Why something that is not on this machine could not be read or written.
public struct RemoteError: Error, Hashable, Sendable {
  /// The sorts of failure that callers tell apart.
  public enum Reason: Hashable, Sendable {
    /// The address cannot be understood.
    case invalidAddress
    /// The address holds a password, or could.
    case credentialsInAddress
    /// A remote address was expected and a local path given.
    case localAddress
    /// There is no `rclone`.
    case missingProgram
    /// `rclone` is too old.
    case outdatedProgram
    /// The server does not let us in, or there are no credentials.
    case accessDenied
    /// There is no such bucket or folder.
    case notFound
    /// There is no answer.
    case unreachable
    /// rclone's configuration has no remote of that name.
    case unknownRemote
    /// The key of a machine is not the known one.
    case unknownHost
    /// What is there changed while it was read or written.
    case changed
    /// What is to be published is no site, or would replace what is none.
    case notASite
    /// What the server answered cannot be used.
    case unusableAnswer
    /// This machine's disk refused.
    case fileSystem
    /// The task was cancelled.
    case cancelled
    /// rclone failed in another way.
    case failed
  }

  /// What went wrong.
  public var reason: Reason
  /// The address it is about, without anything secret.
  public var address: String
  /// What was tried, what rclone said and what to do, as whole sentences without anything secret.
  public var detail: String

  /// An error about an address; a password that stands in it is hidden.
  public init(_ reason: Reason, address: String, detail: String) {
    self.reason = reason
    self.address = SecretScrubber.withoutUserInfo(address)
    self.detail = detail
  }

  init(_ error: FileSystemError, address: RemoteAddress) {
    self.init(.fileSystem, address: address.description, detail: error.description)
  }
}

extension RemoteError: CustomStringConvertible {
  /// The address, what is wrong, and what to do.
  public var description: String { "\(VisibleText.escaping(address)): \(detail)" }
}
