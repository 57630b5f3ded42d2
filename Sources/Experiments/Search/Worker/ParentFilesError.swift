/// Why the files of a parent cannot be had.
public struct ParentFilesError: Error, Hashable, Sendable {
  /// What was found, what was expected and what to do, as whole sentences.
  public var detail: String
  /// Whether it says nothing of the parent, but that a storage does not answer now.
  public var isTemporary: Bool

  /// An error of these words.
  public init(_ detail: String, isTemporary: Bool = false) {
    self.detail = detail
    self.isTemporary = isTemporary
  }
}

extension ParentFilesError: CustomStringConvertible {
  /// The words.
  public var description: String { detail }
}
