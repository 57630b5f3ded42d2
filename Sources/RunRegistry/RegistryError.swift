import Diagnostics

/// Why a run could not be written.
public struct RegistryError: Error, Hashable, Sendable {
  /// The sorts of failure that callers tell apart.
  public enum Reason: Hashable, Sendable {
    /// There is a run of this id already.
    case runExists
    /// There is no run of this id.
    case noRun
    /// An id or a file name would leave the registry, or no disk can hold it.
    case unsafeName
    /// Two artifacts of one run would be one file.
    case duplicateFilename
    /// An artifact's bytes are not there.
    case missingArtifact
    /// The record is larger than what would be read again.
    case tooLarge
    /// A figure of a sort that no page can show.
    case unsupportedFigure
    /// The run has no time.
    case missingTimestamp
    /// A run that was to be added to cannot be read without loss.
    case unreadableRun
    /// A run that was to be added to has changed since it was read.
    case runChanged
    /// The run would lie in the folder of another, or the other way round.
    case overlappingRuns
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

  /// That there is a run in the folder `path`, and nobody said that it may be replaced.
  static func runExists(at path: String) -> RegistryError {
    RegistryError(
      .runExists, path: path,
      detail: "A run already exists here. Overwrite it, add to it, or choose another run id.")
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
