/// Why a file could not be read or written.
public struct FileSystemError: Error, Hashable, Sendable {
  /// The sorts of failure that callers tell apart.
  public enum Reason: String, Hashable, Sendable {
    /// Nothing is there.
    case notFound
    /// The system refuses.
    case permissionDenied
    /// A folder where a file was wanted, or the other way round, or a device.
    case wrongKind
    /// Links that lead in circles.
    case tooManyLinks
    /// More bytes than the reader allows.
    case tooLarge
    /// The disk is full or read-only.
    case notWritable
    /// Something is there already, or a folder is not empty.
    case exists
    /// The file system cannot do this: another volume, or a kind that knows no such operation.
    case notSupported
    /// Anything else.
    case other
  }

  /// What went wrong.
  public var reason: Reason
  /// The path that was asked for.
  public var path: String
  /// More, in words; may be empty.
  public var detail: String

  /// An error at `path`.
  public init(_ reason: Reason, path: String, detail: String = "") {
    self.reason = reason
    self.path = path
    self.detail = detail
  }
}

extension FileSystemError: CustomStringConvertible {
  /// The path and the reason in words.
  public var description: String {
    "\(VisibleText.escaping(path)): \(reason.words)" + (detail.isEmpty ? "" : " (\(detail))")
  }
}

extension FileSystemError.Reason {
  /// The reason as a phrase.
  package var words: String {
    switch self {
    case .notFound: "no such file or folder"
    case .permissionDenied: "permission denied"
    case .wrongKind: "not the expected kind of file"
    case .tooManyLinks: "symbolic links that lead in circles"
    case .tooLarge: "too large"
    case .notWritable: "cannot be written"
    case .exists: "there is something already"
    case .notSupported: "not possible on this file system"
    case .other: "cannot be used"
    }
  }
}
