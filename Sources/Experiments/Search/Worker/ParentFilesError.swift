/// Why the files of a parent cannot be had.
public struct ParentFilesError: Error, Hashable, Sendable {
  /// What was found, what was expected and what to do, as whole sentences.
  public var detail: String

  /// An error of these words.
  public init(_ detail: String) {
    self.detail = detail
  }
}

extension ParentFilesError: CustomStringConvertible {
  /// The words.
  public var description: String { detail }
}
