import Diagnostics

/// Why a run could not be written.
public struct RegistryError: Error, Hashable, Sendable {
  /// The sorts of failure that callers tell apart.
  public enum Reason: Hashable, Sendable {
    /// There is a run of this id already.
    case runExists
    /// An id or a file name would leave the registry, or no disk can hold it.
    case unsafeName
    /// Two artifacts of one run would be one file.
    case duplicateFilename
    /// An artifact's bytes are not there.
    case missingArtifact
    /// The run has no time.
    case missingTimestamp
    /// A run that was to be added to cannot be read without loss.
    case unreadableRun
    /// The disk refused.
    case fileSystem
  }

  /// What went wrong.
  public var reason: Reason
  /// The path or name it is about.
  public var path: String
  /// What was found and what to do, as whole sentences.
  public var detail: String

  /// An error about `path`.
  public init(_ reason: Reason, path: String, detail: String) {
    self.reason = reason
    self.path = path
    self.detail = detail
  }

  init(_ error: FileSystemError) {
    self.init(.fileSystem, path: error.path, detail: error.description)
  }
}

extension RegistryError: CustomStringConvertible {
  /// The path, what is wrong with it, and what to do.
  public var description: String {
    reason == .fileSystem ? detail : "\(VisibleText.escaping(path)): \(detail)"
  }
}
