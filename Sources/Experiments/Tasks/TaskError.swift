import Diagnostics

/// Why an experiment or a task could not be set up; what a task itself throws is never wrapped.
public struct TaskError: Error, Hashable, Sendable {
  /// The sorts of failure that callers tell apart.
  public enum Reason: Hashable, Sendable {
    /// The folder is there already.
    case folderExists
    /// A name cannot be the name of a file.
    case unsafeName
    /// The source code cannot be copied.
    case sourceCode
    /// So many executions or experiments of one name are there already that there is no number left.
    case tooMany
    /// The disk refused.
    case fileSystem
    /// The data or options of a task do not make sense.
    case invalidInput
    /// No threshold is defined in every split.
    case noThreshold
  }

  /// What went wrong.
  public var reason: Reason
  /// The path or name it is about; may be empty.
  public var path: String
  /// What was found, what was expected and what to do, as whole sentences.
  public var detail: String

  /// An error about `path`.
  public init(_ reason: Reason, path: String = "", detail: String) {
    self.reason = reason
    self.path = path
    self.detail = detail
  }
}

extension TaskError: CustomStringConvertible {
  /// The path, what is wrong with it, and what to do.
  public var description: String {
    path.isEmpty ? detail : "\(VisibleText.escaping(path)): \(detail)"
  }
}

extension TaskError {
  init(_ error: FileSystemError) {
    self.init(.fileSystem, path: error.path, detail: error.message)
  }
}

extension FileSystemError {
  /// The reason in words, without the path.
  fileprivate var message: String {
    "The disk refused: " + reason.words + (detail.isEmpty ? "." : " (\(detail)).")
  }
}
